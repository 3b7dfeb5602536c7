"""What senders decide afterwards: who reads it, a new PIN, a copy, erasing."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse

from aspirasi import foto as lampiran
from aspirasi import jangkauan, kiriman, penghapusan, services
from aspirasi.enums import Aksi, Jangkauan, JenisTindakLanjut, Status, Tentang
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.pin import ganti_pin
from core.berkas import PUBLIK, TERBATAS
from core.galat import TidakBisa
from core.jejak import riwayat
from core.models import Berkas, Tugas
from core.segel import periksa as periksa_segel
from core.segel import segel_semua
from core.waktu import pada, sekarang
from tests.aspirasi.bantu import KIRIM, buat, foto, isian, masuk_pengirim, periksa, terbit

pytestmark = pytest.mark.django_db
LACAK = "/aspirasi/lacak/"
KONTAK = {"nama": "Slamet", "telepon": "+6281234567890", "email": "slamet@contoh.id"}


def halaman(aspirasi: Aspirasi, bagian: str = "") -> str:
    nama = f"aspirasi:kiriman{'_' + bagian if bagian else ''}"
    return reverse(nama, args=[aspirasi.acuan])


def teks(respons: Any) -> str:
    return str(respons.content.decode())


def status_berkas(alamat: str) -> int:
    """Fetch a file as a visitor, to its end."""
    respons = Client().get(alamat)
    if respons.status_code == 200:
        assert b"".join(respons.streaming_content)
    return respons.status_code


def berkas_tersimpan() -> int:
    """How many files lie in both storages."""
    akar = [Path(storages[alias].path("")) for alias in (TERBATAS, PUBLIK)]
    return sum(p.is_file() for folder in akar for p in folder.rglob("*"))


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
        masuk_pengirim(client, terkirim)
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
        services.teruskan(aspirasi=aspirasi, ke=pemeran.kampung.instansi, oleh=pemeran.staf)
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.KECAMATAN)
        aspirasi.refresh_from_db()
        assert aspirasi.ditangani.jenis == "kecamatan"
        assert not Aspirasi.objects.untuk_meja(pemeran.kakam).exists()
        assert Aspirasi.objects.bagian(pemeran.petugas_rahasia).exists()

    def test_before_the_first_look_the_wish_is_enough(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
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
        masuk_pengirim(client, terkirim)
        isi = teks(client.post(halaman(aspirasi, "pembaca"), {"jangkauan": "publik"}, follow=True))
        assert "melihat tulisan dan foto sekali lagi" in isi
        aspirasi.refresh_from_db()
        assert (aspirasi.nomor, aspirasi.jangkauan) == (None, Jangkauan.PETUGAS)
        assert "Rumah Pak Budi" not in teks(Client().get("/aspirasi/"))
        staf = klien("staf")
        meja = reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
        assert "Tampilkan untuk umum (diminta pengirim)" in teks(staf.get(meja))
        data = {
            "isi_publik": "Sebuah rumah banjir.",
            "alasan": "Menyebut nama orang.",
            "foto": [aspirasi.lampiran.get().pk],
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
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        aspirasi.refresh_from_db()
        assert not aspirasi.terbit
        hasil = jangkauan.umumkan(
            aspirasi=aspirasi, isi_publik=aspirasi.isi_publik, oleh=pemeran.staf
        )
        assert hasil.terbit
        assert hasil.nomor == nomor

    def test_the_refusal_tells_why_and_a_wish_can_be_taken_back(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        jangkauan.tolak_umum(aspirasi=aspirasi, alasan="Menyebut data keluarga.", oleh=pemeran.staf)
        assert "Menyebut data keluarga." in teks(masuk_pengirim(client, terkirim))
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        with pytest.raises(TidakBisa):
            jangkauan.umumkan(aspirasi=aspirasi, isi_publik="x", oleh=pemeran.staf)

    def test_one_about_officials_stays_with_the_kecamatan(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(
            pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=Tentang.APARAT_KAMPUNG
        )
        masuk_pengirim(client, terkirim)
        for pilihan in ("publik", "petugas"):
            client.post(halaman(terkirim.aspirasi, "pembaca"), {"jangkauan": pilihan})
            with pytest.raises(TidakBisa):
                jangkauan.atur(aspirasi=terkirim.aspirasi, jangkauan=pilihan)
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
            services.tutup_negatif(
                aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan="Bukan isi.", oleh=pemeran.staf
            )
        with pytest.raises(TidakBisa):
            jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)

    def test_notes_of_the_kecamatan_stay_there_when_the_kampung_may_read_on(
        self, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN)
        aspirasi = periksa(terkirim.aspirasi, pemeran.petugas_rahasia)
        services.catat_internal(
            aspirasi=aspirasi, isi="Dugaan kami soal kakam.", oleh=pemeran.petugas_rahasia
        )
        services.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.petugas_rahasia)
        jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        services.catat_internal(aspirasi=aspirasi, isi="Catatan sesudahnya.", oleh=pemeran.staf)
        alamat = reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
        isi = teks(klien("kakam").get(alamat))
        assert "Catatan sesudahnya." in isi
        assert "Dugaan kami" not in isi
        assert "Identitas pengirim dibuka" not in isi
        assert "Dugaan kami" in teks(klien("staf").get(alamat))


class TestNewPin:
    """After a call-back the old PIN opens nothing any more."""

    def test_the_old_one_dies_everywhere(self, client: Client, klien: Any, pemeran: Any) -> None:
        data = isian(telepon="0812-3456-7890")
        client.post(KIRIM, data)
        aspirasi = Aspirasi.objects.get()
        assert client.get(halaman(aspirasi)).status_code == 200
        petugas = klien("staf")
        alamat = reverse("meja:aspirasi_pin", args=[aspirasi.acuan])
        kosong = petugas.post(alamat, {"alasan": ""})
        assert "harus diisi" in teks(kosong)
        respons = petugas.post(alamat, {"alasan": "Ditelepon balik, ia menyebut isinya."})
        baru = respons.context["pin"]
        assert baru in teks(respons)
        assert "no-store" in respons["Cache-Control"]
        assert baru not in teks(petugas.get(alamat))
        # The browser that was open, the result page, and the form sent once more.
        assert client.get(halaman(aspirasi)).status_code == 302
        assert client.get("/aspirasi/terkirim/")["Location"] == LACAK
        ulang = Client()
        assert ulang.post(KIRIM, data)["Location"] == LACAK
        assert ulang.get(halaman(aspirasi)).status_code == 302
        lewat = Client().post(LACAK, {"kode": aspirasi.kode, "pin": baru}, follow=True)
        assert "Kiriman Anda" in teks(lewat)
        assert "PIN baru dibuat petugas" in teks(lewat)

    def test_it_is_logged_without_the_pin_and_the_mail_left_is_told(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, kontak=KONTAK)
        pin = ganti_pin(aspirasi=terkirim.aspirasi, alasan="Ditelepon balik.", oleh=pemeran.staf)
        jejak = riwayat(terkirim.aspirasi).last()
        assert (jejak.aksi, jejak.isi.alasan) == ("pin_diganti", "Ditelepon balik.")
        surat = Tugas.objects.filter(kunci__startswith="surat:pin:").get()
        assert surat.argumen[0] == KONTAK["email"]
        assert pin not in json.dumps(surat.argumen)
        with pytest.raises(TidakBisa):
            ganti_pin(aspirasi=terkirim.aspirasi, alasan=" ", oleh=pemeran.staf)

    def test_without_a_contact_there_is_nobody_to_call(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, kontak={"nama": "Slamet"}).aspirasi
        alamat = reverse("meja:aspirasi_pin", args=[aspirasi.acuan])
        assert "Tidak ada kontak" in teks(klien("staf").get(alamat))
        lama = aspirasi.pin_hash
        klien("staf").post(alamat, {"alasan": "Katanya hilang, kami percaya saja."})
        aspirasi.refresh_from_db()
        assert aspirasi.pin_hash == lama

    @pytest.mark.parametrize(
        ("siapa", "status"),
        [("aparat", 403), ("kakam", 403), ("admin", 403), ("aparat_lain", 404), ("staf", 200)],
    )
    def test_whoever_holds_the_pin_speaks_as_the_sender_so_only_staff_may(
        self, klien: Any, pemeran: Any, siapa: str, status: int
    ) -> None:
        kontak = KONTAK | {"nama_untuk_kampung": True}
        aspirasi = buat(pemeran.kampung, kontak=kontak).aspirasi
        alamat = reverse("meja:aspirasi_pin", args=[aspirasi.acuan])
        assert klien(siapa).get(alamat).status_code == status


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
        services.tanggapi(aspirasi=aspirasi, isi="Kami keruk Senin.", oleh=pemeran.kakam)
        services.catat_internal(aspirasi=aspirasi, isi="Telepon Xylofon.", oleh=pemeran.staf)
        return terkirim, aspirasi

    def test_everything_goes_but_that_it_was_and_what_was_answered(
        self, client: Client, pemeran: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        terkirim, aspirasi = self.siapkan(pemeran)
        masuk_pengirim(client, terkirim)
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
        masuk_pengirim(client, terkirim)
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

    def test_the_reason_of_a_refusal_is_an_official_word_and_stays(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        services.tutup_negatif(
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
        services.tanggapi(aspirasi=aspirasi, isi="Kami catat.", oleh=pemeran.kakam)
        services.catat_internal(aspirasi=aspirasi, isi="Catatan dapur.", oleh=pemeran.staf)
        services.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
        masuk_pengirim(client, terkirim)
        respons = client.get(halaman(aspirasi, "unduh"))
        assert "attachment" in respons["Content-Disposition"]
        assert "no-store" in respons["Cache-Control"]
        data = json.loads(respons.content)
        assert data["kiriman"]["isi"] == "Nomor saya 0812-3456-7890."
        assert data["pengirim"]["email"] == KONTAK["email"]
        assert data["jawaban_dan_keterangan"][0]["isi"] == "Kami catat."
        assert len(data["identitas_dibuka"]) == 1
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
        services.tutup_negatif(
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
            ({"jenis": "usulan", "tampilkan_nama": True}, True),
            ({"jenis": "keluhan", "tampilkan_nama": True}, False),
            ({"jenis": "keluhan", "tempat_umum": True}, True),
        ],
    )
    def test_is_rounded_unless_it_is_a_public_place_or_a_named_wish(
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
        assert ("sekitar −5,150, 105,040" in isi) is not tepat
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
        services.tanggapi(
            aspirasi=aspirasi, isi=f"NIK 1802020101900001, telepon {nomor}.", oleh=pemeran.kakam
        )
        for alamat in (
            aspirasi.get_absolute_url(),
            "/aspirasi/",
            f"{LACAK}?kode={aspirasi.kode}",
            "/",
            "/kampung/sido-rejo/",
        ):
            isi = teks(client.get(alamat))
            assert nomor not in isi, alamat
            assert "1802020101900001" not in isi, alamat

    def test_in_the_public_reason(self, client: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        services.tutup_negatif(
            aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan="Telepon 0812-3456-7890.", oleh=pemeran.staf
        )
        isi = teks(client.get(aspirasi.get_absolute_url()))
        assert "0812-3456-7890" not in isi
        assert "[nomor telepon disamarkan]" in isi


def test_a_reply_of_the_sender_is_never_public(client: Client, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung)
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    masuk_pengirim(client, terkirim)
    client.post(halaman(aspirasi, "balas"), {"isi": "Rumah saya nomor tujuh."})
    assert aspirasi.tindak_lanjut.get().jenis == JenisTindakLanjut.BALASAN_PENGIRIM
    assert "nomor tujuh" not in teks(Client().get(aspirasi.get_absolute_url()))
