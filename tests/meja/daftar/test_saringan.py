"""Kept filters through the front door: chips, the default, and nothing of anybody else."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meja.models import SaringanTersimpan
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit

pytestmark = pytest.mark.django_db
DAFTAR = reverse("meja:aspirasi")
SIMPAN = reverse("meja:saringan_simpan", args=["aspirasi"])
KELOLA = reverse("meja:saringan", args=["aspirasi"])


def simpan(client: Client, nama: str = "Keluhan saja", **lain: Any) -> SaringanTersimpan:
    respons = client.post(f"{SIMPAN}?jenis=keluhan&tiada=1", {"nama": nama, **lain})
    assert respons.url == f"{DAFTAR}?jenis=keluhan"
    return SaringanTersimpan.objects.get(nama=nama)


def ubah(satu: SaringanTersimpan, **isi: str) -> tuple[str, dict[str, str]]:
    return reverse("meja:saringan_ubah", args=["aspirasi", satu.pk]), isi


def test_what_is_chosen_is_kept_and_stands_above_the_list(klien: Any, pemeran: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf)
    staf = klien("staf")
    assert f"{SIMPAN}?jenis=usulan" in teks(staf.get(DAFTAR, {"jenis": "usulan"}))
    simpan(staf)
    halaman = teks(staf.get(DAFTAR, {"jenis": "keluhan"}))
    assert "Keluhan saja" in halaman
    assert halaman.count(">Semua kiriman<") == 1  # the queues have it already
    assert SIMPAN not in halaman
    assert "Keluhan saja" not in teks(klien("camat").get(DAFTAR))


def test_the_page_repeats_what_it_keeps(klien: Any, pemeran: Any) -> None:
    isi = {"jenis": "keluhan", "kampung": pemeran.kampung.slug, "dari": "2026-11-01", "tiada": "1"}
    halaman = teks(klien("staf").get(SIMPAN, isi))
    for kata in ("Jenis: Keluhan", f"Kampung: {pemeran.kampung}", "1 November 2026"):
        assert f"{kata}</li>" in halaman
    assert halaman.count("</li>") - teks(klien("staf").get(SIMPAN)).count("</li>") == 3


def test_a_default_opens_the_list_and_the_whole_list_stays_one_press_away(klien: Any) -> None:
    staf = klien("staf")
    satu = simpan(staf, bawaan="on")
    assert staf.get(DAFTAR).url == f"{DAFTAR}?jenis=keluhan"
    assert staf.get(DAFTAR, {"semua": "ya"}).status_code == 200
    alamat, isi = ubah(satu, lepas="1")
    assert staf.post(alamat, isi).url == KELOLA
    assert staf.get(DAFTAR).status_code == 200
    alamat, isi = ubah(satu, bawaan="1")
    staf.post(alamat, isi)
    assert staf.get(DAFTAR).status_code == 302


def test_it_is_renamed_and_thrown_away(klien: Any) -> None:
    staf = klien("staf")
    satu, lain = simpan(staf), simpan(staf, "Lain")
    nama = reverse("meja:saringan_nama", args=["aspirasi", satu.pk])
    gagal = staf.post(nama, {f"s{satu.pk}-nama": "LAIN"})
    assert "sudah dipakai" in teks(gagal)
    assert 'value="LAIN"' in teks(gagal)
    assert staf.post(nama, {f"s{satu.pk}-nama": "Baru"}).url == KELOLA
    assert "Baru" in teks(staf.get(KELOLA))
    alamat, isi = ubah(lain, hapus="1")
    staf.post(alamat, isi)
    assert [s.nama for s in SaringanTersimpan.objects.all()] == ["Baru"]


def test_those_of_others_are_not_there(klien: Any) -> None:
    satu = simpan(klien("staf"))
    camat = klien("camat")
    nama = reverse("meja:saringan_nama", args=["aspirasi", satu.pk])
    assert camat.get(nama).status_code == 404
    assert camat.post(nama, {f"s{satu.pk}-nama": "Milik saya"}).status_code == 404
    alamat, isi = ubah(satu, hapus="1")
    assert camat.post(alamat, isi).status_code == 404
    assert "Keluhan saja" not in teks(camat.get(KELOLA))
    assert klien("warga").get(KELOLA).status_code == 403
    assert klien("staf").get(reverse("meja:saringan", args=["tiada"])).status_code == 404


@pytest.mark.parametrize("nama", ["", "   ", "\u200b", "a\0b", "x" * 100_000])
def test_a_name_that_nobody_can_read_is_refused_and_kept_in_the_form(klien: Any, nama: str) -> None:
    respons = klien("staf").post(f"{SIMPAN}?jenis=keluhan", {"nama": nama})
    assert respons.status_code == 200
    assert "aria-invalid" in teks(respons)
    assert not SaringanTersimpan.objects.exists()


def test_nothing_chosen_is_nothing_to_keep(klien: Any) -> None:
    staf = klien("staf")
    assert "Belum ada yang dipilih" in teks(staf.get(SIMPAN))
    assert staf.post(f"{SIMPAN}?jenis=tiada", {"nama": "Kosong"}).status_code == 200
    assert not SaringanTersimpan.objects.exists()
