"""Likely duplicates through the front door: the page between, joining, and support."""

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.bacaan.tulisan import tulisan
from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.models import Aspirasi, Dukungan, Pengirim
from aspirasi.services import ikut as layanan_ikut
from aspirasi.services import jawab, kiriman
from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.models import Jejak
from tests.alat.pengirim import KIRIM, kode_dan_pin, masuk_pengirim
from tests.pabrik.aspirasi import buat, isian, jam_sampai, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.pemeran import SEMUA_PERAN
from transparansi.bacaan.ringkasan import ketepatan

pytestmark = pytest.mark.django_db
DULU = "Jalan Dusun 3 berlubang dan becek kalau hujan."
KINI = "Mohon jalan Dusun 3 dirabat, kalau hujan becek."  # what `isian` sends
ANTARA = "Mungkin sudah ada yang menyampaikan"
KETIKAN = "/aspirasi/serupa/"


def alamat(nama: str, aspirasi: Aspirasi) -> str:
    return reverse(f"aspirasi:{nama}", args=[aspirasi.nomor])


def tutup(aspirasi: Aspirasi, oleh: Any) -> None:
    jawab.tutup_negatif(
        aspirasi=aspirasi, aksi=Aksi.BUKAN_WEWENANG, alasan="Jalan provinsi.", oleh=oleh
    )


def gabung(ke: Aspirasi, **lain: Any) -> kiriman.Terkirim:
    return layanan_ikut.bergabung(
        ke=ke, aspirasi=Aspirasi(**lain), pengirim=Pengirim(), kunci=kunci_baru()
    )


class TestPageBetween:
    """The first send with likely duplicates is not stored yet."""

    def test_shows_three_and_keeps_everything_typed(self, client: Client, pemeran: Any) -> None:
        for i in range(4):
            terbit(pemeran.kampung, pemeran.staf, isi=f"{DULU} Keluhan ke {i} dari warga.")
        data = isian(lokasi="dekat mushola", nama="Slamet")
        isi = client.post(KIRIM, data).content.decode()
        assert not Aspirasi.objects.filter(isi=KINI).exists()
        assert ANTARA in isi
        assert isi.count("Saya juga mengalami</button>") == 3
        for kata in (KINI, "dekat mushola", "Slamet", data["kunci"]):
            assert kata in isi

    def test_the_own_one_can_be_sent_all_the_same(self, client: Client, pemeran: Any) -> None:
        terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        data = isian()
        client.post(KIRIM, data)
        kode_dan_pin(client.post(KIRIM, data | {"serupa_dibaca": "1"}, follow=True))
        assert Aspirasi.objects.get(isi=KINI).status == Status.DIAJUKAN

    def test_a_repeated_send_of_what_is_stored_is_not_held_up(
        self, client: Client, pemeran: Any
    ) -> None:
        data = isian()
        kode_dan_pin(client.post(KIRIM, data, follow=True))
        terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        kode_dan_pin(client.post(KIRIM, data, follow=True))

    def test_an_answered_suggestion_of_readers_is_not_asked_again(
        self, client: Client, pemeran: Any
    ) -> None:
        terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        data = isian(isi=KINI + " Pak kades diam saja.")
        assert ANTARA not in client.post(KIRIM, data).content.decode()
        isi = client.post(KIRIM, data | {"saran_dibaca": "1"}).content.decode()
        assert ANTARA in isi
        assert '<input type="hidden" name="saran_dibaca" value="1">' in isi

    @pytest.mark.parametrize(
        "lain",
        [
            {"bahaya": "on"},
            {"jangkauan": "petugas"},
            {"jangkauan": "kecamatan"},
            {"tentang": "aparat_kampung"},
        ],
    )
    def test_danger_and_what_is_not_public_go_straight_on(
        self, client: Client, pemeran: Any, lain: dict[str, str]
    ) -> None:
        terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        kode_dan_pin(client.post(KIRIM, isian(**lain), follow=True))
        ketikan = client.post(KETIKAN, isian(**lain)).content.decode()
        assert ANTARA not in ketikan


