"""The public pages of reports."""

import datetime
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from laporan.models import LaporanKemajuan
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import pejabat
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_dana, buat_proyek
from warga.enums import NamaJabatan


def teks(respons) -> str:
    assert respons.status_code == 200
    return " ".join(respons.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def laporan(pemeran) -> LaporanKemajuan:
    proyek = buat_proyek()
    dana = buat_dana(proyek, 1_000_000)
    return buat_laporan(
        proyek,
        pemeran.kakam,
        belanja={dana: 250_000},
        foto=1,
        ada_kendala=True,
        kendala="Hujan tiga minggu.",
        rencana_tindak_lanjut="Menambah tukang.",
    )


def test_the_way_to_complain_stands_above_the_list(client, db) -> None:
    isi = teks(client.get("/laporan/"))
    assert "Mau menyampaikan keluhan?" in isi
    assert "Belum ada laporan yang terbit" in isi


def test_the_list_shows_what_was_published(client, laporan, pemeran) -> None:
    draf = buat_laporan(buat_proyek(judul="Rahasia dapur"), pemeran.kakam, terbit=False)
    isi = teks(client.get("/laporan/"))
    for bagian in ("Oktober 2026", laporan.nomor, "40%", "Rp 250.000", "Ada kendala"):
        assert bagian in isi, bagian
    assert draf.proyek.judul not in isi


def test_a_report_tells_everything(client, laporan) -> None:
    isi = teks(client.get(laporan.get_absolute_url()))
    foto = laporan.foto.get()
    for bagian in (
        "Rabat beton Dusun 3: Oktober 2026",
        "Pengecoran 100 meter.",
        "Hujan tiga minggu.",
        "Menambah tukang.",
        "Rp 250.000",
        foto.berkas.alamat,
        foto.get_tahap_display(),
        laporan.proyek.get_absolute_url(),
        f"?proyek={laporan.proyek.nomor}&amp;kampung=sido-rejo",
    ):
        assert bagian in isi, bagian
    assert laporan.diterbitkan_oleh.nama not in isi


def test_both_revisions_stay_visible(client, laporan) -> None:
    baru = buat_laporan(
        laporan.proyek,
        laporan.diterbitkan_oleh,
        revisi=2,
        persen=Decimal(35),
        alasan_turun="Salah ukur.",
        alasan_perbaikan="Panjang cor diukur ulang.",
    )
    lama, kini = (teks(client.get(satu.get_absolute_url())) for satu in (laporan, baru))
    assert "Laporan ini sudah diperbaiki" in lama
    assert baru.get_absolute_url() in lama
    assert "Panjang cor diukur ulang." in kini
    assert laporan.get_absolute_url() in kini
    assert "Laporan ini sudah diperbaiki" not in kini


def test_nothing_is_known_until_the_treasurer_tells(client, pemeran) -> None:
    proyek = buat_proyek(pagu=100)
    laporan = buat_laporan(proyek, pemeran.kakam, belanja_menyusul=True)
    isi = teks(client.get(laporan.get_absolute_url()))
    assert "Belanja menyusul dari kaur keuangan. Jumlahnya belum diketahui." in isi
    assert "Rp 0" not in isi


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_a_draft_has_no_public_page(klien, pemeran, siapa: str) -> None:
    draf = buat_laporan(buat_proyek(), pemeran.kakam, terbit=False)
    boleh = {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"}
    respons = klien(siapa).get(f"/laporan/draf/{draf.pk}/")
    assert respons.status_code == (302 if siapa == "pengunjung" else 200 if siapa in boleh else 404)


@pytest.mark.parametrize("siapa", ["pengunjung", "warga", "bpk", "aparat_lain"])
def test_photos_of_a_draft_are_closed(klien, pemeran, siapa: str) -> None:
    draf = buat_laporan(buat_proyek(), pemeran.kakam, terbit=False, foto=1)
    assert klien(siapa).get(draf.foto.get().berkas.alamat).status_code == 404


@pytest.mark.parametrize("nomor", ["LAP-2026-9999", "draf", "tulis"])
def test_an_unknown_report_is_not_found(client, db, nomor) -> None:
    assert client.get(f"/laporan/{nomor}/").status_code == 404


@pytest.mark.parametrize(
    ("saringan", "ada"),
    [
        ("kampung=sido-rejo", True),
        ("kampung=bangun-rejo", False),
        ("bidang=2", True),
        ("bidang=4", False),
        ("kendala=ya", True),
        ("kendala=tidak", False),
        ("macet=tidak", True),
        ("macet=ya", False),
        ("cari=pengecoran", True),
        ("cari=jembatan", False),
        ("cari=%00&kendala=mungkin&bidang=x", True),
    ],
)
def test_the_list_can_be_narrowed(client, laporan, saringan, ada) -> None:
    assert (laporan.nomor in teks(client.get(f"/laporan/?{saringan}"))) is ada


def test_the_list_is_paged_by_key(client, pemeran) -> None:
    for bulan in range(1, 13):
        for tahun in (2024, 2025):
            buat_laporan(buat_proyek(), pemeran.kakam, periode=datetime.date(tahun, bulan, 1))
    pertama = client.get("/laporan/").context["halaman"]
    kedua = client.get("/laporan/", {"setelah": pertama.berikut}).context["halaman"]
    assert (len(pertama), len(kedua)) == (20, 4)
    assert not {lap.pk for lap in pertama} & {lap.pk for lap in kedua}


@pytest.mark.parametrize("banyak", [1, 3])
def test_the_list_costs_the_same_for_every_row(
    client, pemeran, banyak: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(banyak):
        proyek = buat_proyek(kampung_resmi("Bangun Rejo"), pagu=100)
        buat_laporan(proyek, pemeran.kakam, belanja={proyek.pendanaan.get(): 1})
    with django_assert_num_queries(3):
        client.get("/laporan/")


@pytest.mark.parametrize("banyak", [1, 3])
def test_a_report_costs_the_same_for_every_row(
    client, pemeran, banyak: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    proyek = buat_proyek()
    dana = {buat_dana(proyek, 100, tahun=2026 + n): 1 for n in range(banyak)}
    laporan = buat_laporan(proyek, pemeran.kakam, belanja=dana, foto=banyak)
    # Its covered words, spending lines, items, and photos from before.
    with django_assert_num_queries(7):
        client.get(laporan.get_absolute_url())


@pytest.mark.parametrize("nama", [NamaJabatan.KAKAM, NamaJabatan.SEKRETARIS])
def test_whoever_published_it_costs_twelve_queries_at_most(
    client, pemeran, nama: NamaJabatan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    orang = pemeran.kakam if nama == NamaJabatan.KAKAM else pejabat(nama, pemeran.kampung.instansi)
    laporan = buat_laporan(buat_proyek(pemeran.kampung), orang, foto=1)
    client.force_login(orang)
    alamat = laporan.get_absolute_url()
    assert "Tarik seluruh laporan" in teks(client.get(alamat))
    with django_assert_max_num_queries(12):
        client.get(alamat)


def test_a_visitor_gets_nothing_personal(client, laporan) -> None:
    for alamat in ("/laporan/", laporan.get_absolute_url()):
        respons = client.get(alamat)
        assert not respons.cookies
        assert b"csrf" not in respons.content
