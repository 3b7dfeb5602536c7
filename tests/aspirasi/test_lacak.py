"""Following a kiriman with its code, and opening it with the PIN."""

import datetime as dt
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi import kode as kode_
from aspirasi.enums import Aksi, Jangkauan, Jenis, JenisTindakLanjut, Status
from aspirasi.models import Aspirasi
from aspirasi.services import jawab, kontak, tangani
from aspirasi.views import pintu
from core.models import Pembatas
from core.waktu import hari_ini, pada, sekarang
from tests.alat.pengirim import kenal_pengirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, jam_sampai, periksa
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import buat_laporan

pytestmark = pytest.mark.django_db
LACAK = "/aspirasi/lacak/"
ALASAN = "Jalan ini milik kabupaten, bukan milik kampung."


def halaman(terkirim: Any, bagian: str = "") -> str:
    nama = f"aspirasi:kiriman{'_' + bagian if bagian else ''}"
    return reverse(nama, args=[terkirim.aspirasi.acuan])


def lihat(client: Client, kode: str) -> Any:
    """Type the code alone and see where it leads."""
    return client.post(LACAK, {"kode": kode}, follow=True)


class TestCode:
    """The code alone."""

    @pytest.mark.parametrize("tulis", ["{}", "br-{}", "BR {}", "{} ", "br{}"])
    def test_is_read_tolerantly(self, client: Client, pemeran: Any, tulis: str) -> None:
        terkirim = buat(pemeran.kampung)
        k = terkirim.kode.lower()
        respons = client.post(
            LACAK, {"kode": tulis.format(f"{k[:4]}-{k[4:8]} {k[8:]}")}, follow=True
        )
        assert "Baru diterima" in respons.content.decode()

    def test_shows_status_and_due_date_but_no_text_before_the_first_look(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, isi="Rahasia sekali tulisan ini.")
        isi = lihat(client, terkirim.kode).content.decode()
        assert "paling lambat" in isi
        assert "Rahasia sekali" not in isi

    def test_shows_the_public_text_and_how_late_it_is(self, client: Client, pemeran: Any) -> None:
        aspirasi = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
        lewat = hari_ini() - dt.timedelta(days=7)
        Aspirasi.objects.filter(pk=aspirasi.pk).update(**jam_sampai(lewat))
        isi = lihat(client, aspirasi.kode).content.decode()
        assert "Mohon jalan Dusun 3 dirabat." in isi
        assert "hari kerja.</strong>" in isi

    def test_a_refusal_that_everyone_may_read_says_why(self, client: Client, pemeran: Any) -> None:
        aspirasi = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
        jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=pemeran.staf)
        assert ALASAN in lihat(client, aspirasi.kode).content.decode()

    def test_any_other_refusal_says_how_to_read_why(self, client: Client, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=pemeran.staf)
        isi = lihat(client, aspirasi.kode).content.decode()
        assert ALASAN not in isi
        assert "dan alasan petugas tidak kami tampilkan di sini. Masukkan PIN" in isi

    def test_never_shows_the_text_of_a_closed_one(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS, isi="Isi tertutup sekali.")
        periksa(terkirim.aspirasi, pemeran.staf)
        assert "Isi tertutup" not in lihat(client, terkirim.kode).content.decode()

    def test_it_stands_in_no_address(self, client: Client, pemeran: Any) -> None:
        """Not by typing it, nor by an old link; the page can be loaded again, for a while."""
        kode = buat(pemeran.kampung).kode
        for respons in (client.post(LACAK, {"kode": kode}), client.get(LACAK, {"kode": kode})):
            assert respons["Location"] == LACAK
        assert client.get(f"/lacak?kode={kode}", follow=True).redirect_chain[-1][0] == LACAK
        for _ in range(2):
            assert "Baru diterima" in client.get(LACAK).content.decode()
        client.post(reverse("aspirasi:kiriman_lupakan"))
        assert "Baru diterima" not in client.get(LACAK).content.decode()

    @pytest.mark.parametrize("kode", ["BR-AAAA-AAAA-AA", "salah", "\0", "x" * 5000, "🙏" * 10])
    def test_an_unknown_one_says_what_to_do(self, client: Client, db: None, kode: str) -> None:
        for respons in (client.get(LACAK, {"kode": kode}), client.post(LACAK, {"kode": kode})):
            assert respons.status_code in (200, 302)
        assert "galat" in client.get(LACAK, {"kode": kode}).content.decode()

    def test_the_public_number_is_told_apart(self, client: Client, db: None) -> None:
        isi = client.get(LACAK, {"kode": "asp-2026-00012"}).content.decode()
        assert "Kode lacak diawali BR" in isi

    def test_a_lost_pin_or_code_is_helped(self, client: Client, db: None) -> None:
        isi = client.get(LACAK).content.decode()
        assert "Kehilangan kode atau PIN?" in isi


