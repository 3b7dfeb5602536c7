"""The contact that was left, and the copy of one's data: the sender's own to see and change."""

import datetime as dt
import json
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, KabarPengirim, Pengirim
from aspirasi.services import jawab, kiriman, kontak, penghapusan, tangani
from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.waktu import pada
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.pengirim import KONTAK, halaman, kenal_pengirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
NOMOR, BARU = "0812-3456-7890", {"telepon": "0813-0000-1111", "email": "baru@contoh.id"}
KOSONG = {"telepon": "", "email": ""}


@pytest.fixture
def terkirim(pemeran: Any) -> kiriman.Terkirim:
    return buat(pemeran.kampung, kontak=KONTAK)


def pengirim(terkirim: kiriman.Terkirim) -> Pengirim:
    return Pengirim.objects.get(aspirasi=terkirim.aspirasi)


def simpan(client: Client, terkirim: kiriman.Terkirim, data: dict[str, str]) -> Any:
    return client.post(halaman(terkirim.aspirasi, "kontak"), data, follow=True)


class TestContact:
    """Masked where it is only shown; whole where it is changed."""

    def test_is_shown_with_its_middle_masked(
        self, client: Client, terkirim: kiriman.Terkirim
    ) -> None:
        isi = teks(masuk_pengirim(client, terkirim))
        assert "0812…7890" in isi
        assert "sl…@contoh.id" in isi
        for rahasia in (NOMOR, "081234567890", "slamet@"):
            assert rahasia not in isi

    def test_is_set_right(self, client: Client, terkirim: kiriman.Terkirim) -> None:
        kenal_pengirim(client, terkirim)
        assert NOMOR in teks(client.get(halaman(terkirim.aspirasi, "kontak")))
        isi = teks(simpan(client, terkirim, BARU))
        assert "Kontak Anda sudah disimpan." in isi
        orang = pengirim(terkirim)
        assert (orang.telepon, orang.email) == ("+6281300001111", "baru@contoh.id")
        assert orang.nama == "Slamet"

    def test_the_trail_holds_no_value(self, client: Client, terkirim: kiriman.Terkirim) -> None:
        kenal_pengirim(client, terkirim)
        simpan(client, terkirim, BARU)
        jejak = riwayat(terkirim.aspirasi).get(aksi="kontak_diubah")
        assert (jejak.isi.alasan, jejak.isi.rincian, jejak.oleh_id) == ("", {}, None)
        assert "Kontaknya Anda ubah" in teks(client.get(halaman(terkirim.aspirasi)))

    def test_the_same_once_more_leaves_no_trail(
        self, client: Client, terkirim: kiriman.Terkirim
    ) -> None:
        kenal_pengirim(client, terkirim)
        isi = teks(simpan(client, terkirim, {"telepon": NOMOR, "email": KONTAK["email"]}))
        assert "tetap seperti semula" in isi
        assert not riwayat(terkirim.aspirasi).filter(aksi="kontak_diubah").exists()

    def test_taken_away_nothing_more_is_sent(
        self, client: Client, pemeran: Any, terkirim: kiriman.Terkirim
    ) -> None:
        periksa(terkirim.aspirasi, pemeran.staf)
        assert KabarPengirim.objects.belum().exists()
        kenal_pengirim(client, terkirim)
        isi = teks(simpan(client, terkirim, KOSONG))
        assert "Kontak Anda sudah dihapus." in isi
        kerjakan_semua()
        assert mail.outbox == []
        assert not KabarPengirim.objects.belum().exists()
        assert pengirim(terkirim).telepon == pengirim(terkirim).email == ""

    def test_a_letter_goes_to_the_address_that_stayed(
        self, client: Client, pemeran: Any, terkirim: kiriman.Terkirim
    ) -> None:
        periksa(terkirim.aspirasi, pemeran.staf)
        kenal_pengirim(client, terkirim)
        simpan(client, terkirim, {"telepon": "", "email": KONTAK["email"]})
        kerjakan_semua()
        assert [surat.to for surat in mail.outbox] == [[KONTAK["email"]]]

    @pytest.mark.parametrize(
        "data",
        [
            {"telepon": "123"},
            {"email": "bukan"},
            {"telepon": "\0"},
            {"email": "x" * 9000 + "@a.id"},
        ],
    )
    def test_what_is_no_contact_is_said_so(
        self, client: Client, terkirim: kiriman.Terkirim, data: dict[str, str]
    ) -> None:
        kenal_pengirim(client, terkirim)
        assert "Ada yang perlu diperbaiki" in teks(simpan(client, terkirim, KOSONG | data))
        assert pengirim(terkirim).email == KONTAK["email"]

    def test_only_with_code_and_pin(self, klien: Any, terkirim: kiriman.Terkirim) -> None:
        for siapa in ("pengunjung", "warga", "kakam", "staf", "admin"):
            assert simpan(klien(siapa), terkirim, BARU).status_code == 403, siapa
        assert pengirim(terkirim).email == KONTAK["email"]

    def test_of_a_child_there_is_none(self, client: Client, pemeran: Any) -> None:
        anak = buat(pemeran.kampung, anak=True, kontak=KONTAK)
        isi = teks(masuk_pengirim(client, anak))
        assert "Anda belum 18 tahun, jadi nomor HP dan e-mail tidak kami simpan." in isi
        assert halaman(anak.aspirasi, "kontak") not in isi
        assert 'name="telepon"' not in teks(client.get(halaman(anak.aspirasi, "kontak")))
        assert simpan(client, anak, BARU).status_code == 409
        assert pengirim(anak).telepon == ""

    def test_left_anew_it_is_forgotten_in_its_time(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        penghapusan.hapus_identitas(aspirasi=terkirim.aspirasi)
        kenal_pengirim(client, terkirim)
        simpan(client, terkirim, BARU)
        orang = pengirim(terkirim)
        assert orang.dikosongkan_pada is None
        assert orang.versi_persetujuan == kiriman.VERSI_PERSETUJUAN

    def test_a_closed_or_erased_one_gets_none(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        jawab.tutup_negatif(
            aspirasi=terkirim.aspirasi, aksi=Aksi.TOLAK, alasan="Sudah ada.", oleh=pemeran.staf
        )
        kenal_pengirim(client, terkirim)
        assert "sudah ditutup" in teks(simpan(client, terkirim, BARU))
        penghapusan.hapus_semua(aspirasi=terkirim.aspirasi)
        assert "sudah dihapus" in teks(simpan(client, terkirim, BARU))
        assert pengirim(terkirim).telepon == ""

    @pytest.mark.parametrize(
        ("email", "tertutup"),
        [("", ""), ("a@b.id", "…@b.id"), ("ab@b.id", "a…@b.id"), ("abcdef@b.id", "ab…@b.id")],
    )
    def test_of_a_short_name_less_is_shown(self, email: str, tertutup: str) -> None:
        assert kontak.tutup_email(email) == tertutup


class TestCopy:
    """Everything that is kept, as a page and as JSON: in WIB, with whole addresses."""

    @pytest.fixture
    def lengkap(self, client: Client, pemeran: Any) -> Aspirasi:
        with pada(saat("2026-03-16", 23, 30)):
            terkirim = buat(
                pemeran.kampung, kontak=KONTAK, lokasi="Depan mushola", kelompok_terdampak=["anak"]
            )
            aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
            for _ in range(3):
                kontak.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
            tangani.catat_internal(aspirasi=aspirasi, isi="Catatan dapur.", oleh=pemeran.staf)
        kenal_pengirim(client, terkirim)
        client.post(halaman(aspirasi, "foto"), {"foto": [foto()]})
        return aspirasi

    def test_the_page(self, client: Client, lengkap: Aspirasi) -> None:
        isi = teks(client.get(halaman(lengkap, "data")))
        alamat = f"http://testserver{lengkap.lampiran.get().berkas.alamat}"
        for kata in (
            *(NOMOR, "slamet@contoh.id", "Slamet (tidak tampil)", "Depan mushola", "Anak"),
            *("Senin, 16 Maret 2026 pukul 23.30 WIB", "Sudah digali.", alamat),
            "Senin, 16 Maret 2026, Kecamatan, 3 kali",
        ):
            assert kata in isi, kata
        assert "Catatan dapur." not in isi

    def test_the_file(self, client: Client, lengkap: Aspirasi) -> None:
        data = json.loads(teks(client.get(halaman(lengkap, "unduh"))))
        assert data["kiriman"]["dikirim"] == "2026-03-16T23:30:00+07:00"
        assert data["foto"][0]["alamat"].startswith("http://testserver/berkas/")
        waktu = [dt.datetime.fromisoformat(p["waktu"]) for p in data["perjalanan"]]
        assert {w.utcoffset() for w in waktu} == {dt.timedelta(hours=7)}

    def test_reading_ones_own_is_not_logged(self, client: Client, lengkap: Aspirasi) -> None:
        sebelum = riwayat(lengkap).count()
        client.get(halaman(lengkap, "data"))
        assert riwayat(lengkap).count() == sebelum

    def test_is_for_the_sender_alone(self, klien: Any, lengkap: Aspirasi) -> None:
        for siapa in ("pengunjung", "warga", "staf"):
            assert klien(siapa).get(halaman(lengkap, "data")).status_code == 302, siapa
