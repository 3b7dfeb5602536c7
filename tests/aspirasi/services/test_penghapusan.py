"""Erasing, copies, rounding and masks."""

import datetime as dt
import json
from typing import Any

import pytest
from django.test import Client

from aspirasi.bacaan.tulisan import judul, tulisan, tulisan_tampil
from aspirasi.enums import Aksi, JenisTindakLanjut, Status
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import foto as lampiran
from aspirasi.services import jawab, kiriman, kontak, penghapusan, penilaian, tangani
from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.jejak.rantai import periksa as periksa_segel
from core.jejak.segel import segel_semua
from core.models import Berkas
from core.waktu import pada, sekarang
from tests.alat.baca import teks
from tests.alat.berkas import berkas_tersimpan
from tests.alat.pengirim import KONTAK, LACAK, halaman, kenal_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db


class TestErasing:
    """By code and PIN, at once."""

    def siapkan(self, pemeran: Any) -> tuple[Any, Aspirasi]:
        terkirim = buat(
            pemeran.kampung,
            isi="Selokan Xylofon mampet.",
            lokasi="Depan rumah Xylofon",
            lintang="-5.151234",
            bujur="105.037654",
            tampilkan_nama=True,
            kontak=KONTAK,
            oleh=pemeran.warga,
        )
        lampiran.tambah(terkirim.aspirasi, [foto()])
        aspirasi = periksa(
            terkirim.aspirasi,
            pemeran.staf,
            foto=list(terkirim.aspirasi.lampiran.all()),
            isi_publik="Selokan Xylofon mampet betul.",
            alasan="Xylofon diperjelas.",
        )
        jawab.tanggapi(aspirasi=aspirasi, isi="Kami keruk Senin.", oleh=pemeran.kakam)
        tangani.catat_internal(aspirasi=aspirasi, isi="Telepon Xylofon.", oleh=pemeran.staf)
        return terkirim, aspirasi

    def test_everything_goes_but_that_it_was_and_what_was_answered(
        self, client: Client, pemeran: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        terkirim, aspirasi = self.siapkan(pemeran)
        kenal_pengirim(client, terkirim)
        client.post(halaman(aspirasi, "balas"), {"isi": "Tambahan Xylofon."})
        data = {"apa": "semua"}
        tanpa = client.post(halaman(aspirasi, "hapus"), data)
        assert "Centang ini dulu" in teks(tanpa)
        with django_capture_on_commit_callbacks(execute=True):
            client.post(halaman(aspirasi, "hapus"), data | {"paham": "on"})
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DITARIK
        assert (aspirasi.lokasi, aspirasi.lintang) == ("", None)
        assert berkas_tersimpan() == Berkas.objects.count() == 0
        orang = Pengirim.objects.get()
        assert (orang.nama, orang.telepon, orang.email, orang.pengguna) == ("", "", "", None)
        isi = teks(Client().get(f"/aspirasi/{aspirasi.nomor}/"))
        assert "Isi dihapus atas permintaan pengirim" in isi
        assert "Kami keruk Senin." in isi
        assert "Slamet" not in isi
        semua = json.dumps(
            [
                *aspirasi.tindak_lanjut.values_list("isi", flat=True),
                *(f"{j.isi.alasan}{j.isi.rincian}" for j in riwayat(aspirasi)),
                *Aspirasi.objects.values_list("judul", "isi", "isi_publik", "lokasi"),
                str(Aspirasi.objects.values_list("vektor", flat=True).get()),
            ]
        )
        assert "xylofon" not in semua.lower()
        assert "Xylofon" not in teks(Client().get("/aspirasi/?cari=selokan"))

    def test_the_chain_of_the_trail_still_verifies(self, pemeran: Any) -> None:
        _, aspirasi = self.siapkan(pemeran)
        segel_semua()
        penghapusan.hapus_semua(aspirasi=aspirasi)
        segel_semua()
        assert periksa_segel().utuh

    def test_identity_alone_goes_and_the_kiriman_goes_on(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim, aspirasi = self.siapkan(pemeran)
        kenal_pengirim(client, terkirim)
        client.post(halaman(aspirasi, "hapus"), {"apa": "identitas", "paham": "on"})
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DITANGGAPI
        assert "Xylofon" in aspirasi.isi
        assert Pengirim.objects.get().telepon == ""
        assert "Slamet" not in teks(Client().get(aspirasi.get_absolute_url()))
        assert "Xylofon" in teks(client.get(halaman(aspirasi)))

    def test_what_was_withdrawn_before_does_not_come_back_as_a_page(self, pemeran: Any) -> None:
        _, aspirasi = self.siapkan(pemeran)
        kiriman.tarik(aspirasi=aspirasi)
        penghapusan.hapus_semua(aspirasi=aspirasi)
        assert Client().get(f"/aspirasi/{aspirasi.nomor}/").status_code == 404
        with pytest.raises(TidakBisa):
            penghapusan.hapus_semua(aspirasi=aspirasi)

    def test_a_settled_one_stays_settled(self, pemeran: Any) -> None:
        _, aspirasi = self.siapkan(pemeran)
        kiriman.nyatakan_beres(aspirasi=aspirasi)
        penghapusan.hapus_semua(aspirasi=aspirasi)
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.SELESAI
        assert "Isi dihapus" in teks(Client().get(aspirasi.get_absolute_url()))

    def test_who_joined_it_without_words_repeats_nothing_of_it(
        self, client: Client, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Selokan Xylofon mampet.")
        data = {"kunci": kunci_baru(), "setuju": "on"}
        client.post(f"/aspirasi/{aspirasi.nomor}/ikut/", data)
        serupa = aspirasi.gabungan.get()
        assert "Xylofon" in tulisan(serupa)
        penghapusan.hapus_semua(aspirasi=aspirasi)
        serupa = aspirasi.gabungan.get()
        assert "Xylofon" not in f"{tulisan(serupa)}{tulisan_tampil(serupa)}{judul(serupa)}"

    def test_the_reason_of_a_refusal_is_an_official_word_and_stays(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab.tutup_negatif(
            aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan="Sudah ada di rencana.", oleh=pemeran.staf
        )
        penghapusan.hapus_semua(aspirasi=aspirasi)
        assert "Sudah ada di rencana." in teks(Client().get(f"/aspirasi/{aspirasi.nomor}/"))


class TestCopy:
    """A copy of the own data."""

    def test_holds_everything_of_the_sender_and_nothing_internal(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, kontak=KONTAK, isi="Nomor saya 0812-3456-7890.")
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Kami catat.", oleh=pemeran.kakam)
        tangani.catat_internal(aspirasi=aspirasi, isi="Catatan dapur.", oleh=pemeran.staf)
        kontak.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
        penilaian.beres(aspirasi=aspirasi, didengar="sebagian")
        kenal_pengirim(client, terkirim)
        respons = client.get(halaman(aspirasi, "unduh"))
        assert "attachment" in respons["Content-Disposition"]
        assert "no-store" in respons["Cache-Control"]
        data = json.loads(respons.content)
        assert data["kiriman"]["isi"] == "Nomor saya 0812-3456-7890."
        assert data["pengirim"]["email"] == KONTAK["email"]
        assert data["jawaban_dan_keterangan"][0]["isi"] == "Kami catat."
        assert len(data["identitas_dibuka"]) == 1
        assert data["penilaian"][0]["merasa_didengar"] == "Sebagian"
        assert "Catatan dapur." not in teks(respons)
        assert terkirim.pin not in teks(respons)

    def test_needs_code_and_pin(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        for siapa in ("pengunjung", "warga", "staf", "admin"):
            for bagian in ("unduh", "hapus", "pembaca"):
                assert klien(siapa).get(halaman(aspirasi, bagian))["Location"] == LACAK
        klien("warga").post(halaman(aspirasi, "hapus"), {"apa": "semua", "paham": "on"})
        aspirasi.refresh_from_db()
        assert aspirasi.dihapus_pada is None


class TestForgetting:
    """Contact goes by itself, some months after closing."""

    def tutup(self, pemeran: Any) -> Aspirasi:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK, tampilkan_nama=True).aspirasi
        jawab.tutup_negatif(
            aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan="Sudah ada.", oleh=pemeran.staf
        )
        return aspirasi

    def test_after_the_months_and_once(self, pemeran: Any, settings: Any) -> None:
        settings.SIMPAN_KONTAK_BULAN = 12
        aspirasi = self.tutup(pemeran)
        terbuka = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        with pada(sekarang() + dt.timedelta(days=360)):
            assert penghapusan.kosongkan_kontak() == 0
        with pada(sekarang() + dt.timedelta(days=370)):
            assert penghapusan.kosongkan_kontak() == 1
            assert penghapusan.kosongkan_kontak() == 0
        orang = Pengirim.objects.get(aspirasi=aspirasi)
        assert (orang.nama, orang.telepon, orang.email) == ("", "", "")
        assert orang.dikosongkan_pada
        aspirasi.refresh_from_db()
        assert aspirasi.isi == "Mohon jalan Dusun 3 dirabat."
        assert Pengirim.objects.get(aspirasi=terbuka).telepon
        assert [j.aksi for j in riwayat(aspirasi)].count("kontak_dihapus") == 1


class TestPlace:
    """Nobody is found by the point on the map."""

    @pytest.mark.parametrize(
        ("isian", "tepat"),
        [
            ({"jenis": "usulan"}, False),
            ({"jenis": "usulan", "tampilkan_nama": True}, False),
            ({"jenis": "keluhan", "tampilkan_nama": True}, False),
            ({"jenis": "keluhan", "tempat_umum": True}, True),
        ],
    )
    def test_is_rounded_unless_its_sender_called_it_a_public_place(
        self, pemeran: Any, isian: dict[str, Any], tepat: bool
    ) -> None:
        aspirasi = terbit(
            pemeran.kampung,
            pemeran.staf,
            lintang="-5.151234",
            bujur="105.037654",
            kontak={"nama": "Slamet"},
            **isian,
        )
        isi = teks(Client().get(aspirasi.get_absolute_url()))
        assert ("−5,15123, 105,03765" in isi) is tepat
        assert ("sekitar 400 m di timur titik tengah" in isi) is not tepat
        for ekor in ("151234", "037654"):
            assert ekor not in isi


class TestMasks:
    """Numbers of persons are masked wherever everybody reads."""

    def test_in_text_answer_reason_title_and_cards(self, client: Client, pemeran: Any) -> None:
        nomor = "0812-3456-7890"
        aspirasi = periksa(
            buat(pemeran.kampung).aspirasi,
            pemeran.staf,
            isi_publik=f"Hubungi {nomor} untuk jalan.",
            alasan="Diperjelas.",
        )
        jawab.tanggapi(
            aspirasi=aspirasi, isi=f"NIK 1802020101900001, telepon {nomor}.", oleh=pemeran.kakam
        )
        for alamat in (
            aspirasi.get_absolute_url(),
            "/aspirasi/",
            f"{LACAK}?kode={aspirasi.kode}",
            "/",
            "/kampung/sido-rejo/",
        ):
            isi = teks(client.get(alamat, follow=True))
            assert nomor not in isi, alamat
            assert "1802020101900001" not in isi, alamat

    def test_in_the_public_reason(self, client: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab.tutup_negatif(
            aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan="Telepon 0812-3456-7890.", oleh=pemeran.staf
        )
        isi = teks(client.get(aspirasi.get_absolute_url()))
        assert "0812-3456-7890" not in isi
        assert "[nomor telepon disamarkan]" in isi


def test_a_reply_of_the_sender_is_never_public(client: Client, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung)
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    kenal_pengirim(client, terkirim)
    client.post(halaman(aspirasi, "balas"), {"isi": "Rumah saya nomor tujuh."})
    assert aspirasi.tindak_lanjut.get().jenis == JenisTindakLanjut.BALASAN_PENGIRIM
    assert "nomor tujuh" not in teks(Client().get(aspirasi.get_absolute_url()))
