"""Later decisions of senders: the readers, and a new PIN."""

from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import foto as lampiran
from aspirasi.services import jawab, kiriman, pembaca, tangani
from aspirasi.services.gabung import gabung
from aspirasi.services.kontak import baca_pengirim
from aspirasi.services.penghapusan import hapus_semua
from aspirasi.teks import PANJANG_ISI
from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import sekarang
from tests.alat.baca import teks
from tests.alat.berkas import status_berkas
from tests.alat.meja import nama_foto
from tests.alat.pengirim import KONTAK, halaman, kenal_pengirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db


class TestReaders:
    """The sender narrows and widens; officials look again before everyone reads it."""

    def test_narrowing_takes_text_and_photos_from_the_public_at_once(
        self, client: Client, pemeran: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        lampiran.tambah(terkirim.aspirasi, [foto()])
        aspirasi = periksa(
            terkirim.aspirasi, pemeran.staf, foto=list(terkirim.aspirasi.lampiran.all())
        )
        berkas = aspirasi.lampiran.get().berkas
        lama = berkas.alamat
        assert status_berkas(lama) == 200
        kenal_pengirim(client, terkirim)
        with django_capture_on_commit_callbacks(execute=True):
            client.post(halaman(aspirasi, "pembaca"), {"jangkauan": "petugas"})
        umum = Client()
        assert umum.get(aspirasi.get_absolute_url()).status_code == 404
        assert status_berkas(lama) == 404
        assert aspirasi.judul not in teks(umum.get("/aspirasi/"))
        berkas.refresh_from_db()
        assert status_berkas(berkas.alamat) == 404
        assert not aspirasi.lampiran.disetujui().exists()

    def test_closing_it_for_the_kampung_gives_it_to_the_kecamatan(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        tangani.teruskan(aspirasi=aspirasi, ke=pemeran.kampung.instansi, oleh=pemeran.staf)
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.KECAMATAN)
        aspirasi.refresh_from_db()
        assert aspirasi.ditangani.jenis == "kecamatan"
        assert not Aspirasi.objects.untuk_meja(pemeran.kakam).exists()
        assert Aspirasi.objects.bagian(pemeran.petugas_rahasia).exists()

    def test_before_the_first_look_the_wish_is_enough(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        aspirasi.refresh_from_db()
        assert aspirasi.jangkauan == Jangkauan.PUBLIK
        assert not aspirasi.terbit
        assert periksa(aspirasi, pemeran.staf).nomor

    def test_afterwards_an_official_looks_again_and_gives_the_number(
        self, client: Client, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS, isi="Rumah Pak Budi banjir.")
        lampiran.tambah(terkirim.aspirasi, [foto()])
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        kenal_pengirim(client, terkirim)
        isi = teks(client.post(halaman(aspirasi, "pembaca"), {"jangkauan": "publik"}, follow=True))
        assert "melihat tulisan dan foto sekali lagi" in isi
        aspirasi.refresh_from_db()
        assert (aspirasi.nomor, aspirasi.jangkauan) == (None, Jangkauan.PETUGAS)
        assert "Rumah Pak Budi" not in teks(Client().get("/aspirasi/"))
        assert aspirasi in Aspirasi.objects.bagian(pemeran.staf)
        staf = klien("staf")
        meja = reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
        assert "Tampilkan untuk umum (diminta pengirim)" in teks(staf.get(meja))
        data = {
            "isi_publik": "Sebuah rumah banjir.",
            "alasan": "Menyebut nama orang.",
            "foto": nama_foto(aspirasi),
        }
        staf.post(f"{meja}umumkan/", data)
        aspirasi.refresh_from_db()
        isi = teks(Client().get(aspirasi.get_absolute_url()))
        assert "Sebuah rumah banjir." in isi
        assert "Pak Budi" not in isi
        assert aspirasi.lampiran.get().disetujui_pada

    def test_one_that_was_public_before_keeps_its_number(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        nomor = aspirasi.nomor
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        aspirasi.refresh_from_db()
        assert not aspirasi.terbit
        hasil = pembaca.umumkan(
            aspirasi=aspirasi, isi_publik=aspirasi.isi_publik, oleh=pemeran.staf
        )
        assert hasil.terbit
        assert hasil.nomor == nomor

    def test_the_refusal_tells_why_and_a_wish_can_be_taken_back(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS, kontak=KONTAK)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        sebelum = aspirasi.kabar_pengirim.filter(cara="wa").count()
        pembaca.tolak_umum(aspirasi=aspirasi, alasan="Menyebut data keluarga.", oleh=pemeran.staf)
        assert aspirasi.kabar_pengirim.filter(cara="wa").count() == sebelum + 1
        assert "Menyebut data keluarga." in teks(masuk_pengirim(client, terkirim))
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        with pytest.raises(TidakBisa, match="meminta kiriman ini"):
            pembaca.umumkan(aspirasi=aspirasi, isi_publik=aspirasi.isi_publik, oleh=pemeran.staf)

    def test_one_about_officials_stays_with_the_kecamatan(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(
            pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=Tentang.APARAT_KAMPUNG
        )
        kenal_pengirim(client, terkirim)
        for pilihan in ("publik", "petugas"):
            client.post(halaman(terkirim.aspirasi, "pembaca"), {"jangkauan": pilihan})
            with pytest.raises(TidakBisa, match="tentang petugas"):
                pembaca.atur(aspirasi=terkirim.aspirasi, jangkauan=pilihan)
        pembaca.atur(aspirasi=terkirim.aspirasi, jangkauan=Jangkauan.KECAMATAN)
        terkirim.aspirasi.refresh_from_db()
        assert terkirim.aspirasi.jangkauan == Jangkauan.KECAMATAN

    @pytest.mark.parametrize("tutup", ["tarik", "tolak"])
    def test_what_is_withdrawn_or_was_refused_unchecked_never_opens(
        self, pemeran: Any, tutup: str
    ) -> None:
        aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
        if tutup == "tarik":
            kiriman.tarik(aspirasi=aspirasi)
        else:
            jawab.tutup_negatif(
                aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan="Bukan isi.", oleh=pemeran.staf
            )
        with pytest.raises(TidakBisa, match="sudah ditarik" if tutup == "tarik" else "ditutup"):
            pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)

    def test_a_closed_one_may_still_be_narrowed_but_a_withdrawn_one_stays(
        self, pemeran: Any
    ) -> None:
        tutup, tarik = (buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS) for _ in range(2))
        jawab.tutup_negatif(
            aspirasi=tutup.aspirasi, aksi=Aksi.TOLAK, alasan="Bukan isi.", oleh=pemeran.staf
        )
        kiriman.tarik(aspirasi=tarik.aspirasi)
        hasil = pembaca.atur(aspirasi=tutup.aspirasi, jangkauan=Jangkauan.KECAMATAN)
        assert hasil.jangkauan == Jangkauan.KECAMATAN
        with pytest.raises(TidakBisa, match="sudah ditarik"):
            pembaca.atur(aspirasi=tarik.aspirasi, jangkauan=Jangkauan.KECAMATAN)

    def test_each_choice_of_the_sender_stands_in_the_trail_once(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
        pilihan = ["petugas", "kecamatan", "petugas", "publik", "petugas"]
        for satu in pilihan[1:]:
            for _ in range(2):  # sent twice
                assert pembaca.atur(aspirasi=aspirasi, jangkauan=satu).jangkauan == satu
        jejak = riwayat(aspirasi).filter(aksi=Aksi.JANGKAUAN_DIUBAH).values_list("dari", "ke")
        assert list(jejak) == list(pairwise(pilihan))

    def test_after_the_first_look_the_wish_stands_once_and_can_be_taken_back(
        self, pemeran: Any
    ) -> None:
        aspirasi = periksa(
            buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, pemeran.staf
        )
        for satu in (Jangkauan.PUBLIK, Jangkauan.PUBLIK, Jangkauan.PETUGAS, Jangkauan.PETUGAS):
            aspirasi = pembaca.atur(aspirasi=aspirasi, jangkauan=satu)
        assert aspirasi.minta_umum_pada is None
        jejak = riwayat(aspirasi).filter(aksi__in=(Aksi.MINTA_UMUM, Aksi.JANGKAUAN_DIUBAH))
        assert [(j.aksi, j.dari) for j in jejak] == [
            (Aksi.MINTA_UMUM, Jangkauan.PETUGAS),
            (Aksi.JANGKAUAN_DIUBAH, Jangkauan.PETUGAS),
        ]

    def ikut(self, aspirasi: Aspirasi, **isian: Any) -> Aspirasi:
        """Join it as a visitor does."""
        data = {"kunci": kunci_baru(), "setuju": "on", "tentang": "tidak"} | isian
        Client().post(f"/aspirasi/{aspirasi.nomor}/ikut/", data)
        return aspirasi.gabungan.latest("pk")

    def test_who_joined_is_read_by_no_more_people_than_what_was_joined(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Kakam minta uang pelicin.")
        bisu = self.ikut(aspirasi)
        berkata = self.ikut(aspirasi, isi="Saya juga dimintai, dua kali.")
        kakam, staf = klien("kakam"), klien("staf")
        meja = [reverse("meja:aspirasi_rincian", args=[a.acuan]) for a in (bisu, berkata)]
        # Nobody looked at these words before: the kecamatan alone has them.
        assert [kakam.get(alamat).status_code for alamat in meja] == [404, 404]
        assert [staf.get(alamat).status_code for alamat in meja] == [200, 200]
        pembaca.persempit(
            aspirasi=aspirasi,
            jangkauan=Jangkauan.KECAMATAN,
            tentang=Tentang.APARAT_KAMPUNG,
            alasan="Tentang kakam.",
            oleh=pemeran.staf,
        )
        assert [kakam.get(alamat).status_code for alamat in meja] == [404, 404]
        assert [klien("staf").get(alamat).status_code for alamat in meja] == [404, 404]
        for satu in (bisu, berkata):
            satu.refresh_from_db()
            assert satu.tentang == Tentang.APARAT_KAMPUNG
            assert "ikut_dipersempit" in [j.aksi for j in riwayat(satu)]
        assert "pelicin" not in f"{bisu.isi}{bisu.isi_publik}{bisu.judul}"
        assert berkata.isi == "Saya juga dimintai, dua kali."

    def test_narrowing_for_the_kampung_and_the_own_page_of_who_joined(
        self, client: Client, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Rumah Pak Budi banjir.")
        data = {"kunci": kunci_baru(), "setuju": "on"}
        client.post(f"/aspirasi/{aspirasi.nomor}/ikut/", data)
        satu = aspirasi.gabungan.get()
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        satu.refresh_from_db()
        assert (satu.jangkauan, satu.tentang) == (Jangkauan.PETUGAS, Tentang.TIDAK)
        isi = teks(client.get(halaman(satu)))
        assert "Pak Budi" not in isi
        assert "Pembacanya ikut dipersempit" in isi

    def test_what_staff_merged_keeps_a_page_of_its_own(self, pemeran: Any) -> None:
        ke = terbit(pemeran.kampung, pemeran.staf, isi="Selokan depan pasar mampet.")
        satu = terbit(pemeran.kampung, pemeran.staf, isi="Got pasar mampet.")
        gabung(aspirasi=satu, ke=ke, alasan="Sama halnya.", oleh=pemeran.staf)
        pembaca.atur(aspirasi=ke, jangkauan=Jangkauan.KECAMATAN)
        isi = teks(Client().get(satu.get_absolute_url()))
        assert "Got pasar mampet." in isi
        assert "Selokan depan pasar" not in isi

    def test_notes_of_the_kecamatan_stay_there_when_the_kampung_may_read_on(
        self, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN)
        aspirasi = periksa(terkirim.aspirasi, pemeran.petugas_rahasia)
        tangani.catat_internal(
            aspirasi=aspirasi, isi="Dugaan kami soal kakam.", oleh=pemeran.petugas_rahasia
        )
        baca_pengirim(aspirasi=aspirasi, oleh=pemeran.petugas_rahasia)
        kiriman.balas(aspirasi=aspirasi, isi="Saya lihat sendiri kakam.")
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        tangani.catat_internal(aspirasi=aspirasi, isi="Catatan sesudahnya.", oleh=pemeran.staf)
        alamat = reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
        isi = teks(klien("kakam").get(alamat))
        assert "Catatan sesudahnya." in isi
        assert "Dugaan kami" not in isi
        assert "Saya lihat sendiri" not in isi
        assert "Identitas pengirim dibuka" not in isi
        assert "Dugaan kami" in teks(klien("staf").get(alamat))


ALASAN = "Isinya menyebut orang, jadi pembacanya kami batasi."


@pytest.mark.parametrize("cara", ["tolak", "tarik"])
def test_a_wish_to_open_dies_with_the_kiriman(pemeran: Any, cara: str) -> None:
    aspirasi = periksa(buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, pemeran.staf)
    pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
    if cara == "tarik":
        kiriman.tarik(aspirasi=aspirasi)
    else:
        jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=pemeran.staf)
    with pytest.raises(TidakBisa):
        pembaca.umumkan(aspirasi=aspirasi, isi_publik="Isi.", oleh=pemeran.staf)
    aspirasi.refresh_from_db()
    assert (aspirasi.jangkauan, aspirasi.nomor) == (Jangkauan.PETUGAS, None)


class TestOpening:
    """An official answers the wish of a sender that everyone may read it."""

    @pytest.fixture
    def diminta(self, pemeran: Any) -> Aspirasi:
        aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
        lampiran.tambah(aspirasi, [foto()])
        aspirasi = periksa(aspirasi, pemeran.staf)
        return pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)

    @pytest.mark.parametrize("isi", ["", "1802012345678901 di rumahnya. " + "a" * PANJANG_ISI])
    def test_the_shown_text_the_photos_and_the_trail(
        self, pemeran: Any, diminta: Aspirasi, isi: str
    ) -> None:
        kiriman.balas(aspirasi=diminta, isi="Tolong dibuka.")
        alasan = {"alasan": "Menyebut orang."} if isi else {}
        hasil = pembaca.umumkan(
            aspirasi=diminta,
            isi_publik=isi or diminta.isi_publik,
            foto=diminta.lampiran.all(),
            oleh=pemeran.staf,
            **alasan,
        )
        hasil.refresh_from_db()
        assert (hasil.balasan_pada, hasil.minta_umum_pada) == (None, None)
        assert (len(hasil.isi_publik) == PANJANG_ISI) is bool(isi)
        assert "18020" not in hasil.isi_publik
        assert hasil.judul == ("[nomor 16 angka disamarkan] di rumahnya" if isi else diminta.judul)
        umum, tampil = riwayat(hasil).order_by("pk").reverse()[:2][::-1]
        assert (umum.aksi, umum.dari, umum.ke) == (Aksi.DIUMUMKAN, "petugas", "publik")
        assert (umum.isi.alasan, umum.oleh_id) == (alasan.get("alasan", ""), pemeran.staf.pk)
        assert umum.isi.rincian == {"diubah": ["isi"] if isi else []}
        assert (tampil.aksi, tampil.oleh_id) == (Aksi.FOTO_DISETUJUI, pemeran.staf.pk)

    def test_the_refusal_stands_in_the_trail_and_ends_the_wish(
        self, pemeran: Any, diminta: Aspirasi
    ) -> None:
        tolak = {"aspirasi": diminta, "alasan": f" {ALASAN} ", "oleh": pemeran.staf}
        assert pembaca.tolak_umum(**tolak) == diminta
        diminta.refresh_from_db()
        assert (diminta.minta_umum_pada, diminta.jangkauan) == (None, Jangkauan.PETUGAS)
        jejak = riwayat(diminta).get(aksi=Aksi.UMUM_DITOLAK)
        assert (jejak.dari, jejak.ke, jejak.oleh_id) == ("", "petugas", pemeran.staf.pk)
        assert jejak.isi.alasan == ALASAN
        with pytest.raises(TidakBisa, match="tidak \\(lagi\\) meminta"):
            pembaca.tolak_umum(**tolak)

    def test_once_closed_it_stays_as_it_is(self, pemeran: Any, diminta: Aspirasi) -> None:
        """Also where a wish is left; what everyone reads already is no change, and an erased one
        has no readers to choose."""
        terbuka = terbit(pemeran.kampung, pemeran.staf)
        for aspirasi in (diminta, terbuka):
            isi = {"aspirasi": aspirasi, "aksi": Aksi.TOLAK, "alasan": ALASAN}
            jawab.tutup_negatif(**isi, oleh=pemeran.staf)
        Aspirasi.objects.filter(pk=diminta.pk).update(minta_umum_pada=sekarang())
        with pytest.raises(TidakBisa, match="sudah ditutup"):
            pembaca.tolak_umum(aspirasi=diminta, alasan=ALASAN, oleh=pemeran.staf)
        assert pembaca.atur(aspirasi=terbuka, jangkauan=Jangkauan.PUBLIK).terbit
        hapus_semua(aspirasi=terbuka)
        with pytest.raises(TidakBisa, match="ditarik atau dihapus"):
            pembaca.atur(aspirasi=terbuka, jangkauan=Jangkauan.PETUGAS)
