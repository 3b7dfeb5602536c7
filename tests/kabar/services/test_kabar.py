"""News: the right to publish, its pages, and the remains of a hidden one."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from core.formulir import draf
from core.formulir.sekali import kunci_baru
from core.jejak.catat import riwayat
from core.waktu import sekarang
from kabar.enums import Jenis
from kabar.models import Kabar
from kabar.services.kabar import terbitkan
from tests.alat.klien import masuk
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran
from warga.models import Kampung, Pengguna

Klien = Callable[..., Client]
DAFTAR, TULIS = reverse("kabar:daftar"), reverse("kabar:tulis")
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
PENULIS = KECAMATAN | {"aparat", "kakam", "aparat_lain"}
ISIAN = {"jenis": "berita", "judul": "Jalan Dusun 3 dibuka", "isi": "Mulai **Senin**."}
HALAMAN_DAFTAR = 2  # news, kampung to filter by
HALAMAN_RINCIAN = 1


def kabar(penulis: Pengguna, judul: str = "Jadwal posyandu", **fields: Any) -> Kabar:
    isian = {"isi": "Isi kabar.", "kampung": penulis.kampung} | fields
    return Kabar.objects.create(judul=judul, penulis=penulis, **isian)


def teks(respons: Any) -> str:
    return respons.content.decode()


def ada(respons: Any, potongan: str) -> bool:
    return escape(potongan) in teks(respons)


def sembunyikan(staf: Client, satu: Kabar, alasan: str = "Tanggalnya keliru.") -> None:
    alamat = reverse("admin:kabar_kabar_moderasi", args=["sembunyikan"])
    staf.post(f"{alamat}?pk={satu.pk}", {"alasan": alasan})


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_publishes(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    orang = klien(siapa)
    kode = {"pengunjung": 302}.get(siapa, 200 if siapa in PENULIS else 403)
    assert orang.get(TULIS).status_code == kode
    orang.post(TULIS, ISIAN)
    assert Kabar.objects.count() == (siapa in PENULIS)
    assert ada(orang.get(DAFTAR), "Tulis kabar") == (siapa in PENULIS)


@pytest.mark.parametrize("siapa", ["aparat", "kakam"])
def test_aparat_publish_for_their_own_kampung_only(
    pemeran: Pemeran, klien: Klien, siapa: str
) -> None:
    """Another kampung in the form changes nothing."""
    klien(siapa).post(TULIS, ISIAN | {"kampung": pemeran.kampung_lain.slug})
    assert Kabar.objects.get().kampung == pemeran.kampung


@pytest.mark.parametrize("siapa", sorted(KECAMATAN))
def test_the_kecamatan_publishes_for_any_or_all(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    orang = klien(siapa)
    orang.post(TULIS, ISIAN | {"kampung": pemeran.kampung_lain.slug})
    orang.post(TULIS, ISIAN | {"kampung": ""})
    tempat = set(Kabar.objects.values_list("kampung__nama", flat=True))
    assert tempat == {pemeran.kampung_lain.nama, None}


def test_published_news_speaks_for_the_office(
    pemeran: Pemeran, klien: Klien, client: Client
) -> None:
    klien("aparat").post(TULIS, ISIAN)
    satu = Kabar.objects.get()
    isi = teks(client.get(satu.get_absolute_url()))
    assert "Pemerintah Kampung Sido Rejo" in isi
    assert "<strong>Senin</strong>" in isi
    assert pemeran.aparat.nama not in isi
    assert [j.aksi for j in riwayat(satu)] == ["terbit"]


def test_markdown_is_cleaned(pemeran: Pemeran, client: Client) -> None:
    isi = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
    satu = kabar(pemeran.staf, isi=isi)
    bagian = teks(client.get(satu.get_absolute_url())).partition("</h1>")[2]
    assert "<script" not in bagian
    assert "<img" not in bagian
    assert 'href="javascript' not in bagian


@pytest.mark.parametrize("jumlah", [2, 3])
def test_sending_twice_publishes_once(pemeran: Pemeran, klien: Klien, jumlah: int) -> None:
    staf, isian = klien("staf"), ISIAN | {"kunci": kunci_baru()}
    for _ in range(jumlah):
        respons = staf.post(TULIS, isian, follow=True)
    assert Kabar.objects.count() == 1
    assert ada(respons, "tidak diterbitkan dua kali")


@pytest.mark.parametrize(
    ("salah", "pesan"),
    [
        ({"judul": " "}, "Bagian ini harus diisi."),
        ({"isi": "a" * 100_000}, "Terlalu panjang"),
        ({"isi": "a\x00"}, "karakter kosong"),
        ({"jenis": "rahasia"}, "Pilihan itu tidak ada"),
        ({"kampung": "atlantis"}, "Pilihan itu tidak ada"),
    ],
)
def test_bad_input_is_refused_and_kept(
    pemeran: Pemeran, klien: Klien, salah: dict[str, str], pesan: str
) -> None:
    respons = klien("staf").post(TULIS, ISIAN | salah)
    assert respons.status_code == 200
    assert ada(respons, pesan)
    assert "judul" in salah or ada(respons, ISIAN["judul"])
    assert not Kabar.objects.exists()


def test_words_survive_an_ended_session(client: Client, pemeran: Pemeran) -> None:
    client.post(TULIS, ISIAN | {"jenis": "bahaya", "penulis": draf.sidik(pemeran.aparat)})
    masuk(client, pemeran.aparat)
    respons = client.get(TULIS)
    assert ada(respons, ISIAN["isi"])
    assert respons.context["form"]["jenis"].value() == "bahaya"


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_hidden_news_shows_its_reason_only(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    satu = kabar(pemeran.aparat, "Judul tertutup", isi="Isi tertutup")
    sembunyikan(klien("staf"), satu)
    pembaca = klien(siapa)
    respons, boleh = pembaca.get(satu.get_absolute_url()), siapa in KECAMATAN | {"aparat"}
    assert respons.status_code == 200
    assert ada(respons, "Tanggalnya keliru.")
    assert ada(respons, "Isi tertutup") == boleh
    assert ada(pembaca.get(DAFTAR), "Judul tertutup") == boleh


def test_hidden_news_leaks_nowhere(pemeran: Pemeran, klien: Klien, client: Client) -> None:
    satu = kabar(pemeran.aparat, "Judul tertutup", jenis=Jenis.BAHAYA)
    sembunyikan(klien("staf"), satu)
    for alamat in (DAFTAR, f"{DAFTAR}?cari=tertutup", "/", pemeran.kampung.get_absolute_url()):
        assert not ada(client.get(alamat), "Judul tertutup")


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_only_the_kecamatan_hides(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    satu = kabar(pemeran.aparat)
    sembunyikan(klien(siapa), satu)
    satu.refresh_from_db()
    assert satu.disembunyikan == (siapa in KECAMATAN)


def test_filters_and_search(pemeran: Pemeran, client: Client) -> None:
    kabar(pemeran.aparat, "Posyandu pindah jam")
    kabar(pemeran.staf, "Jalan licin", jenis=Jenis.BAHAYA, kampung=None)
    for saringan, judul in (
        ({"kampung": "sido-rejo"}, "Posyandu pindah jam"),
        ({"kampung": "null"}, "Jalan licin"),
        ({"jenis": "bahaya"}, "Jalan licin"),
        ({"cari": "posyandu"}, "Posyandu pindah jam"),
    ):
        respons = client.get(DAFTAR, saringan)
        assert ada(respons, judul)
        assert teks(respons).count("baris__judul") == 1
    assert ada(client.get(DAFTAR, {"cari": "gajah"}), "Tidak ada kabar yang cocok")
    assert client.get(DAFTAR, {"cari": "\x00", "kampung": "\x00"}).status_code == 200


def test_danger_stands_on_the_first_page_for_a_week(pemeran: Pemeran, client: Client) -> None:
    kabar(pemeran.staf, "Jembatan putus", jenis=Jenis.BAHAYA)
    lama = sekarang() - dt.timedelta(days=8)
    kabar(pemeran.staf, "Banjir bulan lalu", jenis=Jenis.BAHAYA, terbit_pada=lama)
    isi = teks(client.get("/"))
    atas, _, bawah = isi.partition("<h1>")
    assert "Jembatan putus" in atas
    assert "Jembatan putus" not in bawah
    assert "Banjir bulan lalu" not in atas
    assert "Banjir bulan lalu" in bawah


def test_visitors_carry_nothing(pemeran: Pemeran, client: Client) -> None:
    satu = kabar(pemeran.staf)
    for alamat in (DAFTAR, satu.get_absolute_url()):
        respons = client.get(alamat)
        assert not respons.cookies
        assert "csrfmiddlewaretoken" not in teks(respons)
    assert client.get(reverse("kabar:rincian", args=[9**20])).status_code == 404


def test_empty_list_is_friendly(client: Client, db: None) -> None:
    assert ada(client.get(DAFTAR), "Belum ada kabar")


@pytest.mark.parametrize("jumlah", [1, 3])
def test_list_costs_the_same_for_more_rows(
    pemeran: Pemeran, client: Client, jumlah: int, django_assert_num_queries: Any
) -> None:
    for tempat in Kampung.objects.all()[:jumlah]:
        satu = kabar(pemeran.staf, kampung=tempat)
    with django_assert_num_queries(HALAMAN_DAFTAR):
        client.get(DAFTAR)
    with django_assert_num_queries(HALAMAN_RINCIAN):
        client.get(satu.get_absolute_url())


@pytest.mark.parametrize(
    ("siapa", "dari"),
    [
        ("kakam", "Pemerintah Kampung Sido Rejo"),
        ("staf", "Kecamatan Bangunrejo untuk Kampung Sido Rejo"),
    ],
)
def test_speaks_in_the_name_of_the_office_that_published(
    pemeran: Any, siapa: str, dari: str
) -> None:
    kabar = Kabar(judul="Pasar tutup", isi="Sampai Senin.", kampung=pemeran.kampung)
    terbitkan(kabar=kabar, oleh=getattr(pemeran, siapa))
    assert Kabar.objects.get().dari == dari
