"""The first look: its form, and the way to its kampung in one step."""

from typing import Any

import pytest
from django.core import mail

from aspirasi.enums import Jangkauan, Status, Tentang
from aspirasi.models import Aspirasi, Disposisi
from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from tests.alat.baca import teks
from tests.alat.meja import alamat, isian_periksa
from tests.pabrik.aspirasi import buat
from tests.pabrik.kampung import instansi_kampung

pytestmark = pytest.mark.django_db
TERUSKAN = {"lalu": "teruskan"}


def kirim(klien: Any, aspirasi: Aspirasi, **lain: Any) -> str:
    respons = klien.post(
        alamat(aspirasi, "periksa"), isian_periksa(aspirasi, **TERUSKAN | lain), follow=True
    )
    aspirasi.refresh_from_db()
    return teks(respons)


def test_one_press_checks_it_and_sends_it_to_its_kampung(klien: Any, pemeran: Any) -> None:
    kantor = instansi_kampung(pemeran.kampung)
    for mau in (Jangkauan.PUBLIK, Jangkauan.PETUGAS):
        aspirasi = buat(pemeran.kampung, jangkauan=mau).aspirasi
        halaman = kirim(klien("staf"), aspirasi)
        assert f"Kiriman sudah diperiksa dan diteruskan ke {kantor.nama}." in halaman
        assert (aspirasi.status, aspirasi.ditangani) == (Status.DITERUSKAN, kantor)
        jejak = [j.aksi for j in riwayat(aspirasi)]
        assert jejak == ["kirim", "periksa", "teruskan"]


def test_the_sender_gets_one_message_for_the_two(klien: Any, pemeran: Any) -> None:
    instansi_kampung(pemeran.kampung)
    aspirasi = buat(pemeran.kampung, kontak={"email": "slamet@contoh.id"}).aspirasi
    kirim(klien("staf"), aspirasi)
    kerjakan_semua()
    (surat,) = mail.outbox
    assert "diteruskan" in surat.body


def test_it_goes_to_the_kampung_chosen_in_the_form(klien: Any, pemeran: Any) -> None:
    instansi_kampung(pemeran.kampung)
    lain = instansi_kampung(pemeran.kampung_lain)
    aspirasi = buat(pemeran.kampung).aspirasi
    kirim(klien("staf"), aspirasi, kampung=pemeran.kampung_lain.pk)
    assert (aspirasi.kampung, aspirasi.ditangani) == (pemeran.kampung_lain, lain)


def test_it_is_offered_ready_and_can_be_declined(klien: Any, pemeran: Any) -> None:
    instansi_kampung(pemeran.kampung)
    aspirasi = buat(pemeran.kampung).aspirasi
    staf = klien("staf")
    form = staf.get(alamat(aspirasi, "periksa")).context["form"]
    assert form["lalu"].initial == "teruskan"
    assert "Kiriman sudah diperiksa." in kirim(staf, aspirasi, lalu="")
    assert (aspirasi.status, aspirasi.ditangani) == (Status.DIVERIFIKASI, None)


@pytest.mark.parametrize("tentang", [Tentang.TIDAK, Tentang.APARAT_KAMPUNG])
def test_what_is_for_the_kecamatan_never_goes(klien: Any, pemeran: Any, tentang: str) -> None:
    instansi_kampung(pemeran.kampung)
    rahasia = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=tentang).aspirasi
    petugas = klien("petugas_rahasia")
    assert "lalu" not in petugas.get(alamat(rahasia, "periksa")).context["form"].fields
    kirim(petugas, rahasia)
    assert (rahasia.status, rahasia.ditangani) == (Status.DIVERIFIKASI, None)


def test_what_is_narrowed_in_the_same_form_stays_here(klien: Any, pemeran: Any) -> None:
    instansi_kampung(pemeran.kampung)
    aspirasi = buat(pemeran.kampung).aspirasi
    kirim(klien("camat"), aspirasi, tentang=Tentang.APARAT_KAMPUNG, alasan="Tentang kakam.")
    assert (aspirasi.jangkauan, aspirasi.ditangani) == (Jangkauan.KECAMATAN, None)
    assert not Disposisi.objects.exists()


def test_without_a_kampung_there_is_nowhere_to_send_it(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(None).aspirasi
    staf = klien("staf")
    assert staf.get(alamat(aspirasi, "periksa")).context["form"]["lalu"].initial != "teruskan"
    assert "Pilih dulu kampungnya, atau" in kirim(staf, aspirasi)
    assert aspirasi.status == Status.DIAJUKAN


def test_when_it_cannot_go_it_is_not_checked_either(
    klien: Any, pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    instansi_kampung(pemeran.kampung)
    aspirasi = buat(pemeran.kampung).aspirasi
    monkeypatch.setattr("aspirasi.services.tangani.INSTANSI_DALAM", ())
    assert "Tunggu instansi lain" in kirim(klien("staf"), aspirasi)
    assert (aspirasi.status, aspirasi.nomor) == (Status.DIAJUKAN, None)


def test_a_kampung_that_checks_for_itself_routes_nothing(klien: Any, pemeran: Any) -> None:
    pemeran.kampung.verifikasi_didelegasikan = True
    pemeran.kampung.save()
    instansi_kampung(pemeran.kampung)
    aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
    kirim(klien("aparat"), aspirasi)
    assert (aspirasi.status, aspirasi.ditangani) == (Status.DIVERIFIKASI, None)


class TestWhatTheFirstLookOffers:
    """Only readers that an official may choose."""

    @pytest.mark.parametrize(
        ("tentang", "jumlah", "siapa"),
        [
            (Tentang.TIDAK, 3, "petugas_rahasia"),
            (Tentang.APARAT_KAMPUNG, 2, "petugas_rahasia"),
            (Tentang.PETUGAS_KECAMATAN, 1, "camat"),
        ],
    )
    def test_no_choice_opens_it(
        self, klien: Any, pemeran: Any, tentang: str, jumlah: int, siapa: str
    ) -> None:
        isi = {"jangkauan": Jangkauan.KECAMATAN, "tentang": tentang}
        aspirasi = buat(pemeran.kampung, **isi).aspirasi
        form = klien(siapa).get(alamat(aspirasi, "periksa")).context["form"]
        pilihan = [nilai for nilai, _ in form.fields["tentang"].choices]
        assert pilihan == Tentang.values[-jumlah:]

    def test_one_that_opens_it_is_an_error_of_the_form(self, klien: Any, pemeran: Any) -> None:
        isi = {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.APARAT_KAMPUNG}
        aspirasi = buat(pemeran.kampung, **isi).aspirasi
        data = isian_periksa(aspirasi, tentang="tidak")
        respons = klien("petugas_rahasia").post(alamat(aspirasi, "periksa"), data)
        assert "tentang" in respons.context["form"].errors
        aspirasi.refresh_from_db()
        assert aspirasi.tentang == Tentang.APARAT_KAMPUNG
