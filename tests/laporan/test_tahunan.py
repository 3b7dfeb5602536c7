"""The yearly sheets of a kampung: money of the ledger, work of the reports that stand, reasons."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from core.jejak.catat import catat
from proyek.enums import SumberDana, Tahap
from proyek.laku import Aksi
from proyek.models import PindahTahap, Proyek
from tests.alat.baca import teks
from tests.alat.docx import kata_docx
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_dana, buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
REALISASI, IPPD = (f"/kampung/sido-rejo/lembar/{j}/2026/" for j in ("realisasi", "ippd"))


@pytest.fixture
def tahun(pemeran: Pemeran) -> dict[str, Proyek]:
    """Works that are finished, stopped, late with a kendala, cancelled, planned, of another year,
    and of another kampung."""
    selesai = {"tahap": Tahap.SELESAI, "selesai_nyata": dt.date(2026, 10, 2), "lokasi": "Dusun 1"}
    semua = {
        "selesai": buat_proyek(pemeran.kampung, judul="Gorong-gorong", pagu=1_000_000, **selesai),
        "henti": buat_proyek(
            pemeran.kampung, judul="Posyandu", kode="2.2.09", tahap=Tahap.DIHENTIKAN_SEMENTARA
        ),
        "jalan": buat_proyek(pemeran.kampung, judul="Rabat beton", pagu=300_000),
        "batal": buat_proyek(pemeran.kampung, judul="Talud", pagu=77_000, tahap=Tahap.DIBATALKAN),
        "rencana": buat_proyek(pemeran.kampung, judul="Embung", pagu=9, tahap=Tahap.MASUK_RKP),
        "lama": buat_proyek(pemeran.kampung, judul="Drainase 2025"),
        "lain": buat_proyek(kampung_resmi("Bangun Rejo"), judul="Jembatan", pagu=5_000_000),
    }
    add = buat_dana(semua["henti"], 200_000, SumberDana.ADD)
    buat_dana(semua["lama"], 4_000_000, tahun=2025)
    dana = semua["selesai"].pendanaan.get()
    buat_laporan(semua["selesai"], pemeran.kakam, persen=Decimal(100), belanja={dana: 900_000})
    kendala = {"ada_kendala": True, "kendala": "Semen langka, tanya 081234567890."}
    buat_laporan(semua["jalan"], pemeran.kakam, **kendala)
    buat_laporan(semua["henti"], pemeran.kakam, belanja={add: 50_000})
    catat(
        objek=semua["henti"],
        aksi=Aksi.TAHAP,
        oleh=pemeran.kakam,
        ke=Tahap.DIHENTIKAN_SEMENTARA,
        alasan="Menunggu perubahan APB.",
    )
    putusan = buat_keputusan(pemeran.kakam, pemeran.kampung, alasan="Tanahnya bersengketa.")
    PindahTahap.objects.create(proyek=semua["batal"], ke=Tahap.DIBATALKAN, keputusan=putusan)
    return semua


def isi(client: Client, alamat: str) -> tuple[str, str]:
    halaman = teks(client.get(alamat)).replace("\u00a0", " ")
    return halaman, kata_docx(client.get(f"{alamat}docx/").content)


@pytest.mark.parametrize("alamat", [REALISASI, IPPD])
def test_both_forms_tell_the_year_with_reasons(
    tahun: dict[str, Proyek], client: Client, alamat: str
) -> None:
    for kata in isi(client, alamat):
        for ada in (
            *("Gorong-gorong", "Posyandu", "Rabat beton", "Talud", "Menunggu perubahan APB."),
            *("Tanahnya bersengketa.", "Semen langka", "Rp 77.000", "PEMERINTAH KAMPUNG SIDO REJO"),
            *("Rp 1.500.000", "Rp 950.000", "Rp 550.000", "tahun anggaran 2026", "Kode periksa"),
        ):
            assert ada.lower() in kata.lower(), ada
        for tiada in ("Embung", "Drainase 2025", "Jembatan", "0812"):
            assert tiada not in kata


def test_the_ippd_says_it_in_sentences(tahun: dict[str, Proyek], client: Client) -> None:
    for kata in isi(client, IPPD):
        assert "menganggarkan Rp 1.500.000 untuk 3 kegiatan yang tercatat di portal." in kata
        assert "sudah dibelanjakan Rp 950.000 (63,3%); sisanya Rp 550.000." in kata
        assert "1 dibatalkan" in kata
        assert "Alokasi Dana Desa" in kata


def test_another_year_and_no_year(tahun: dict[str, Proyek], client: Client) -> None:
    (halaman, berkas) = isi(client, REALISASI.replace("2026", "2025"))
    assert "Drainase 2025" in halaman
    assert "Rp 4.000.000" in berkas
    assert all("Tidak ada kegiatan" in kata for kata in isi(client, IPPD.replace("2026", "2024")))
    for ganjil in ("lain/2026", "ippd/1999", "ippd/99999"):
        assert client.get(f"/kampung/sido-rejo/lembar/{ganjil}/").status_code == 404
    assert client.get(REALISASI.replace("sido-rejo", "tidak-ada")).status_code == 404


@pytest.mark.parametrize("alamat", [REALISASI, f"{IPPD}docx/"])
def test_rows_are_bounded_and_cost_nothing(
    client: Client,
    pemeran: Pemeran,
    alamat: str,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr("laporan.bacaan.tahunan.TERBANYAK", 2)
    monkeypatch.setattr("laporan.bacaan.lembar_tahunan.TERBANYAK", 2)
    for nomor in range(3):
        buat_proyek(pemeran.kampung, judul=f"Jalan {nomor}", pagu=1_000)
    with django_assert_num_queries(6):
        respons = client.get(alamat)
    badan = respons.content
    kata = kata_docx(badan) if badan[:2] == b"PK" else teks(respons).replace("\u00a0", " ")
    assert "memuat 2 kegiatan yang pertama dari 3" in kata
    assert "Jalan 2" not in kata
    assert "Rp 3.000" in kata


def test_the_page_of_the_kampung_and_its_desk_lead_to_them(
    client: Client, klien: Callable[[str], Client]
) -> None:
    for siapa, jalur in ((client, "/kampung/sido-rejo/"), (klien("aparat"), "/kerja/lembar/")):
        halaman = siapa.get(jalur).content.decode()
        for alamat in (REALISASI, IPPD):
            assert f'href="{alamat}"' in halaman
            assert f'href="{alamat}docx/"' in halaman
