"""A new PIN takes two of the kecamatan, none of them of the office that the kiriman is about."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import penghapusan
from core.models import Tugas
from tests.alat.baca import teks
from tests.alat.meja import menunggu
from tests.alat.pengirim import KONTAK, halaman, masuk_pengirim
from tests.pabrik.aspirasi import buat

pytestmark = pytest.mark.django_db
MINTA = {"alasan": "Ditelepon balik, ia menyebut isinya."}
SETUJU = {"putusan": "ya", "alasan": "Saya telepon juga."}


def alamat(aspirasi: Aspirasi) -> str:
    return reverse("meja:aspirasi_pin", args=[aspirasi.acuan])


def pin_sama(aspirasi: Aspirasi) -> bool:
    return Aspirasi.objects.get(pk=aspirasi.pk).pin_hash == aspirasi.pin_hash


class TestTwoPeople:
    """Asked by one, decided by another, drawn once by the first."""

    def test_nobody_makes_one_alone(self, klien: Any, pemeran: Any) -> None:
        """The attack: one official, with every button that there is."""
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        staf = klien("staf")
        for data in (MINTA, SETUJU, {"buka": "1"}, MINTA, SETUJU, {"buka": "1"}):
            staf.post(alamat(aspirasi), data)
        assert pin_sama(aspirasi)

    def test_it_waits_on_the_desk_of_the_second_and_is_read_out_by_the_first(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        staf, camat = klien("staf"), klien("camat")
        assert "sudah diajukan" in teks(staf.post(alamat(aspirasi), MINTA, follow=True))
        assert menunggu(camat)["permintaan PIN baru menunggu putusan Anda"] == 1
        assert not menunggu(staf)["permintaan PIN baru menunggu putusan Anda"]
        for jalur in ("/kerja/", "/kerja/pin/"):
            assert alamat(aspirasi) in teks(camat.get(jalur))
        camat.post(alamat(aspirasi), SETUJU)
        assert menunggu(staf)["PIN baru sudah disetujui dan dapat Anda bacakan"] == 1
        camat.post(alamat(aspirasi), {"buka": "1"})
        assert pin_sama(aspirasi)
        assert "PIN kiriman yang baru" in teks(staf.post(alamat(aspirasi), {"buka": "1"}))
        assert not pin_sama(aspirasi)

    def test_refused_or_taken_back_it_makes_none(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        staf, camat = klien("staf"), klien("camat")
        staf.post(alamat(aspirasi), MINTA)
        camat.post(alamat(aspirasi), {"tarik": "1"})
        camat.post(alamat(aspirasi), {"putusan": "tidak", "alasan": "Suaranya lain."})
        staf.post(alamat(aspirasi), MINTA)
        staf.post(alamat(aspirasi), {"tarik": "1"})
        staf.post(alamat(aspirasi), {"buka": "1", "alasan": "x"})
        assert pin_sama(aspirasi)
        assert not aspirasi.permintaan_pin.hidup().exists()

    def test_a_decision_that_comes_too_late_asks_for_nothing(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        staf, camat = klien("staf"), klien("camat")
        staf.post(alamat(aspirasi), MINTA)
        staf.post(alamat(aspirasi), {"tarik": "1"})
        isi = teks(camat.post(alamat(aspirasi), SETUJU, follow=True))
        assert "ditarik, atau lewat waktunya" in isi
        assert aspirasi.permintaan_pin.count() == 1

    @pytest.mark.parametrize(
        ("tentang", "boleh"),
        [
            (Tentang.APARAT_KAMPUNG, {"petugas_rahasia"}),
            (Tentang.PETUGAS_KECAMATAN, {"camat"}),
        ],
    )
    def test_never_of_the_office_it_is_about(
        self, klien: Any, pemeran: Any, tentang: str, boleh: set[str]
    ) -> None:
        """And one reader alone is told what to do."""
        lain = {"jangkauan": Jangkauan.KECAMATAN, "tentang": tentang}
        aspirasi = buat(pemeran.kampung, kontak=KONTAK, **lain).aspirasi
        bisa = set()
        for siapa in ("kakam", "staf", "petugas_rahasia", "camat", "admin"):
            respons = klien(siapa).get(alamat(aspirasi))
            if respons.status_code == 200:
                bisa.add(siapa)
                assert "Belum ada orang kedua" in teks(respons)
        assert bisa == boleh


class TestTheSender:
    """Hears of it by every contact, and can stop it."""

    def test_is_told_by_the_proven_address_of_the_account_too(
        self, klien: Any, pemeran: Any
    ) -> None:
        orang = pemeran.warga
        EmailAddress.objects.create(user=orang, email="wati@contoh.id", verified=True)
        aspirasi = buat(pemeran.kampung, oleh=orang, kontak=KONTAK).aspirasi
        klien("staf").post(alamat(aspirasi), MINTA)
        surat = Tugas.objects.filter(kunci__startswith="surat:pin:")
        assert {s.argumen[0] for s in surat} == {KONTAK["email"], "wati@contoh.id"}

    def test_stops_it_with_the_pin_that_was_not_lost(
        self, client: Client, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, kontak=KONTAK)
        aspirasi = terkirim.aspirasi
        staf = klien("staf")
        staf.post(alamat(aspirasi), MINTA)
        klien("camat").post(alamat(aspirasi), SETUJU)
        assert "Ada yang meminta PIN baru" in teks(masuk_pengirim(client, terkirim))
        client.post(halaman(aspirasi, "batal_pin"))
        staf.post(alamat(aspirasi), {"buka": "1"})
        assert pin_sama(aspirasi)
        assert "Permintaan PIN baru Anda batalkan" in teks(client.get(halaman(aspirasi)))

    def test_erasing_takes_the_reasons_along(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        klien("staf").post(alamat(aspirasi), MINTA)
        penghapusan.hapus_semua(aspirasi=aspirasi)
        (baris,) = aspirasi.permintaan_pin.all()
        assert "menyebut" not in baris.alasan
        assert not baris.masih_hidup
