"""Reading the forum: its pages, for whom, and at which cost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.services.kiriman import tarik
from core.formulir.sekali import kunci_baru
from core.moderasi.tampil import sembunyikan
from forum.models import Ruang, Topik
from forum.views import UKURAN_BALASAN
from tests.alat.baca import ada, teks
from tests.alat.klien import masuk
from tests.pabrik.angka import kiriman, proyek
from tests.pabrik.forum import ALASAN, balasan, topik
from tests.pabrik.orang import terbukti
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran

Klien = Callable[..., Client]
DAFTAR = reverse("forum:daftar")
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
HALAMAN_DAFTAR = 3  # topics, rooms, rooms to filter by
HALAMAN_RUANG = 2
HALAMAN_TOPIK = 2


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_a_hidden_topic_shows_its_reason_but_not_its_words(
    pemeran: Pemeran, klien: Klien, siapa: str
) -> None:
    tempat = topik(pemeran.warga, "Judul rahasia", isi="Isi rahasia")
    balasan(tempat, pemeran.bpk, "Balasan rahasia")
    sembunyikan(tempat, oleh=pemeran.staf, alasan=ALASAN)
    respons = klien(siapa).get(tempat.get_absolute_url())
    boleh = siapa in KECAMATAN | {"warga"}
    assert respons.status_code == 200
    assert ada(respons, ALASAN)
    for kata in ("Judul rahasia", "Isi rahasia", "Balasan rahasia"):
        assert ada(respons, kata) == boleh


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_a_hidden_reply_keeps_its_place(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    tempat = topik(pemeran.staf)
    satu = balasan(tempat, pemeran.warga, "Kata rahasia")
    sembunyikan(satu, oleh=pemeran.staf, alasan=ALASAN)
    respons = klien(siapa).get(tempat.get_absolute_url())
    assert ada(respons, ALASAN)
    assert ada(respons, "Kata rahasia") == (siapa in KECAMATAN | {"warga"})
    assert ada(respons, "Anda boleh menulis lagi") == (siapa == "warga")


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_a_held_text_is_for_its_author_and_the_kecamatan(
    pemeran: Pemeran, klien: Klien, siapa: str
) -> None:
    tempat = topik(pemeran.staf)
    ditahan = topik(pemeran.warga, "Topik tertahan", ditahan=True)
    balasan(tempat, pemeran.warga, "Balasan tertahan", ditahan=True)
    boleh, pembaca = siapa in KECAMATAN | {"warga"}, klien(siapa)
    assert ada(pembaca.get(tempat.get_absolute_url()), "Balasan tertahan") == boleh
    assert pembaca.get(ditahan.get_absolute_url()).status_code == (200 if boleh else 404)
    assert ada(pembaca.get(DAFTAR), "Topik tertahan") == boleh


def test_hidden_and_held_leak_nowhere(pemeran: Pemeran, client: Client) -> None:
    """Lists, search, counts, the first page: not a word, not a number."""
    tempat = topik(pemeran.staf, "Topik terbuka")
    for judul, tahan in (("Pertama bocor", False), ("Kedua bocor", True)):
        tertutup = topik(pemeran.warga, judul, ditahan=tahan)
        satu = balasan(tempat, pemeran.warga, judul, ditahan=tahan)
        if not tahan:
            sembunyikan(tertutup, oleh=pemeran.staf, alasan=ALASAN)
            sembunyikan(satu, oleh=pemeran.staf, alasan=ALASAN)
    for alamat in (DAFTAR, f"{DAFTAR}?cari=bocor", tempat.ruang.get_absolute_url(), "/"):
        respons = client.get(alamat)
        assert not ada(respons, "bocor</a>")
        assert not ada(respons, "Pertama bocor")
        assert not ada(respons, "Kedua bocor")
    assert ada(client.get(DAFTAR), "0 balasan")


def test_visitors_get_a_link_to_sign_in_and_nothing_personal(
    pemeran: Pemeran, client: Client
) -> None:
    tempat = topik(pemeran.staf)
    for alamat in (DAFTAR, tempat.ruang.get_absolute_url(), tempat.get_absolute_url()):
        respons = client.get(alamat)
        assert "csrfmiddlewaretoken" not in teks(respons)
        assert not respons.cookies
    assert ada(client.get(tempat.get_absolute_url()), "Masuk untuk membalas")
    assert reverse("account_login") in client.get(reverse("forum:tulis"))["Location"]


def test_officials_speak_by_their_office(pemeran: Pemeran, client: Client) -> None:
    tempat = topik(pemeran.aparat)
    balasan(tempat, pemeran.staf)
    balasan(tempat, pemeran.bpk)
    respons = client.get(tempat.get_absolute_url())
    for suara in ("Aparat Kampung Sido Rejo", "Petugas Kecamatan", "BPK Kampung Sido Rejo"):
        assert ada(respons, suara)
    for orang in (pemeran.aparat, pemeran.staf, pemeran.bpk):
        assert not ada(respons, orang.nama)


def test_search_finds_titles_and_texts(pemeran: Pemeran, client: Client) -> None:
    topik(pemeran.staf, "Bank sampah antarkampung")
    topik(pemeran.staf, "Lapangan voli", isi="Siapa yang merawat?")
    for kata, ketemu in (("sampah", "Bank sampah"), ("merawat", "Lapangan voli")):
        respons = client.get(DAFTAR, {"cari": kata})
        assert ada(respons, ketemu)
        assert teks(respons).count("baris__judul") - Ruang.objects.count() == 1
    assert ada(client.get(DAFTAR, {"cari": "gajah"}), "Tidak ada topik yang cocok")


@pytest.mark.parametrize("kata", ["\x00", "a" * 5000, "'; DROP", "& | !", "🏐", "%"])
def test_any_search_is_answered(pemeran: Pemeran, client: Client, kata: str) -> None:
    assert client.get(DAFTAR, {"cari": kata, "hal": kata, "ruang": kata}).status_code == 200


def test_filters_by_room_and_by_what_it_is_about(pemeran: Pemeran, client: Client) -> None:
    topik(pemeran.staf, "Umum saja")
    jalan = proyek(pemeran.kampung, pemeran.aparat, {"dd": 1000})
    topik(pemeran.staf, "Soal jalan", ruang=Ruang.objects.get(slug="rencana"), proyek=jalan)
    for saringan in ({"hal": "proyek"}, {"ruang": "rencana"}):
        respons = client.get(DAFTAR, saringan)
        assert ada(respons, "Soal jalan")
        assert not ada(respons, "Umum saja")
    respons = client.get(reverse("forum:ruang", args=["layanan"]), {"hal": "umum"})
    assert ada(respons, "Umum saja")
    assert not ada(respons, "Soal jalan")


def test_a_topic_may_be_about_a_project(pemeran: Pemeran, klien: Klien) -> None:
    jalan = proyek(pemeran.kampung, pemeran.aparat, {"dd": 1000}, judul="Rabat Dusun 3")
    alamat = f"{reverse('forum:tulis')}?proyek={jalan.nomor}"
    orang = masuk(Client(), terbukti())
    assert ada(orang.get(alamat), "Rabat Dusun 3")
    isian = {"ruang": "rencana", "judul": "Kapan selesai?", "isi": "Tahu?", "kunci": kunci_baru()}
    respons = orang.post(alamat, isian, follow=True)
    assert Topik.objects.get().proyek == jalan
    assert ada(respons, "Rabat Dusun 3")


@pytest.mark.parametrize("nomor", ["PRJ-1999-0001", "\x00", "x" * 500, "' OR 1=1"])
@pytest.mark.parametrize("hal", ["proyek", "aspirasi", "keputusan"])
def test_about_something_that_is_not_there(klien: Klien, hal: str, nomor: str) -> None:
    respons = klien("warga").get(reverse("forum:tulis"), {hal: nomor})
    assert respons.status_code == 404


@pytest.mark.parametrize("siapa", ["warga", "aparat", "staf"])
def test_a_topic_is_never_about_a_closed_kiriman(
    pemeran: Pemeran, klien: Klien, siapa: str
) -> None:
    """Not even for staff who may read it: the topic would tell everyone."""
    tertutup = kiriman(pemeran.kampung, nomor="ASP-2026-00009", jangkauan="petugas")
    alamat = f"{reverse('forum:tulis')}?aspirasi={tertutup.nomor}"
    assert klien(siapa).get(alamat).status_code == 404


def test_a_withdrawn_kiriman_disappears_from_its_topic(pemeran: Pemeran, client: Client) -> None:
    terbuka = kiriman(pemeran.kampung, nomor="ASP-2026-00009", diperiksa_tepat=True)
    tempat = topik(pemeran.staf, aspirasi=terbuka)
    assert ada(client.get(tempat.get_absolute_url()), "ASP-2026-00009")
    tarik(aspirasi=terbuka)
    for alamat in (tempat.get_absolute_url(), DAFTAR):
        assert not ada(client.get(alamat), "ASP-2026-00009")


def test_pages_by_key_and_reaches_a_late_reply(pemeran: Pemeran, client: Client) -> None:
    tempat = topik(pemeran.staf)
    semua = [balasan(tempat, pemeran.staf, f"Balasan ke-{n}.") for n in range(UKURAN_BALASAN + 2)]
    pertama = client.get(tempat.get_absolute_url())
    assert ada(pertama, "Balasan ke-0.")
    assert not ada(pertama, f"Balasan ke-{UKURAN_BALASAN}.")
    kedua = client.get(tempat.get_absolute_url(), {"setelah": pertama.context["halaman"].berikut})
    assert ada(kedua, f"Balasan ke-{UKURAN_BALASAN + 1}.")
    assert ada(client.get(semua[-1].get_absolute_url()), f"Balasan ke-{UKURAN_BALASAN + 1}.")
    assert ada(client.get(semua[1].get_absolute_url()), "Balasan ke-0.")


@pytest.mark.parametrize("mulai", ["9" * 40, "x", "-1", "0", "\x00"])
def test_a_broken_link_to_a_reply_shows_the_topic(
    pemeran: Pemeran, client: Client, mulai: str
) -> None:
    tempat = topik(pemeran.staf)
    assert client.get(tempat.get_absolute_url(), {"mulai": mulai}).status_code == 200


def test_topic_belongs_to_its_room(pemeran: Pemeran, client: Client) -> None:
    tempat = topik(pemeran.staf)
    assert client.get(reverse("forum:topik", args=["pemuda", tempat.pk])).status_code == 404
    assert client.get(reverse("forum:ruang", args=["tidak-ada"])).status_code == 404


@pytest.mark.parametrize("jumlah", [1, 3])
def test_lists_cost_the_same_for_more_rows(
    pemeran: Pemeran, client: Client, jumlah: int, django_assert_num_queries: Any
) -> None:
    jalan = proyek(pemeran.kampung, pemeran.aparat, {"dd": 1000})
    for nomor in range(jumlah):
        tempat = topik(terbukti(kampung=pemeran.kampung), f"Topik {nomor}", proyek=jalan)
        for _ in range(jumlah):
            balasan(tempat, terbukti(kampung=pemeran.kampung))
    with django_assert_num_queries(HALAMAN_DAFTAR):
        client.get(DAFTAR)
    with django_assert_num_queries(HALAMAN_RUANG):
        client.get(tempat.ruang.get_absolute_url())
    with django_assert_num_queries(HALAMAN_TOPIK):
        client.get(tempat.get_absolute_url())
