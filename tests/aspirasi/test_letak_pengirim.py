"""The place of a kiriman through the front door, as its sender and without JavaScript."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from core.jejak.catat import riwayat
from core.waktu import sekarang
from tests.alat.baca import teks
from tests.alat.letak import ISIAN, TITIK, bertempat, letak, tersimpan
from tests.alat.pengirim import halaman, kenal_pengirim, kirim
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.proyek import buat_proyek
from warga.wilayah import DI_LUAR

pytestmark = pytest.mark.django_db


class TestChoosing:
    """Tap the picture, see the pin, confirm."""

    def test_a_tap_puts_the_pin_and_stores_nothing_yet(self, client: Client, terkirim: Any) -> None:
        a = terkirim.aspirasi
        isi = teks(client.get(letak(a)))
        assert 'value="-5.1651,105.0249"' in isi
        assert 'data-penanda display="none"' in isi
        respons = client.post(
            letak(a), {"pusat": "-5.1651,105.0249", "titik.x": "200", "titik.y": "115"}
        )
        isi = teks(respons)
        assert 'data-penanda transform="translate(200 115)"' in isi
        assert "Penanda sekitar 800 m di timur laut titik tengah Kampung Sido Rejo." in isi
        assert 'value="-5,16001"' in isi
        assert tersimpan(a) == (None, None, False)

    def test_confirming_stores_it_once(self, client: Client, terkirim: Any) -> None:
        a = terkirim.aspirasi
        for _ in range(2):
            respons = client.post(letak(a), ISIAN | {"simpan": "1"}, follow=True)
            assert "Lokasi tersimpan, sekitar 700 m di timur laut" in teks(respons)
        assert tersimpan(a) == (*TITIK, False)
        assert respons.redirect_chain == [(f"{halaman(a)}#letak", 302)]
        assert [j.aksi for j in riwayat(a)] == [Aksi.KIRIM, "letak_diatur"]
        isi = teks(client.get(halaman(a)))
        for ada in ("−5,16008, 105,02941", "Hanya Anda dan petugas", "Ubah lokasi", "Anda atur"):
            assert ada in isi

    def test_the_trail_never_holds_the_place(self, client: Client, terkirim: Any) -> None:
        client.post(letak(terkirim.aspirasi), ISIAN | {"simpan": "1", "tempat_umum": "on"})
        jejak = riwayat(terkirim.aspirasi).last()
        assert (jejak.aksi, jejak.isi.alasan, jejak.isi.rincian) == ("letak_diatur", "", {})
        assert (jejak.dari, jejak.ke) == ("", "")

    def test_another_piece_keeps_the_pin_and_the_tick(self, client: Client, terkirim: Any) -> None:
        diisi = ISIAN | {"pusat": "-5.1651,105.0249", "tempat_umum": "on"}
        for langkah, pusat in (
            ({"geser": "utara"}, "-5.1561,105.0249"),
            ({"lihat": "kecamatan"}, "kecamatan"),
            ({"lihat": "cimarias"}, "-5.1539,105.0565"),
        ):
            isi = teks(client.post(letak(terkirim.aspirasi), diisi | langkah))
            assert f'name="pusat" value="{pusat}"' in isi
            for nilai in ISIAN.values():
                assert f'value="{nilai}"' in isi
            assert "checked" in isi

    def test_on_the_whole_a_tap_chooses_the_kampung(self, client: Client, terkirim: Any) -> None:
        data = {"pusat": "kecamatan", "titik.x": "285", "titik.y": "145"}
        isi = teks(client.post(letak(terkirim.aspirasi), data))
        assert 'value="-5.1386,105.1089"' in isi
        assert 'data-penanda display="none"' in isi

    def test_a_kiriman_of_no_known_kampung_begins_with_the_whole(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(None)
        kenal_pengirim(client, terkirim)
        assert 'name="pusat" value="kecamatan"' in teks(client.get(letak(terkirim.aspirasi)))

    def test_the_keyboard_puts_the_pin_in_the_middle(self, client: Client, terkirim: Any) -> None:
        data = {"pusat": "-5.1651,105.0249", "titik.x": "0", "titik.y": "0"}
        isi = teks(client.post(letak(terkirim.aspirasi), data))
        assert 'data-penanda transform="translate(160 160)"' in isi

    @pytest.mark.parametrize(
        ("x", "y"), [("320", "9"), ("9", "-3"), ("\0", "\0"), ("9" * 6000, "1"), ("satu", "dua")]
    )
    def test_a_tap_outside_the_picture_says_so(
        self, client: Client, terkirim: Any, x: str, y: str
    ) -> None:
        data = ISIAN | {"pusat": "-5.1651,105.0249", "titik.x": x, "titik.y": y}
        respons = client.post(letak(terkirim.aspirasi), data)
        assert respons.status_code == 200
        isi = teks(respons)
        assert "Sentuh sekali lagi, di dalam gambar." in isi
        assert 'value="-5,16008"' in isi

    def test_the_page_around_a_place_never_names_it_in_an_address(
        self, client: Client, terkirim: Any
    ) -> None:
        bertempat(terkirim.aspirasi)
        isi = teks(client.get(letak(terkirim.aspirasi)))
        assert 'name="pusat" value="-5.1600,105.0300"' in isi
        assert 'method="post"' in isi


class TestBadInput:
    """Each error is a sentence, and typed words stay."""

    @pytest.mark.parametrize(
        ("ubah", "kata"),
        [
            ({"lintang": "", "bujur": ""}, "Sentuh dulu tempatnya di peta"),
            ({"bujur": ""}, "dua-duanya"),
            ({"lintang": "NaN"}, "lintang dengan angka"),
            ({"bujur": "1e999999"}, "bujur"),
            ({"bujur": "105,0\0"}, "bujur dengan angka"),
            ({"bujur": "9" * 100_000}, "bujur"),
            ({"lintang": "105,03", "bujur": "-5,13"}, "tertukar"),
            ({"lintang": "-5,43", "bujur": "105,26"}, DI_LUAR),
        ],
    )
    def test_coordinates(
        self, client: Client, terkirim: Any, ubah: dict[str, str], kata: str
    ) -> None:
        data = ISIAN | ubah | {"simpan": "1", "tempat_umum": "on"}
        respons = client.post(letak(terkirim.aspirasi), data)
        assert respons.status_code == 200
        assert kata in teks(respons)
        assert "checked" in teks(respons)
        assert tersimpan(terkirim.aspirasi) == (None, None, False)

    def test_steps_take_any_words_in_the_fields(self, client: Client, terkirim: Any) -> None:
        data = {"lintang": "di sini\0", "bujur": "😀" * 9000, "pusat": "\0", "geser": "atas"}
        respons = client.post(letak(terkirim.aspirasi), data)
        assert respons.status_code == 200
        assert 'value="di sini"' in teks(respons)

    def test_sending_from_far_away_is_refused_too(self, client: Client) -> None:
        respons = kirim(client, lintang="-6,2000", bujur="106,8166")
        assert DI_LUAR in teks(respons)
        assert not Aspirasi.objects.exists()


class TestWhose:
    """Only its sender; all others are asked for code and PIN, whether it exists or not."""

    def test_others_change_nothing_and_learn_nothing(
        self, klien: Any, pemeran: Any, terkirim: Any
    ) -> None:
        a = terkirim.aspirasi
        tiada = reverse("aspirasi:kiriman_letak", args=["00000000-0000-4000-8000-000000000000"])
        for siapa in ("pengunjung", "warga", "aparat", "staf", "admin"):
            lain = klien(siapa)
            for alamat in (letak(a), tiada):
                assert lain.get(alamat)["Location"] == "/aspirasi/lacak/"
                respons = lain.post(alamat, ISIAN | {"simpan": "1"})
                assert respons.status_code == 403
                assert "-5,16008 105,02941" in teks(respons)  # typed words stay
        assert tersimpan(a) == (None, None, False)

    def test_the_account_of_the_sender_needs_the_pin(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
        a, client = terkirim.aspirasi, klien("warga")
        ditahan = client.post(letak(a), ISIAN | {"simpan": "1"})
        assert "-5,16008 105,02941" in teks(ditahan)
        assert tersimpan(a) == (None, None, False)
        client.post(reverse("aspirasi:kiriman_pin", args=[a.acuan]), {"pin": terkirim.pin})
        client.post(letak(a), ISIAN | {"simpan": "1"})
        assert tersimpan(a) == (*TITIK, False)

    def test_a_form_of_another_page_is_refused(self, terkirim: Any) -> None:
        jaga = Client(enforce_csrf_checks=True)
        alamat = letak(terkirim.aspirasi)
        assert jaga.post(alamat, ISIAN | {"simpan": "1"}).status_code == 403
        assert tersimpan(terkirim.aspirasi) == (None, None, False)

    def test_the_page_is_never_stored(self, client: Client, terkirim: Any) -> None:
        assert "no-store" in client.get(letak(terkirim.aspirasi))["Cache-Control"]


class TestAfterSending:
    """From the page of code and PIN, and back to it."""

    def test_it_is_added_from_there(self, client: Client) -> None:
        isi = teks(kirim(client))
        a = Aspirasi.objects.get()
        alamat = f"{letak(a)}?kembali=terkirim"
        assert f'href="{alamat}"' in isi
        assert 'name="kembali" value="terkirim"' in teks(client.get(alamat))
        data = ISIAN | {"simpan": "1", "kembali": "terkirim"}
        respons = client.post(letak(a), data, follow=True)
        assert respons.redirect_chain == [("/aspirasi/terkirim/#letak", 302)]
        assert "−5,16008, 105,02941" in teks(respons)

    def test_no_other_way_back_is_taken(self, client: Client, terkirim: Any) -> None:
        data = ISIAN | {"simpan": "1", "kembali": "https://jahat.example/"}
        respons = client.post(letak(terkirim.aspirasi), data)
        assert respons["Location"] == f"{halaman(terkirim.aspirasi)}#letak"


def test_the_page_costs_the_same_for_one_and_three_landmarks(
    client: Client, pemeran: Any, terkirim: Any
) -> None:
    bertempat(terkirim.aspirasi)
    for jumlah in (1, 3):
        for _ in range(jumlah):
            buat_proyek(lintang=TITIK[0], bujur=TITIK[1])
            terbit(
                pemeran.kampung,
                pemeran.staf,
                lintang=TITIK[0],
                bujur=TITIK[1],
                tempat_umum=True,
            )
        with CaptureQueriesContext(connection) as tanya:
            client.get(letak(terkirim.aspirasi))
        assert len(tanya) == 5  # session, kiriman, kampung, projects, kiriman around


def test_the_public_page_costs_one_query_more_for_its_map(client: Client, pemeran: Any) -> None:
    jumlah = []
    for isian in ({}, {"lintang": TITIK[0], "bujur": TITIK[1]}):
        a = terbit(pemeran.kampung, pemeran.staf, **isian)
        with CaptureQueriesContext(connection) as tanya:
            client.get(a.get_absolute_url())
        jumlah.append(len(tanya))
    assert jumlah[1] == jumlah[0] + 1 < 12


def test_an_hour_later_the_pin_is_asked_again(
    client: Client, terkirim: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    nanti = sekarang() + dt.timedelta(minutes=61)
    monkeypatch.setattr("aspirasi.views.tanda.sekarang", lambda: nanti)
    respons = client.post(letak(terkirim.aspirasi), ISIAN | {"simpan": "1"})
    assert respons.status_code == 403
    assert tersimpan(terkirim.aspirasi) == (None, None, False)
