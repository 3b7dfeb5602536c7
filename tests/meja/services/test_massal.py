"""Routing several at once: each by itself, and a page that says what became of each."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan, Jenis, Status
from aspirasi.models import Aspirasi, Disposisi
from aspirasi.services.jawab import tutup_negatif
from core.models import Jejak
from meja.services.massal import SEDANG, TANPA_KAMPUNG
from tests.alat.baca import teks
from tests.alat.meja import ALASAN
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.kampung import InstansiFactory, instansi_kampung, instansi_kecamatan

pytestmark = pytest.mark.django_db
ALAMAT = "/kerja/aspirasi/massal/"
CATATAN = "Mohon ditinjau bersama."


def siapkan(pemeran: Any, isi: str, **lain: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, isi=isi, jenis=Jenis.KELUHAN, **lain)


def kirim(client: Any, kiriman: list[Aspirasi], ke: Any, /, **lain: Any) -> Any:
    data = {
        "jenis": Jenis.KELUHAN,
        "kiriman": [str(a.acuan) for a in kiriman],
        "ke": ke.pk if ke else "",
        "catatan": CATATAN,
    }
    return client.post(ALAMAT, data | lain)


def sebab(respons: Any) -> list[str]:
    return [h.sebab for h in respons.context["hasil"]]


class TestSeveral:
    """One reason, many kiriman."""

    def test_all_of_a_kind_go(self, klien: Any, pemeran: Any) -> None:
        semua = [siapkan(pemeran, f"Lampu jalan mati di RT {i}.") for i in range(3)]
        usulan = terbit(pemeran.kampung, pemeran.staf, isi="Mohon dibuat taman bacaan.")
        tujuan = instansi_kecamatan()
        staf = klien("staf")
        halaman = teks(staf.get(ALAMAT, {"jenis": "keluhan"}))
        assert "Lampu jalan mati di RT 2" in halaman
        assert "taman bacaan" not in halaman
        assert sebab(kirim(staf, semua, tujuan)) == ["", "", ""]
        for aspirasi in semua:
            aspirasi.refresh_from_db()
            assert (aspirasi.status, aspirasi.ditangani) == (Status.DITERUSKAN, tujuan)
            assert aspirasi.disposisi.get().catatan == CATATAN
        usulan.refresh_from_db()
        assert usulan.status == Status.DIVERIFIKASI

    def test_it_opens_on_the_kind_that_waits(self, klien: Any, pemeran: Any) -> None:
        staf = klien("staf")
        assert staf.get(ALAMAT).context["jenis"] == Jenis.KELUHAN  # nothing waits
        terbit(pemeran.kampung, pemeran.staf, isi="Kapan pasar dibuka?", jenis=Jenis.PERTANYAAN)
        for dipilih in ("", "ngawur"):
            halaman = staf.get(ALAMAT, {"jenis": dipilih})
            assert halaman.context["jenis"] == Jenis.PERTANYAAN
            assert "Kapan pasar dibuka?" in teks(halaman)
        lain = staf.get(ALAMAT, {"kampung": pemeran.kampung_lain.slug})
        assert lain.context["jenis"] == Jenis.KELUHAN

    def test_each_to_its_own_kampung(self, klien: Any, pemeran: Any) -> None:
        sini = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        sana = terbit(
            pemeran.kampung_lain, pemeran.staf, isi="Lampu balai mati.", jenis=Jenis.KELUHAN
        )
        entah = terbit(None, pemeran.staf, isi="Lampu pertigaan mati.", jenis=Jenis.KELUHAN)
        staf = klien("staf")
        jawab = kirim(staf, [sini, sana, entah], None)
        assert sebab(jawab) == ["", "", TANPA_KAMPUNG]
        assert "kampung masing-masing" in teks(jawab)
        for aspirasi in (sini, sana):
            aspirasi.refresh_from_db()
            assert aspirasi.ditangani == aspirasi.kampung.instansi
        assert "sekarang di Pemerintah Kampung" in teks(staf.get(ALAMAT, {"jenis": "keluhan"}))

    def test_what_does_not_go_says_why_and_holds_up_nothing(self, klien: Any, pemeran: Any) -> None:
        baik = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        ditolak = siapkan(pemeran, "Lampu jalan mati di RT 2.")
        tutup_negatif(aspirasi=ditolak, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=pemeran.staf)
        lain_jenis = terbit(pemeran.kampung, pemeran.staf, isi="Mohon taman bacaan.")
        tutup = periksa(
            buat(pemeran.kampung, jenis=Jenis.KELUHAN, jangkauan=Jangkauan.KECAMATAN).aspirasi,
            pemeran.petugas_rahasia,
        )
        tujuan = instansi_kecamatan()
        jawab = kirim(klien("staf"), [ditolak, lain_jenis, tutup, baik], tujuan)
        alasan = sebab(jawab)
        assert "berstatus “Ditolak”" in alasan[0]
        assert "Jenisnya sudah diubah" in alasan[1]
        assert "tidak ada lagi di meja Anda" in alasan[2]
        assert alasan[3] == ""
        assert tutup.judul not in teks(jawab)
        assert Disposisi.objects.get().aspirasi == baik

    def test_a_closed_one_never_goes_to_a_kampung(self, klien: Any, pemeran: Any) -> None:
        tutup = periksa(
            buat(pemeran.kampung, jenis=Jenis.KELUHAN, jangkauan=Jangkauan.KECAMATAN).aspirasi,
            pemeran.petugas_rahasia,
        )
        terbuka = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        kampung = instansi_kampung(pemeran.kampung)
        alasan = sebab(kirim(klien("petugas_rahasia"), [tutup, terbuka], kampung))
        assert "hanya untuk kecamatan" in alasan[0]
        assert alasan[1] == ""

    @pytest.mark.parametrize("status", [Status.DIPROSES, Status.MENUNGGU_INSTANSI])
    def test_what_somebody_works_on_stays_so(
        self, klien: Any, pemeran: Any, status: Status
    ) -> None:
        dikerjakan = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        Aspirasi.objects.filter(pk=dikerjakan.pk).update(status=status)
        staf = klien("staf")
        assert str(dikerjakan.acuan) not in teks(staf.get(ALAMAT, {"jenis": "keluhan"}))
        assert sebab(kirim(staf, [dikerjakan], instansi_kecamatan())) == [SEDANG]
        dikerjakan.refresh_from_db()
        assert dikerjakan.status == status
        assert not Disposisi.objects.exists()

    def test_all_of_one_kampung_are_ticked_at_once(self, klien: Any, pemeran: Any) -> None:
        sini = [siapkan(pemeran, f"Lampu jalan mati di RT {i}.") for i in range(2)]
        sana = terbit(
            pemeran.kampung_lain, pemeran.staf, isi="Lampu balai mati.", jenis=Jenis.KELUHAN
        )
        staf = klien("staf")
        saring = {"jenis": "keluhan", "kampung": pemeran.kampung.slug}
        form = staf.get(ALAMAT, saring | {"semua": "1"}).context["form"]
        assert set(form["kiriman"].value()) == {str(a.acuan) for a in sini}
        assert str(sana.acuan) not in teks(staf.get(ALAMAT, saring))
        assert not staf.get(ALAMAT, saring).context["form"]["kiriman"].value()
        salah = kirim(staf, sini, None, catatan="", kampung=pemeran.kampung.slug)
        assert str(sana.acuan) not in teks(salah)

    def test_those_that_no_office_has_come_first(self, klien: Any, pemeran: Any) -> None:
        sudah = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        belum = siapkan(pemeran, "Lampu jalan mati di RT 2.")
        staf = klien("staf")
        kirim(staf, [sudah], None)
        ada = staf.get(ALAMAT, {"jenis": "keluhan"}).context["form"].ada
        assert ada == [belum, sudah]

    def test_sent_twice_stands_once(self, klien: Any, pemeran: Any) -> None:
        aspirasi = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        tujuan, staf = instansi_kecamatan(), klien("staf")
        assert sebab(kirim(staf, [aspirasi, aspirasi], tujuan)) == [""]
        assert sebab(kirim(staf, [aspirasi], tujuan)) == ["Sudah diteruskan ke sana sebelumnya."]
        assert Disposisi.objects.count() == 1
        assert Jejak.objects.filter(aksi=Aksi.TERUSKAN).count() == 1

    @pytest.mark.parametrize(
        "lain",
        [
            {"kiriman": []},
            {"kiriman": ["bukan-acuan"]},
            {"kiriman": ["\0"]},
            {"ke": "x"},
            {"ke": lambda: InstansiFactory(nama="Dinas Perhubungan").pk},
            {"catatan": ""},
            {"catatan": "x" * 100_000},
        ],
    )
    def test_bad_input_is_answered_in_words(
        self, klien: Any, pemeran: Any, lain: dict[str, Any]
    ) -> None:
        aspirasi = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        isian = {nama: isi() if callable(isi) else isi for nama, isi in lain.items()}
        jawab = kirim(klien("staf"), [aspirasi], instansi_kecamatan(), **isian)
        assert "Ada yang perlu diperbaiki" in teks(jawab)
        assert str(aspirasi.acuan) in teks(jawab)
        assert not Disposisi.objects.exists()

    def test_only_the_kecamatan_routes(self, klien: Any, pemeran: Any) -> None:
        aspirasi = siapkan(pemeran, "Lampu jalan mati di RT 1.")
        for siapa in ("aparat", "kakam", "bpk", "warga"):
            client = klien(siapa)
            assert client.get(ALAMAT).status_code == 403, siapa
            assert kirim(client, [aspirasi], instansi_kecamatan()).status_code == 403
        assert "massal" not in teks(klien("aparat").get(reverse("meja:aspirasi")))

    def test_costs_the_same_for_one_and_three_rows(self, klien: Any, pemeran: Any) -> None:
        staf, hasil = klien("staf"), []
        for jumlah in (1, 3):
            while Aspirasi.objects.count() < jumlah:
                siapkan(pemeran, "Lampu jalan mati.")
            with CaptureQueriesContext(connection) as tanya:
                staf.get(ALAMAT)
            hasil.append(len(tanya))
        assert hasil[0] == hasil[1] <= 8