class TestWhileTyping:
    """The fragment."""

    def test_needs_no_cookie_and_no_token_and_sets_none(self, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        respons = Client(enforce_csrf_checks=True).post(KETIKAN, isian())
        isi = respons.content.decode()
        assert lama.nomor in isi
        assert "csrfmiddlewaretoken" not in isi
        assert not respons.cookies

    def test_reads_the_first_three_hundred_letters(self, client: Client, pemeran: Any) -> None:
        terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        depan = client.post(KETIKAN, isian(isi=KINI + " lalu" * 90_000)).content.decode()
        belakang = client.post(KETIKAN, isian(isi="x " * 150 + KINI)).content.decode()
        assert (ANTARA in depan, ANTARA in belakang) == (True, False)

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"isi": "\0", "jangkauan": "publik"},
            {"isi": "' | & ! <-> :* banyak tanda", "jangkauan": "publik", "kampung": "\0"},
            {"isi": DULU, "jangkauan": "ngawur", "jenis": "\0", "bahaya": "😀"},
            {"isi": DULU, "jangkauan": "publik", "kampung": "tidak-ada", "jenis": "x" * 5000},
        ],
    )
    def test_odd_input_gets_an_answer(self, client: Client, data: dict[str, str]) -> None:
        assert client.post(KETIKAN, data).status_code == 200

    def test_costs_the_same_for_one_and_three(self, client: Client, pemeran: Any) -> None:
        for jumlah in (1, 3):
            while Aspirasi.objects.count() < jumlah:
                terbit(pemeran.kampung, pemeran.staf, isi=DULU)
            with CaptureQueriesContext(connection) as tanya:
                isi = client.post(KETIKAN, isian()).content.decode()
            assert isi.count("Saya juga mengalami</button>") == jumlah
            assert len(tanya) == 4  # the throttle, the kampung, the ranking, the rows

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_nobody_learns_of_closed_ones(self, klien: Any, pemeran: Any, siapa: str) -> None:
        terbit(pemeran.kampung, pemeran.staf, isi=DULU, jangkauan=Jangkauan.PETUGAS)
        terbit(pemeran.kampung, pemeran.petugas_rahasia, isi=DULU, jangkauan=Jangkauan.KECAMATAN)
        buat(pemeran.kampung, isi=DULU, oleh=pemeran.warga)
        tutup(buat(pemeran.kampung, isi=DULU).aspirasi, pemeran.staf)
        assert klien(siapa).post(KETIKAN, isian()).content.decode().strip() == ""
        assert ANTARA not in klien(siapa).post(KIRIM, isian(), follow=True).content.decode()


