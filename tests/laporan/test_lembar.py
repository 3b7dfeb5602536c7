"""A report as the sheet annexed to an SPP: on the screen, on paper, and as a Word file."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from core.berkas.simpan import simpan_foto
from laporan.enums import TahapFoto
from laporan.models import LaporanKemajuan
from laporan.services.tarik import tarik_semua
from proyek.enums import PeranTim, SumberDana
from proyek.models import Proyek
from tests.alat.baca import teks
from tests.alat.docx import banyak_gambar, kata_docx, tabel_docx
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_dana, buat_proyek

pytestmark = pytest.mark.django_db
SEPTEMBER, NOVEMBER = dt.date(2026, 9, 1), dt.date(2026, 11, 1)


@pytest.fixture
def jalan(pemeran: Pemeran) -> Proyek:
    """A work with two sources and reports of September, October and November."""
    proyek = buat_proyek(pemeran.kampung, pagu=1_000_000, lokasi="Dusun 3")
    dana, tambahan = proyek.pendanaan.get(), buat_dana(proyek, 500_000, SumberDana.ADD)
    proyek.tim.create(peran=PeranTim.PKA, nama="Sutarno")
    buat_laporan(
        proyek, pemeran.kakam, periode=SEPTEMBER, persen=Decimal(20), belanja={dana: 100_000}
    )
    oktober = {"belanja": {dana: 250_000}, "kendala": "Hujan.", "ada_kendala": True, "hok_l": 12}
    buat_laporan(proyek, pemeran.kakam, **oktober)
    buat_laporan(
        proyek, pemeran.kakam, periode=NOVEMBER, persen=Decimal(60), belanja={tambahan: 70_000}
    )
    return proyek


def alamat(proyek: Proyek, apa: str = "docx", periode: dt.date = dt.date(2026, 10, 1)) -> str:
    laporan = LaporanKemajuan.objects.berlaku().get(proyek=proyek, periode=periode)
    return f"/laporan/{laporan.nomor}/{apa}/"


def test_page_and_file_tell_the_same(jalan: Proyek, client: Client) -> None:
    halaman = teks(client.get(alamat(jalan, "lembar"))).replace("\u00a0", " ")
    respons = client.get(alamat(jalan))
    berkas = kata_docx(respons.content)
    for kata in (
        *("KECAMATAN BANGUNREJO", "PEMERINTAH KAMPUNG SIDO REJO", "Dusun 3, Kampung Sido Rejo"),
        *("Oktober 2026", "40%", "20% (LAP-", "Hujan.", "HOK laki-laki", "12", "Sutarno"),
        *("Rp 250.000", "Rp 350.000", "Rp 650.000", "Rp 500.000", "Mengetahui", "Kode periksa"),
        *("belum pernah diperbaiki", "Kepala Kampung Sido Rejo", "93,75 m³"),
    ):
        assert kata.lower() in halaman.lower(), kata
        assert kata.lower() in berkas.lower(), kata
    assert "70.000" not in halaman + berkas, "money of later days"
    assert respons["Content-Type"].endswith("wordprocessingml.document")
    assert respons["Content-Disposition"].startswith('attachment; filename="laporan-LAP-2026-')
    assert respons["X-Robots-Tag"] == "noindex"


def test_each_source_has_its_row_of_the_ledger(jalan: Proyek, client: Client) -> None:
    uang = tabel_docx(client.get(alamat(jalan)).content)[2]
    bersih = [[sel.replace("\u00a0", " ") for sel in baris[1:]] for baris in uang[1:]]
    assert bersih == [
        ["Rp 1.000.000", "Rp 250.000", "Rp 350.000", "Rp 650.000"],
        ["Rp 500.000", *["belum diketahui"] * 3],
        ["Rp 1.500.000", "Rp 250.000", "Rp 350.000", "Rp 1.150.000"],
    ]


def test_only_the_report_that_stands_is_a_sheet(
    jalan: Proyek, pemeran: Pemeran, client: Client
) -> None:
    lama, dana = alamat(jalan), jalan.pendanaan.order_by("pk")[0]
    baru = buat_laporan(
        *(jalan, pemeran.kakam),
        revisi=2,
        alasan_perbaikan="Nota 081234567890 terlewat.",
        belanja={dana: 300_000},
    )
    for apa in ("docx/", "lembar/"):
        respons = client.get(lama.replace("docx/", apa))
        assert (respons.status_code, respons["Location"]) == (302, lama.replace("docx/", ""))
    kini = kata_docx(client.get(f"/laporan/{baru.nomor}/docx/").content)
    assert "Perbaikan ke-1" in kini
    assert "Rp 300.000" in kini
    assert "0812" not in kini
    tarik_semua(laporan=baru, alasan="Salah proyek.", oleh=pemeran.kakam)
    for apa in ("docx", "lembar"):
        assert client.get(f"/laporan/{baru.nomor}/{apa}/").status_code == 410
    assert client.get(lama).status_code == 200


def test_photos_are_few_and_come_from_every_stage(
    jalan: Proyek, pemeran: Pemeran, client: Client
) -> None:
    warna = {3: ("red", "blue", "green"), 4: ("black", "white", "yellow")}
    for bulan, tahap in ((3, TahapFoto.AWAL), (4, TahapFoto.TENGAH)):
        foto_foto = [(tahap, simpan_foto(foto(satu))) for satu in warna[bulan]]
        periode = dt.date(2026, bulan, 1)
        buat_laporan(jalan, pemeran.kakam, periode=periode, bertahap=foto_foto)
    isi = client.get(alamat(jalan, periode=periode)).content
    assert banyak_gambar(isi) == 5, "two of each stage, and the code"
    assert "Sebelum dikerjakan (0%) (LAP-" in kata_docx(isi)
    halaman = client.get(alamat(jalan, "lembar", periode)).context["lembar"]
    assert len(halaman.bagian[-1].baris) == 4


def test_a_sheet_costs_few_queries_when_signed_in_too(
    jalan: Proyek,
    pemeran: Pemeran,
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(pemeran.kakam)
    for kata in ("lembar", "docx"):
        client.get(alamat(jalan, kata))
        with django_assert_max_num_queries(12):
            assert client.get(alamat(jalan, kata)).status_code == 200


def test_a_reader_who_has_it_gets_nothing_again_and_it_costs_few_queries(
    jalan: Proyek, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        respons = client.get(alamat(jalan))
    lagi = client.get(alamat(jalan), headers={"if-none-match": respons["ETag"]})
    assert (lagi.status_code, lagi.content) == (304, b"")
    assert client.get("/laporan/LAP-2020-0001/docx/").status_code == 404
