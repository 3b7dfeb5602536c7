"""Too much from one place waits a little; nothing typed is lost and nobody is locked out."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services.bahaya import kabari_bahaya
from aspirasi.services.foto import di_muka
from core.formulir.sekali import kunci_baru
from core.models import Berkas, Pembatas, Tugas
from core.waktu import pada, sekarang
from tests.alat.baca import teks
from tests.alat.berkas import berkas_tersimpan
from tests.alat.pengirim import KIRIM, LACAK, halaman, masuk_pengirim
from tests.pabrik.aspirasi import buat, isian, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.orang import PenggunaFactory

pytestmark = pytest.mark.django_db
SELULER, LAIN = "36.80.12.34", "36.80.13.1"
PADAT = "baru saja masuk banyak sekali kiriman"


@pytest.fixture(autouse=True)
def jatah(settings: Any) -> None:
    """Allow two of each an hour; two photos of the smallest size, and the price of one try for a
    third."""
    settings.JATAH_PER_JAM = {
        "kirim": 2,
        "bahaya": 2,
        "foto": 10**7,
        "serupa": 2,
        "lacak": 2,
    }
    settings.JATAH_PER_JAM["foto"] = di_muka() + 150 * 1024


@pytest.fixture
def penuh(pemeran: Any) -> Client:
    """A phone behind an address from which two kiriman came in just now."""
    client = Client(REMOTE_ADDR=SELULER)
    for nomor in range(2):
        respons = client.post(KIRIM, isian(isi=f"Kiriman ke-{nomor} dari balai dusun."))
        assert respons.status_code == 302
    return client


class TestSending:
    """Sending and joining draw on one allowance."""

    def test_one_too_many_waits_with_all_that_was_typed(self, penuh: Client) -> None:
        data = isian(isi="Tulisan panjang yang tidak boleh hilang.", nama="Slamet", telepon="")
        respons = penuh.post(KIRIM, data | {"foto": [foto()]})
        assert respons.status_code == 429
        isi = teks(respons)
        assert PADAT in isi
        assert "Tunggu sekitar 30 menit, lalu tekan Kirim sekali lagi." in isi
        assert "Ada yang perlu diperbaiki" not in isi
        assert "Tulisan panjang yang tidak boleh hilang." in isi
        assert 'value="Slamet"' in isi
        assert data["kunci"] in isi
        assert Aspirasi.objects.count() == 2
        assert not Lampiran.objects.exists()

    def test_the_same_form_goes_through_afterwards(self, penuh: Client) -> None:
        data = isian(isi="Tulisan panjang yang tidak boleh hilang.")
        assert penuh.post(KIRIM, data).status_code == 429
        with pada(sekarang() + dt.timedelta(minutes=30)):
            assert penuh.post(KIRIM, data).status_code == 302
        assert Aspirasi.objects.filter(isi=data["isi"]).count() == 1

    def test_a_phone_of_the_same_carrier_waits_and_others_do_not(self, penuh: Client) -> None:
        tetangga = Client(REMOTE_ADDR="36.80.12.99")
        assert tetangga.post(KIRIM, isian()).status_code == 429
        assert Client(REMOTE_ADDR=LAIN).post(KIRIM, isian()).status_code == 302

    def test_an_account_is_not_held_back_by_its_neighbours(
        self, penuh: Client, pemeran: Any
    ) -> None:
        warga = Client(REMOTE_ADDR=SELULER)
        pemeran.warga.telepon_terbukti_pada = sekarang()
        pemeran.warga.save()
        warga.force_login(pemeran.warga)
        assert [warga.post(KIRIM, isian()).status_code for _ in range(3)] == [302, 302, 429]

    def test_accounts_that_nobody_proved_bring_no_allowance_of_their_own(
        self, penuh: Client
    ) -> None:
        """Four of them, made on the spot, stored twenty more."""
        for _ in range(4):
            penuh.force_login(PenggunaFactory())
            assert penuh.post(KIRIM, isian()).status_code == 429
        assert Aspirasi.objects.count() == 2

    def test_danger_is_never_refused_and_the_desk_sees_where_it_is_crowded(
        self, penuh: Client, pemeran: Any, klien: Any
    ) -> None:
        for nomor in range(4):
            data = isian(isi=f"Kabel putus di jalan {nomor}.", bahaya="on")
            assert penuh.post(KIRIM, data).status_code == 302
        semua = Aspirasi.objects.filter(bahaya=True).order_by("pk")
        assert [a.dari_ramai for a in semua] == [False, False, True, True]
        Client(REMOTE_ADDR=LAIN).post(KIRIM, isian(isi="Tanggul jebol.", bahaya="on"))
        for alamat in ("/kerja/", "/kerja/aspirasi/?keadaan=bahaya"):
            isi = teks(klien("staf").get(alamat))
            assert "Dari jaringan yang sedang ramai" in isi
            assert isi.index("Tanggul jebol") < isi.index("Kabel putus di jalan 2")

    def test_a_flood_of_danger_buries_no_letter_about_others(self, pemeran: Any) -> None:
        pemeran.staf.email = "sari@contoh.id"
        pemeran.staf.save()
        for _ in range(8):
            aspirasi = buat(pemeran.kampung, bahaya=True).aspirasi
            Aspirasi.objects.filter(pk=aspirasi.pk).update(dari_ramai=True)
            kabari_bahaya(aspirasi.acuan.hex)
        lain = buat(pemeran.kampung, bahaya=True).aspirasi
        kabari_bahaya(lain.acuan.hex)
        surat = Tugas.objects.filter(kunci__startswith="surat:bahaya:")
        assert surat.count() == 7
        assert surat.filter(kunci__contains=lain.acuan.hex).exists()

    def test_danger_never_waits_for_what_is_no_danger(self, penuh: Client) -> None:
        assert penuh.post(KIRIM, isian(bahaya="on")).status_code == 302

    def test_a_repeated_send_of_what_is_stored_is_answered(self, penuh: Client) -> None:
        data = isian(isi="Selokan depan pasar mampet.", bahaya="on")
        assert penuh.post(KIRIM, data)["Location"] == "/aspirasi/terkirim/"
        penuh.post(KIRIM, isian(bahaya="on"))
        assert penuh.post(KIRIM, data)["Location"] == "/aspirasi/terkirim/"
        assert not Aspirasi.objects.get(isi=data["isi"]).dari_ramai

    def test_joining_waits_as_well_and_keeps_its_words(self, penuh: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        data = {"kunci": kunci_baru(), "setuju": "on", "tentang": "tidak"}
        data["isi"] = "Di sini juga, sejak Senin."
        respons = penuh.post(f"/aspirasi/{aspirasi.nomor}/ikut/", data)
        assert respons.status_code == 429
        assert PADAT in teks(respons)
        assert data["isi"] in teks(respons)
        assert not aspirasi.gabungan.exists()

    def test_the_admin_sees_that_somebody_waits_and_nobody_else_does(
        self, penuh: Client, klien: Any
    ) -> None:
        admin = klien("admin")
        assert "Tidak ada yang diminta menunggu" in teks(admin.get("/kerja/"))
        penuh.post(KIRIM, isian())
        assert "ada yang diminta menunggu, karena terlalu banyak" in teks(admin.get("/kerja/"))
        for siapa in ("staf", "aparat"):
            assert "diminta menunggu" not in teks(klien(siapa).get("/kerja/"))


class TestPhotos:
    """Photos that nobody has looked at yet fill the disk only so fast."""

    def test_a_photo_beyond_the_allowance_waits_and_the_text_does_not(self, pemeran: Any) -> None:
        client = Client(REMOTE_ADDR=SELULER)
        data = isian() | {"foto": [foto("red"), foto("blue"), foto("green")]}
        respons = client.post(KIRIM, data, follow=True)
        assert Aspirasi.objects.count() == 1
        assert Lampiran.objects.count() == 2
        assert "banyak sekali foto. Kirim fotonya lagi sekitar" in teks(respons)
        assert "Tulisan Anda dan foto lain tetap tersimpan." in teks(respons)

    def test_it_counts_what_is_stored_and_leaves_no_file_behind(
        self, pemeran: Any, settings: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        """Small to send and larger once it is stored: found out after decoding."""
        settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"foto": 60}  # bytes
        client = Client(REMOTE_ADDR=SELULER)
        with django_capture_on_commit_callbacks(execute=True):
            client.post(KIRIM, isian() | {"foto": [foto("red"), foto("blue")]})
        assert Aspirasi.objects.count() == 1
        assert Lampiran.objects.count() == Berkas.objects.count() == berkas_tersimpan() == 0

    def test_a_sender_with_a_code_still_reads_and_writes(self, penuh: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        penuh.post(KIRIM, isian(bahaya="on") | {"foto": [foto("red"), foto("blue")]})
        assert "Mohon jalan Dusun 3 dirabat." in teks(masuk_pengirim(penuh, terkirim))
        foto_lagi = {"foto": [foto("green")]}
        respons = penuh.post(halaman(terkirim.aspirasi, "foto"), foto_lagi, follow=True)
        assert respons.status_code == 200
        assert "Foto" in teks(respons)
        penuh.post(halaman(terkirim.aspirasi, "balas"), {"isi": "Masih becek."})
        assert terkirim.aspirasi.tindak_lanjut.get().isi == "Masih becek."
        penuh.post(halaman(terkirim.aspirasi, "tarik"))
        terkirim.aspirasi.refresh_from_db()
        assert terkirim.aspirasi.status == "ditarik"


class TestLookups:
    """Codes and likely duplicates."""

    def test_who_types_many_unknown_codes_waits_and_a_right_one_never(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        client = Client(REMOTE_ADDR=SELULER)
        kode = [f"AAAABBBB{huruf}C" for huruf in "DEFG"]
        status = [client.get(LACAK, {"kode": satu}).status_code for satu in kode]
        assert status == [200, 200, 429, 429]
        ditahan = client.get(LACAK, {"kode": kode[0]})
        assert "Kode ini tidak kami kenal. Tunggu 30 menit" in teks(ditahan)
        benar = client.get(LACAK, {"kode": terkirim.kode}, follow=True)
        assert benar.status_code == 200
        assert terkirim.aspirasi.get_status_display() in teks(benar)
        assert masuk_pengirim(client, terkirim).status_code == 200

    def test_suggestions_stay_away_and_sending_goes_on(self, pemeran: Any) -> None:
        terbit(pemeran.kampung, pemeran.staf, jenis="keluhan", isi="Kursi roda posyandu rusak.")
        client = Client(REMOTE_ADDR=SELULER)
        data = isian(jenis="keluhan", isi="Kursi roda posyandu rusak sejak Senin.")
        ketik = [teks(client.post("/aspirasi/serupa/", data)) for _ in range(3)]
        assert ["Kursi roda" in satu for satu in ketik] == [True, True, False]
        assert client.post(KIRIM, data)["Location"] == "/aspirasi/terkirim/"


def test_the_table_holds_no_address(penuh: Client) -> None:
    for baris in Pembatas.objects.values_list("kunci", flat=True):
        assert "36.80" not in baris
        assert len(baris) == 64