class TestPin:
    """Code and PIN, and guessing."""

    def test_opens_everything(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi="Tulisan saya 0812-3456-7890 apa adanya.")
        isi = masuk_pengirim(client, terkirim).content.decode()
        assert "0812-3456-7890" in isi
        assert "[nomor telepon disamarkan]" in isi

    def test_a_wrong_one_and_an_unknown_code_are_answered_alike(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        salah = f"{(int(terkirim.pin) + 1) % 10**6:06d}"
        satu = client.post(LACAK, {"kode": terkirim.kode, "pin": salah})
        dua = client.post(LACAK, {"kode": "AAAABBBBCC", "pin": salah})
        assert satu.status_code == dua.status_code == 200
        bersih = [
            r.content.decode().split("<main")[1].replace(k, "")
            for r, k in ((satu, terkirim.kode), (dua, "AAAABBBBCC"))
        ]
        for i, isi in enumerate(bersih):
            assert "tidak cocok" in isi
            awal = isi.index("csrfmiddlewaretoken")
            bersih[i] = isi[:awal] + isi[isi.index(">", awal) :]
        assert bersih[0] == bersih[1]

    def test_five_wrong_ones_slow_down_and_the_sender_still_gets_in(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        salah = {"kode": terkirim.kode, "pin": f"{(int(terkirim.pin) + 1) % 10**6:06d}"}
        benar = {"kode": terkirim.kode, "pin": terkirim.pin}
        for _ in range(5):
            assert client.post(LACAK, salah).status_code == 200
        ditahan = client.post(LACAK, benar)
        assert ditahan.status_code == 429
        assert "Tunggu 30 detik" in ditahan.content.decode()
        # From another place nothing holds the sender up …
        assert Client(REMOTE_ADDR="36.80.1.2").post(LACAK, benar).status_code == 302
        # … and from the same place only the pause does.
        with pada(sekarang() + dt.timedelta(seconds=31)):
            assert client.post(LACAK, benar).status_code == 302
        assert client.post(LACAK, salah).status_code == 200

    def test_an_unknown_code_is_slowed_down_too(self, client: Client, db: None) -> None:
        for _ in range(5):
            client.post(LACAK, {"kode": "AAAABBBBCC", "pin": "123456"})
        assert client.post(LACAK, {"kode": "AAAABBBBCC", "pin": "123456"}).status_code == 429

    def test_an_older_key_of_the_server_still_knows_it(
        self, client: Client, pemeran: Any, settings: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "kunci-baru-" + "y" * 40
        assert kode_.pin_cocok(terkirim.pin, terkirim.kode, terkirim.aspirasi.pin_hash)

    def test_the_table_of_tries_holds_neither_code_nor_address(
        self, client: Client, pemeran: Any
    ) -> None:
        client.post(LACAK, {"kode": "AAAABBBBCC", "pin": "123456"})
        for kunci in Pembatas.objects.values_list("kunci", flat=True):
            assert len(kunci) == 64
            assert "AAAABBBBCC" not in kunci

    def test_many_places_together_are_slowed_down_but_not_who_has_opened_it(
        self, client: Client, klien: Any, pemeran: Any, monkeypatch: Any
    ) -> None:
        monkeypatch.setattr(pintu, "BEBAS_SEMUA", 3)
        terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
        salah = {"kode": terkirim.kode, "pin": f"{(int(terkirim.pin) + 1) % 10**6:06d}"}
        benar = salah | {"pin": terkirim.pin}
        assert client.post(LACAK, benar).status_code == 302
        dari = [Client(REMOTE_ADDR=f"36.80.{n}.2").post(LACAK, salah) for n in range(5)]
        assert [r.status_code for r in dari] == [200, 200, 429, 429, 429]
        assert Client(REMOTE_ADDR="36.81.1.2").post(LACAK, benar).status_code == 429
        # The browser that has opened it, long closed again, and the account that sent it:
        with pada(sekarang() + dt.timedelta(hours=2)):
            Client(REMOTE_ADDR="36.82.1.2").post(LACAK, salah)
            assert client.post(LACAK, benar).status_code == 302
        halaman_pin = reverse("aspirasi:kiriman_pin", args=[terkirim.aspirasi.acuan])
        assert klien("warga").post(halaman_pin, {"pin": terkirim.pin}).status_code == 302

    def test_nor_does_the_account_guess_faster_than_strangers(
        self, klien: Any, pemeran: Any, monkeypatch: Any
    ) -> None:
        """An intruder in the account of its sender, from many networks."""
        monkeypatch.setattr(pintu, "BEBAS_SEMUA", 3)
        terkirim, client = buat(pemeran.kampung, oleh=pemeran.warga), klien("warga")
        halaman_pin = reverse("aspirasi:kiriman_pin", args=[terkirim.aspirasi.acuan])
        salah = {"pin": f"{(int(terkirim.pin) + 1) % 10**6:06d}"}
        kode = [
            client.post(halaman_pin, salah, REMOTE_ADDR=f"36.80.{n}.2").status_code
            for n in range(5)
        ]
        assert kode == [200, 200, 200, 429, 429]


class TestOwnPage:
    """The sender reads and acts."""

    def test_shows_answers_projects_reports_and_who_read_the_identity(
        self, client: Client, pemeran: Any, proyek: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, kontak={"nama": "Slamet"})
        aspirasi = periksa(
            terkirim.aspirasi, pemeran.staf, isi_publik="Mohon jalan dirabat.", alasan="Nama orang."
        )
        kontak.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Kami usulkan.", oleh=pemeran.kakam)
        tangani.catat_internal(aspirasi=aspirasi, isi="Catatan dapur.", oleh=pemeran.staf)
        tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.aparat)
        buat_laporan(proyek, pemeran.kakam)
        buat_laporan(proyek, pemeran.kakam, terbit=False, periode=dt.date(2026, 11, 1), persen=77)
        isi = masuk_pengirim(client, terkirim).content.decode()
        for kata in (
            "Mohon jalan Dusun 3 dirabat.",
            "Mohon jalan dirabat.",
            "Nama orang.",
            "Kami usulkan.",
            "Kepala Kampung",
            proyek.judul,
            "pekerjaan 40%",
            "Siapa yang membuka identitas Anda",
            ", Kecamatan</li>",
        ):
            assert kata in isi
        assert "Catatan dapur." not in isi
        assert "77%" not in isi
        assert pemeran.staf.nama not in isi

    def test_everyone_else_is_asked_for_the_pin_whether_it_exists_or_not(
        self, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        for siapa in ("pengunjung", "warga", "aparat", "staf", "camat", "admin"):
            c = klien(siapa)
            ada = c.get(halaman(terkirim))
            tiada = c.get(reverse("aspirasi:kiriman", args=[uuid4()]))
            assert (ada.status_code, ada["Location"]) == (tiada.status_code, tiada["Location"])
            assert ada["Location"] == LACAK

    def test_an_hour_later_the_pin_is_asked_again_and_the_words_are_kept(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        assert client.get(halaman(terkirim)).status_code == 200
        with pada(sekarang() + dt.timedelta(minutes=61)):
            assert client.get(halaman(terkirim)).status_code == 302
            respons = client.post(halaman(terkirim, "balas"), {"isi": "Kalimat yang panjang."})
        assert respons.status_code == 403
        assert "Kalimat yang panjang." in respons.content.decode()
        assert not terkirim.aspirasi.tindak_lanjut.exists()

    def test_replies_and_photos_are_added(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        for _ in range(2):  # pressed twice
            client.post(halaman(terkirim, "balas"), {"isi": "Tepatnya depan mushola."})
        client.post(halaman(terkirim, "foto"), {"foto": [foto("red"), foto("blue")]})
        balasan = terkirim.aspirasi.tindak_lanjut.get()
        assert balasan.jenis == JenisTindakLanjut.BALASAN_PENGIRIM
        lampiran = list(terkirim.aspirasi.lampiran.all())
        assert len(lampiran) == 2
        respons = client.get(lampiran[0].berkas.alamat)
        assert b"".join(respons.streaming_content).startswith(b"RIFF")
        assert Client().get(lampiran[0].berkas.alamat).status_code == 404
        with pada(sekarang() + dt.timedelta(minutes=61)):
            assert client.get(lampiran[0].berkas.alamat).status_code == 404

    def test_a_photo_form_without_photos_says_so(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        isi = client.post(halaman(terkirim, "foto"), {}).content.decode()
        assert "Pilih paling sedikit satu foto." in isi

    def test_what_became_a_project_is_asked_about_when_the_work_is_done(
        self, client: Client, pemeran: Any, proyek: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
        awal = masuk_pengirim(client, terkirim).content.decode()
        assert "Sesudah proyeknya selesai, Anda ditanya" in awal
        assert 'id="beres"' not in awal
        proyek.tahap, proyek.selesai_nyata = "selesai", hari_ini()
        proyek.save()
        assert 'id="beres">Sudah beres di lapangan?' in (
            client.get(halaman(terkirim)).content.decode()
        )

    def test_settled_and_not_settled(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, jenis=Jenis.KELUHAN)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Sudah kami keruk.", oleh=pemeran.kakam)
        isi = masuk_pengirim(client, terkirim).content.decode()
        assert "Sudah beres di lapangan?" in isi
        client.post(halaman(terkirim, "beres"))
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.SELESAI
        kosong = client.post(halaman(terkirim, "belum"), {"alasan": ""})
        assert "harus diisi" in kosong.content.decode()
        client.post(halaman(terkirim, "belum"), {"alasan": "Masih mampet."})
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIBUKA_KEMBALI
        assert aspirasi.tindak_lanjut.filter(isi="Masih mampet.").exists()

    def test_an_act_that_came_too_late_keeps_the_words(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        jawab.tutup_negatif(
            aspirasi=terkirim.aspirasi, aksi=Aksi.TOLAK, alasan="Sudah ada.", oleh=pemeran.staf
        )
        respons = client.post(halaman(terkirim, "balas"), {"isi": "Satu hal lagi dari saya."})
        assert respons.status_code == 409
        assert "Satu hal lagi dari saya." in respons.content.decode()
        assert "sudah ditutup" in respons.content.decode()

    def test_withdrawing_takes_it_from_the_public(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        assert client.get(aspirasi.get_absolute_url()).status_code == 200
        kenal_pengirim(client, terkirim)
        client.post(halaman(terkirim, "tarik"))
        assert client.get(aspirasi.get_absolute_url()).status_code == 404
        assert client.post(halaman(terkirim, "tarik")).status_code == 409

    def test_acts_need_a_post(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        for bagian in ("balas", "foto", "beres", "belum", "tarik"):
            assert client.get(halaman(terkirim, bagian)).status_code == 405

    def test_the_page_is_never_stored(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        assert "no-store" in client.get(halaman(terkirim))["Cache-Control"]