class TestJoining:
    """ "Saya juga mengalami" without an account."""

    def test_takes_along_what_was_typed_and_gives_code_and_pin(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        data = isian(nama="Slamet")
        for _ in range(2):  # pressed twice
            respons = client.post(alamat("ikut", lama), data, follow=True)
        kode, pin = kode_dan_pin(respons)
        baru = Aspirasi.objects.exclude(pk=lama.pk).get()
        assert (baru.status, baru.digabung_ke, baru.nomor) == (Status.DIGABUNG, lama, None)
        assert (baru.isi, baru.pengirim.nama, baru.tenggat) == (KINI, "Slamet", None)
        assert f"Bergabung dengan {lama.nomor}" in respons.content.decode()
        halaman = Client().post(reverse("aspirasi:lacak"), {"kode": kode, "pin": pin}, follow=True)
        assert lama.judul in halaman.content.decode()

    def test_from_the_public_page_with_no_word_of_ones_own(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        assert alamat("ikut", lama) in client.get(lama.get_absolute_url()).content.decode()
        assert "Ikut menyuarakan" in client.get(alamat("ikut", lama)).content.decode()
        galat = client.post(alamat("ikut", lama), {"isi": "Saya juga di RT 2."}).content.decode()
        assert "Centang persetujuan" in galat
        assert "Saya juga di RT 2." in galat
        kode_dan_pin(client.post(alamat("ikut", lama), {"setuju": "on"}, follow=True))
        assert lama.judul in tulisan(Aspirasi.objects.get(digabung_ke=lama))

    def test_beside_a_form_still_being_filled_in_nothing_is_called_wrong(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        data = {n: v for n, v in isian(nama="Slamet").items() if n != "setuju"}
        isi = client.post(alamat("ikut", lama), data).content.decode()
        assert "Ada yang perlu diperbaiki" not in isi
        for kata in (KINI, 'value="Slamet"', "kembali ke tulisan saya"):
            assert kata in isi
        assert not Aspirasi.objects.filter(digabung_ke=lama).exists()

    def test_says_that_a_photo_does_not_come_along(self, client: Client, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        respons = client.post(alamat("ikut", lama), isian() | {"foto": foto()}, follow=True)
        assert "Fotonya tidak ikut" in respons.content.decode()

    def test_of_a_child_neither_name_nor_contact_is_kept(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        client.post(alamat("ikut", lama), isian(nama="Adi", telepon="081234567890", anak="on"))
        pengirim = Pengirim.objects.get(aspirasi__digabung_ke=lama)
        assert (pengirim.nama, pengirim.telepon, pengirim.email) == ("", "", "")

    def test_has_no_public_page_and_counts_apart(self, client: Client, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        masuk = ketepatan(lama.dibuat.year)[0].masuk
        gabung(lama, isi="Pagar saya sampai kotor.")
        layanan_ikut.dukung(aspirasi=lama, oleh=pemeran.warga)
        assert Aspirasi.objects.terbit().get() == lama
        for tempat in (reverse("aspirasi:daftar"), lama.get_absolute_url()):
            isi = client.get(tempat).content.decode()
            assert "1 dukungan belum diverifikasi · 1 kiriman serupa" in isi
            assert "Pagar saya" not in isi
        assert ketepatan(lama.dibuat.year)[0].masuk == masuk

    def test_merged_ones_of_fewer_readers_are_not_counted(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        ikut = gabung(lama).aspirasi
        Aspirasi.objects.filter(pk=ikut.pk).update(jangkauan=Jangkauan.PETUGAS)
        assert "kiriman serupa" not in client.get(lama.get_absolute_url()).content.decode()

    def test_not_into_closed_or_hidden_ones(self, client: Client, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        tutup(lama, pemeran.staf)
        respons = client.post(alamat("ikut", lama), isian(), follow=True)
        assert "sudah ditutup" in respons.content.decode()
        with pytest.raises(TidakBisa, match="sudah ditutup"):
            gabung(lama)
        ditarik = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        kiriman.tarik(aspirasi=ditarik)
        assert client.post(alamat("ikut", ditarik), isian()).status_code == 404
        with pytest.raises(TidakBisa, match="tidak tampil"):
            gabung(ditarik)
        assert not Aspirasi.objects.filter(digabung_ke__isnull=False).exists()

    def test_what_it_joined_may_be_hidden_later(self, client: Client, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi="Jalan Dusun 3 penuh lubang besar.")
        ikut = gabung(lama)
        kiriman.tarik(aspirasi=lama)
        isi = masuk_pengirim(client, ikut).content.decode()
        assert "tidak tampil untuk umum" in isi
        assert lama.nomor not in isi


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_make_one_row(pemeran: Any) -> None:
    lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
    data = isian()
    jawaban: list[int] = []

    def tekan() -> None:
        jawaban.append(Client().post(alamat("ikut", lama), data).status_code)
        connection.close()

    semua = [threading.Thread(target=tekan) for _ in range(3)]
    for utas in semua:
        utas.start()
    for utas in semua:
        utas.join()
    assert jawaban == [302] * 3
    assert Aspirasi.objects.filter(digabung_ke=lama).count() == 1


class TestSupport:
    """With an account."""

    def test_once_per_person_and_withdrawn_again(self, klien: Any, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        warga = klien("warga")
        assert "Dukung</button>" in warga.get(lama.get_absolute_url()).content.decode()
        for _ in range(2):
            respons = warga.post(alamat("dukung", lama), follow=True)
        assert "1 dukungan" in respons.content.decode()
        assert Jejak.objects.filter(aksi="didukung").count() == 1
        for _ in range(2):
            respons = warga.post(alamat("batal_dukung", lama), follow=True)
        assert "Dukung</button>" in respons.content.decode()
        assert Jejak.objects.filter(aksi="dukungan_ditarik").count() == 1
        assert not Dukungan.objects.exists()

    def test_joining_with_an_account_is_support(self, klien: Any, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        respons = klien("warga").post(alamat("ikut", lama), isian(), follow=True)
        assert Dukungan.objects.get().pengguna == pemeran.warga
        assert Aspirasi.objects.get() == lama
        assert "tidak ikut dikirim" in respons.content.decode()

    def test_not_ones_own_and_not_closed_ones(self, klien: Any, pemeran: Any) -> None:
        sendiri = periksa(
            buat(pemeran.kampung, isi=DULU, oleh=pemeran.warga).aspirasi, pemeran.staf
        )
        ditutup = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        tutup(ditutup, pemeran.staf)
        for aspirasi, kata in ((sendiri, "kiriman Anda sendiri"), (ditutup, "sudah ditutup")):
            respons = klien("warga").post(alamat("dukung", aspirasi), follow=True)
            assert kata in respons.content.decode()
        assert not Dukungan.objects.exists()

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_everyone_with_an_account_may(self, klien: Any, pemeran: Any, siapa: str) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        tertutup = buat(pemeran.kampung, isi=DULU, jangkauan=Jangkauan.PETUGAS).aspirasi
        c = klien(siapa)
        for nama in ("dukung", "batal_dukung"):
            assert c.get(alamat(nama, lama)).status_code in (302, 405)
            hilang = c.post(reverse(f"aspirasi:{nama}", args=["ASP-2026-99999"]))
            assert hilang.status_code == (302 if siapa == "pengunjung" else 404)
        c.post(alamat("dukung", lama))
        assert Dukungan.objects.count() == (siapa != "pengunjung")
        with pytest.raises(TidakBisa, match="tidak tampil"):
            layanan_ikut.dukung(aspirasi=tertutup, oleh=pemeran.warga)

    def test_visitors_see_a_way_in_and_no_token(self, client: Client, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
        isi = client.get(lama.get_absolute_url()).content.decode()
        assert f"/akun/masuk/?next={lama.get_absolute_url()}" in isi or "?next=/aspirasi/ASP" in isi
        assert "csrfmiddlewaretoken" not in isi
        assert f"{reverse('forum:tulis')}?aspirasi={lama.nomor}" in isi

    def test_the_list_costs_the_same_for_one_and_three(self, client: Client, pemeran: Any) -> None:
        for jumlah in (1, 3):
            while Aspirasi.objects.terbit().count() < jumlah:
                baru = terbit(pemeran.kampung, pemeran.staf, isi=DULU)
                Aspirasi.objects.filter(pk=baru.pk).update(**jam_sampai(None))
                gabung(baru)
                layanan_ikut.dukung(aspirasi=baru, oleh=pemeran.warga)
            with CaptureQueriesContext(connection) as tanya:
                isi = client.get(reverse("aspirasi:daftar")).content.decode()
            assert isi.count("1 dukungan belum diverifikasi · 1 kiriman serupa") == jumlah
            assert len(tanya) == 2  # the rows, the kampung to choose from
