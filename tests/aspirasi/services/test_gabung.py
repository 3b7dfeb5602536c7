"""Merging, and releasing joiners when the sender withdraws the older kiriman.

The desk's page is in `tests/meja/test_gabung.py`, what people are told in
`tests/aspirasi/test_gabungan_kabar.py`, two at once in `tests/aspirasi/test_pembaca_serentak.py`.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.bacaan.keadaan import kalimat
from aspirasi.bacaan.tulisan import judul, tulisan, tulisan_tampil
from aspirasi.enums import Aksi, Jangkauan, Jenis, Langkah, Status, Tentang
from aspirasi.models import Aspirasi, Dukungan
from aspirasi.services import foto as lampiran
from aspirasi.services import gabung, kiriman, pembaca, tangani
from aspirasi.services.foto_umum import setujui_foto
from aspirasi.teks import SERUPA_SAJA
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from tests.alat.alur import ALASAN
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.meja import isian_periksa, jawab
from tests.alat.pengabaran import belum, kabar, pesan
from tests.alat.pengirim import halaman, kenal_pengirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.gabungan import INDUK, SENDIRI, SURAT, WA, ikut, induk
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db


class TestLetGo:
    """The sender of the joined kiriman withdraws it."""

    def test_own_words_are_looked_at_by_themselves(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi=INDUK, jenis=Jenis.KELUHAN)
        lama = periksa(terkirim.aspirasi, pemeran.staf)
        ikutan = ikut(lama, SENDIRI, SURAT)
        pengirim = Client()
        kenal_pengirim(pengirim, terkirim)
        pengirim.post(halaman(lama, "tarik"))
        satu = Aspirasi.objects.get(pk=ikutan.aspirasi.pk)
        assert (satu.status, satu.digabung_ke, satu.ditutup_pada) == (Status.DIAJUKAN, None, None)
        assert (satu.langkah, satu.langkah_mulai) == (Langkah.PERIKSA, hari_ini())
        # Only officials were to read their words.
        assert (satu.isi, satu.jangkauan) == (SENDIRI, Jangkauan.PETUGAS)
        jejak = riwayat(satu).get(aksi=Aksi.LEPAS_GABUNG)
        assert (jejak.dari, jejak.ke, jejak.oleh_id) == ("digabung", "diajukan", None)
        assert "Ada kabar tentang kiriman Anda." in kabar()[0]
        isi = teks(masuk_pengirim(Client(), ikutan))
        assert gabung.ALASAN_INDUK_DITARIK in isi
        assert "memeriksanya paling lambat" in isi
        antrean = klien("staf").get("/kerja/aspirasi/", {"keadaan": "baru"}).context["halaman"]
        assert [a.pk for a in antrean] == [satu.pk]

    def test_each_by_itself_and_each_is_told(self, pemeran: Any) -> None:
        lama = induk(pemeran)
        semua = [ikut(lama, f"{SENDIRI} Rumah {n}.", WA).aspirasi for n in range(3)]
        kiriman.tarik(aspirasi=lama)
        for satu in semua:
            satu.refresh_from_db()
            assert satu.status == Status.DIAJUKAN
            assert belum(satu) == 1

    def test_without_own_words_they_hear_that_they_may_send_anew(
        self, klien: Any, pemeran: Any
    ) -> None:
        lama = induk(pemeran)
        ikutan = ikut(lama, "", SURAT | WA)
        jawab(pemeran, lama)
        assert belum(ikutan.aspirasi) == 1
        kiriman.tarik(aspirasi=lama)
        satu = Aspirasi.objects.get(pk=ikutan.aspirasi.pk)
        assert (satu.status, satu.digabung_ke, satu.mengutip) == (Status.DIGABUNG, lama, False)
        jejak = riwayat(satu).get(aksi=Aksi.INDUK_DITARIK)
        assert (jejak.dari, jejak.ke, jejak.oleh_id) == ("", "", None)
        assert tulisan(satu) == judul(satu) == tulisan_tampil(satu) == SERUPA_SAJA
        kata = "Kiriman yang Anda ikuti ditarik oleh pengirimnya."
        lagi = "Kalau Anda masih mengalaminya, sampaikan sebagai kiriman baru."
        assert f"{kata} {lagi}" in kabar()[-1]
        assert belum(satu) == 1  # waiting news of the other one is gone
        assert f"{kata} {lagi}" in pesan(klien("staf"), satu)
        isi = teks(masuk_pengirim(Client(), ikutan))
        assert "Kiriman yang Anda ikuti ditarik oleh pengirimnya, jadi" in isi
        assert "Sampaikan sebagai kiriman baru" in isi
        assert "Xylofon" not in isi

    def test_who_quotes_it_no_more_since_a_merge_is_told_too(self, pemeran: Any) -> None:
        lama, ke = induk(pemeran), induk(pemeran)
        satu = ikut(lama, "", WA).aspirasi
        gabung.gabung(aspirasi=lama, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
        kiriman.tarik(aspirasi=ke)
        satu.refresh_from_db()
        lama.refresh_from_db()
        assert (satu.status, tulisan(satu)) == (Status.DIGABUNG, SERUPA_SAJA)
        assert lama.status == Status.DIAJUKAN
        assert belum(satu) == 1

    def test_erasing_what_is_open_does_the_same_and_leaves_no_quote(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi=INDUK, jenis=Jenis.KELUHAN)
        lama = periksa(terkirim.aspirasi, pemeran.staf)
        tanpa, dengan = ikut(lama, "", SURAT).aspirasi, ikut(lama, SENDIRI).aspirasi
        pengirim = Client()
        kenal_pengirim(pengirim, terkirim)
        pengirim.post(halaman(lama, "hapus"), {"apa": "semua", "paham": "on"})
        tanpa.refresh_from_db()
        dengan.refresh_from_db()
        assert (tulisan(tanpa), dengan.status) == (SERUPA_SAJA, Status.DIAJUKAN)
        assert "ditarik oleh pengirimnya" in kabar()[0]
        assert str(lama.nomor) not in kabar()[0]

    def test_erasing_what_is_closed_leaves_them_with_its_answer(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi=INDUK, jenis=Jenis.KELUHAN)
        lama = periksa(terkirim.aspirasi, pemeran.staf)
        dengan = ikut(lama, SENDIRI).aspirasi
        jawab(pemeran, lama)
        kiriman.nyatakan_beres(aspirasi=lama)
        pengirim = Client()
        kenal_pengirim(pengirim, terkirim)
        pengirim.post(halaman(lama, "hapus"), {"apa": "semua", "paham": "on"})
        dengan.refresh_from_db()
        assert dengan.status == Status.DIGABUNG

    def test_an_erased_one_stays_erased(self, pemeran: Any) -> None:
        lama = induk(pemeran)
        ikutan = ikut(lama, SENDIRI)
        pengirim = Client()
        kenal_pengirim(pengirim, ikutan)
        pengirim.post(halaman(ikutan.aspirasi, "hapus"), {"apa": "semua", "paham": "on"})
        kiriman.tarik(aspirasi=lama)
        satu = Aspirasi.objects.get(pk=ikutan.aspirasi.pk)
        assert satu.status == Status.DIGABUNG
        assert not riwayat(satu).filter(aksi=Aksi.LEPAS_GABUNG).exists()

    def test_of_a_closed_one_no_kampung_learns(self, klien: Any, pemeran: Any) -> None:
        lama = induk(pemeran)
        satu = ikut(lama, SENDIRI).aspirasi
        pembaca.atur(aspirasi=lama, jangkauan=Jangkauan.KECAMATAN)
        kakam = klien("kakam")
        sebelum = teks(kakam.get("/kerja/aspirasi/"))
        kiriman.tarik(aspirasi=lama)
        assert teks(kakam.get("/kerja/aspirasi/")) == sebelum
        assert len(klien("petugas_rahasia").get("/kerja/aspirasi/").context["halaman"]) == 2
        satu.refresh_from_db()
        assert (satu.status, satu.jangkauan) == (Status.DIAJUKAN, Jangkauan.KECAMATAN)

    def test_one_that_is_not_merged_is_not_let_go(self, pemeran: Any) -> None:
        with pytest.raises(TidakBisa, match="tidak dapat dilakukan"):
            gabung.lepas(aspirasi=induk(pemeran))


class TestWithANumber:
    """A kiriman that an official had merged keeps its number and its page."""

    @pytest.fixture
    def dilepas(self, pemeran: Any) -> Aspirasi:
        lama, satu = induk(pemeran), terbit(pemeran.kampung, pemeran.staf, isi=SENDIRI)
        gabung.gabung(aspirasi=satu, ke=lama, alasan=ALASAN, oleh=pemeran.staf)
        kiriman.tarik(aspirasi=lama)
        satu.refresh_from_db()
        return satu

    def test_its_page_says_that_it_is_looked_at(self, dilepas: Aspirasi) -> None:
        assert (dilepas.status, dilepas.jangkauan) == (Status.DIAJUKAN, Jangkauan.PUBLIK)
        isi = teks(Client().get(dilepas.get_absolute_url()))
        assert kalimat(dilepas) in isi
        assert "Tidak lagi digabung, diperiksa sendiri" in isi
        assert "Xylofon" not in isi
        assert "Kiriman yang Anda ikuti" not in isi  # that speaks to its sender
        assert SENDIRI.rstrip(".") in teks(Client().get("/aspirasi/"))

    def test_it_is_in_nobodys_hands_and_shows_no_photo(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi=SENDIRI)
        assert lampiran.tambah(terkirim.aspirasi, [foto()]).ditolak == []
        satu = periksa(terkirim.aspirasi, pemeran.staf, foto=list(terkirim.aspirasi.lampiran.all()))
        kampung = instansi_kampung(pemeran.kampung)
        tangani.teruskan(aspirasi=satu, ke=kampung, oleh=pemeran.staf)
        tangani.tugaskan(aspirasi=satu, kepada=pemeran.kakam, oleh=pemeran.kakam)
        lama = induk(pemeran)
        gabung.gabung(aspirasi=satu, ke=lama, alasan=ALASAN, oleh=pemeran.staf)
        berkas = satu.lampiran.get().berkas
        assert berkas.publik
        kiriman.tarik(aspirasi=lama)
        satu.refresh_from_db()
        berkas.refresh_from_db()
        assert (satu.ditangani, satu.ditugaskan, berkas.publik) == (None, None, False)
        assert not satu.lampiran.disetujui().exists()

    def test_looked_at_again_it_keeps_its_number(
        self, klien: Any, pemeran: Any, dilepas: Aspirasi
    ) -> None:
        jalan = reverse("meja:aspirasi_tindakan", args=[dilepas.acuan, "periksa"])
        klien("staf").post(jalan, isian_periksa(dilepas))
        lagi = Aspirasi.objects.get(pk=dilepas.pk)
        assert (lagi.status, lagi.nomor) == (Status.DIVERIFIKASI, dilepas.nomor)
        assert lagi.ditangani is None

    def test_narrowed_then_its_page_and_its_photos_are_gone(
        self, klien: Any, pemeran: Any, dilepas: Aspirasi
    ) -> None:
        assert lampiran.tambah(dilepas, [foto()]).ditolak == []
        satu = setujui_foto(lampiran=dilepas.lampiran.get(), oleh=pemeran.staf)
        jalan = reverse("meja:aspirasi_tindakan", args=[dilepas.acuan, "periksa"])
        data = isian_periksa(dilepas, jangkauan=Jangkauan.PETUGAS, alasan="Menyebut rumah orang.")
        klien("staf").post(jalan, data)
        assert Client().get(dilepas.get_absolute_url()).status_code == 404
        satu.berkas.refresh_from_db()
        assert not satu.berkas.publik

    def test_opened_to_everyone_only_after_one_more_look(self, pemeran: Any) -> None:
        """It may hold answers by now, so a wish alone does not open it."""
        lama, satu = (
            terbit(pemeran.kampung, pemeran.staf, isi=isi, jangkauan=Jangkauan.PETUGAS)
            for isi in (INDUK, SENDIRI)
        )
        gabung.gabung(aspirasi=satu, ke=lama, alasan=ALASAN, oleh=pemeran.staf)
        kiriman.tarik(aspirasi=lama)
        satu = pembaca.atur(aspirasi=satu, jangkauan=Jangkauan.PUBLIK)
        assert (satu.jangkauan, satu.minta_umum_pada is None) == (Jangkauan.PETUGAS, False)


class TestMerging:
    def test_keeps_supporters_and_what_was_merged_before(self, pemeran: Any) -> None:
        satu, dua, tiga = (terbit(pemeran.kampung, pemeran.staf) for _ in range(3))
        suara = [(satu, pemeran.fasilitator), (dua, pemeran.warga), (dua, pemeran.bpk)]
        for ke, orang in (*suara, (tiga, pemeran.warga)):
            Dukungan.objects.create(aspirasi=ke, pengguna=orang)
        gabung.gabung(aspirasi=satu, ke=dua, alasan=ALASAN, oleh=pemeran.staf)
        gabung.gabung(aspirasi=dua, ke=tiga, alasan=ALASAN, oleh=pemeran.staf)
        assert set(tiga.gabungan.values_list("pk", flat=True)) == {satu.pk, dua.pk}
        asal = {pemeran.warga: None, pemeran.bpk: dua, pemeran.fasilitator: satu}
        assert {d.pengguna: d.dari for d in tiga.dukungan.all()} == asal
        assert riwayat(tiga).filter(aksi="digabungi").count() == 1

    def test_only_into_an_open_one_of_the_same_kampung_and_readers(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        lain = terbit(pemeran.kampung_lain, pemeran.staf)
        tertutup = terbit(pemeran.kampung, pemeran.staf)
        kiriman.tarik(aspirasi=tertutup)
        petugas = terbit(pemeran.kampung, pemeran.staf, jangkauan="petugas")
        for ke in (aspirasi, lain, tertutup, petugas):
            with pytest.raises(TidakBisa):
                gabung.gabung(aspirasi=aspirasi, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIVERIFIKASI


def test_danger_is_not_merged_into_what_is_none(pemeran: Any) -> None:
    bahaya = terbit(pemeran.kampung, pemeran.staf, isi="Tebing longsor.", bahaya=True)
    biasa = terbit(pemeran.kampung, pemeran.staf, isi="Tebing ditanami.")
    with pytest.raises(TidakBisa, match="tentang bahaya"):
        gabung.gabung(aspirasi=bahaya, ke=biasa, alasan=ALASAN, oleh=pemeran.staf)
    lain = terbit(pemeran.kampung, pemeran.staf, isi="Tebing longsor lagi.", bahaya=True)
    for aspirasi in (biasa, bahaya):
        gabung.gabung(aspirasi=aspirasi, ke=lain, alasan=ALASAN, oleh=pemeran.staf)


class TestOnlyWhatFits:
    """Each refusal names its own reason, and nothing is merged then."""

    @staticmethod
    def ditolak(aspirasi: Aspirasi, ke: Aspirasi, oleh: Any, kata: str) -> None:
        with pytest.raises(TidakBisa, match=kata):
            gabung.gabung(aspirasi=aspirasi, ke=ke, alasan=ALASAN, oleh=oleh)
        assert not ke.gabungan.exists()

    def test_another_open_one_of_the_same_place_and_readers(self, pemeran: Any) -> None:
        satu, lain, tutup = (terbit(pemeran.kampung, pemeran.staf) for _ in range(3))
        kiriman.tarik(aspirasi=tutup)
        for ke in (satu, tutup):
            self.ditolak(satu, ke, pemeran.staf, "masih ditangani sebagai tujuannya")
        jauh = terbit(pemeran.kampung_lain, pemeran.staf)
        sempit = terbit(pemeran.kampung, pemeran.staf, jangkauan=Jangkauan.PETUGAS)
        for ke in (jauh, sempit):
            self.ditolak(satu, ke, pemeran.staf, "pembaca yang sama")
        tertutup = {"jangkauan": Jangkauan.KECAMATAN}
        dua, tiga = (
            buat(pemeran.kampung, tentang=tentang, **tertutup).aspirasi
            for tentang in (Tentang.TIDAK, Tentang.APARAT_KAMPUNG)
        )
        self.ditolak(dua, tiga, pemeran.camat, "pembaca yang sama")
        assert gabung.gabung(aspirasi=satu, ke=lain, alasan=ALASAN, oleh=pemeran.staf)

    def test_an_objection_into_one_against_the_same_project(self, pemeran: Any) -> None:
        proyek = buat_proyek(pemeran.kampung)
        isi = {"jenis": Jenis.KEBERATAN, "proyek_disebut": proyek}
        satu, lain = (terbit(pemeran.kampung, pemeran.staf, **isi) for _ in range(2))
        usul = terbit(pemeran.kampung, pemeran.staf)
        tanpa_proyek = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KEBERATAN)
        for ke in (usul, tanpa_proyek):
            self.ditolak(satu, ke, pemeran.staf, "proyek yang sama")
        for aspirasi in (usul, satu):
            assert gabung.gabung(aspirasi=aspirasi, ke=lain, alasan=ALASAN, oleh=pemeran.staf)


def test_the_trail_of_both_says_what_came_along(pemeran: Any) -> None:
    """Support keeps its day and where it was given first; the sender supports nothing of theirs."""
    satu = terbit(pemeran.kampung, pemeran.staf)
    ke = periksa(buat(pemeran.kampung, oleh=pemeran.fasilitator).aspirasi, pemeran.staf)
    dulu = saat("2026-01-05")
    for orang in (pemeran.warga, pemeran.bpk, pemeran.fasilitator):
        Dukungan.objects.create(aspirasi=satu, pengguna=orang, dibuat=dulu)
    Dukungan.objects.create(aspirasi=ke, pengguna=pemeran.bpk)
    kutip = buat(pemeran.kampung, isi="Di sini juga.").aspirasi
    gabung.gabung(aspirasi=kutip, ke=satu, alasan=ALASAN, oleh=pemeran.staf)
    Aspirasi.objects.filter(pk=kutip.pk).update(isi="", mengutip=True)
    assert gabung.yang_ikut(satu, ke) == (1, 1)
    gabung.gabung(aspirasi=satu, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
    ikut_serta = ke.dukungan.get(pengguna=pemeran.warga)
    assert (ikut_serta.dari, ikut_serta.dibuat) == (satu, dulu)
    assert ke.dukungan.count() == 2
    kutip.refresh_from_db()
    assert (kutip.digabung_ke, kutip.mengutip) == (ke, False)
    pergi, datang = riwayat(satu).get(aksi=Aksi.GABUNG), riwayat(ke).get(aksi=Aksi.DIGABUNGI)
    assert (pergi.isi.alasan, pergi.isi.rincian) == (ALASAN, {"ke": ke.nomor})
    assert (datang.isi.rincian, datang.oleh_id) == ({"dukungan": 1}, pemeran.staf.pk)
    assert pergi.oleh_id == pemeran.staf.pk


def test_into_one_without_a_number(pemeran: Any) -> None:
    tertutup = {"jangkauan": Jangkauan.KECAMATAN}
    satu, ke = (buat(pemeran.kampung, **tertutup).aspirasi for _ in range(2))
    gabung.gabung(aspirasi=satu, ke=ke, alasan=ALASAN, oleh=pemeran.petugas_rahasia)
    assert riwayat(satu).get(aksi=Aksi.GABUNG).isi.rincian == {"ke": ""}


def test_let_go_an_objection_still_names_the_project(pemeran: Any) -> None:
    """It joined by its own words and named none; one that names a project keeps that."""
    proyek, lain = (buat_proyek(pemeran.kampung) for _ in range(2))
    isi = {"jenis": Jenis.KEBERATAN, "proyek_disebut": proyek}
    for jenis, sebut, jadi in (
        (Jenis.KEBERATAN, None, proyek),
        (Jenis.KEBERATAN, lain, lain),
        (Jenis.KELUHAN, None, None),
    ):
        ke = terbit(pemeran.kampung, pemeran.staf, **isi)
        satu = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        gabung.gabung(aspirasi=satu, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
        Aspirasi.objects.filter(pk=satu.pk).update(jenis=jenis, proyek_disebut=sebut)
        dilepas = gabung.lepas(aspirasi=satu)
        assert (dilepas.proyek_disebut, dilepas.digabung_ke) == (jadi, None)
