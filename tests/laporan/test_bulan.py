"""The reports of a month: which projects, whose money, on the page, on paper and in a workbook."""

import datetime as dt
import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db.models import Sum
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from core.berkas.xlsx import xlsx
from laporan.bacaan.bulan import jumlah_bulan, proyek_sebulan
from proyek.enums import Pos
from proyek.models import Gerak, Proyek
from tests.alat.baca import teks
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
NAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def hari(bulan: int, tanggal: int = 1) -> dt.date:
    return dt.date(2026, bulan, tanggal)


@pytest.fixture
def jalan(pemeran: Pemeran) -> Proyek:
    """A work with reports of September, of two halves of October (one corrected), of November."""
    proyek = buat_proyek(pemeran.kampung, judul="=SUM(A1) <Jalan>", pagu=1_000_000)
    dana = proyek.pendanaan.get()

    def lapor(awal: dt.date, belanja: int, persen: int, **lain: Any) -> None:
        isi = {"periode": awal, "persen": Decimal(persen), "belanja": {dana: belanja}}
        buat_laporan(proyek, pemeran.kakam, **isi | lain)

    lapor(hari(9), 100_000, 20)
    lapor(hari(10), 50_000, 30, sampai=hari(10, 14))
    perbaikan = {"revisi": 2, "alasan_perbaikan": "Nota terlewat."}
    lapor(hari(10), 70_000, 35, sampai=hari(10, 14), **perbaikan)
    lapor(hari(10, 15), 30_000, 50, sampai=hari(10, 31), ada_kendala=True, kendala="Hujan.")
    lapor(hari(11), 200_000, 80)
    return proyek


def sel(isi: bytes) -> list[list[str]]:
    """Read a workbook as somebody would who knows only zip and XML."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
        pohon = {nama: ElementTree.fromstring(arsip.read(nama)) for nama in arsip.namelist()}  # noqa: S314 (our own)
    lembar = pohon["xl/worksheets/sheet1.xml"]
    assert not list(lembar.iter(f"{NAMA}f")), "no formula"
    return [["".join(c.itertext()) for c in baris] for baris in lembar.iter(f"{NAMA}row")]


def test_a_row_tells_of_the_days_that_end_in_the_month(jalan: Proyek, client: Client) -> None:
    (baris,) = client.get("/laporan/bulan/2026-10/").context["baris"]
    assert (baris.waktu, baris.kendala) == ("Oktober 2026", "Hujan.")
    assert (baris.sebelum, baris.sesudah) == (20, 50)
    assert (baris.dibelanjakan, baris.seluruhnya) == (100_000, 200_000)
    isi = teks(client.get("/laporan/bulan/2026-10/?kampung=sido-rejo")).replace("\u00a0", " ")
    assert "20% → 50%" in isi
    for kata in ("Rp 200.000", "KECAMATAN BANGUNREJO", "Kepala Kampung Sido Rejo"):
        assert kata in isi, kata


def test_the_months_sum_to_the_ledger(jalan: Proyek) -> None:
    gerak = Gerak.objects.filter(pos=Pos.DIBELANJAKAN).aggregate(n=Sum("jumlah"))["n"]
    bulan = [jumlah_bulan(proyek_sebulan(hari(b), None)) for b in range(1, 13)]
    assert sum(satu.dibelanjakan for satu in bulan) == gerak == 400_000
    assert bulan[10].seluruhnya == gerak


def test_the_workbook_holds_the_same_and_computes_nothing(jalan: Proyek, client: Client) -> None:
    respons = client.get("/laporan/bulan/2026-10/xlsx/?kampung=sido-rejo")
    assert 'filename="laporan-2026-10-sido-rejo.xlsx"' in respons["Content-Disposition"]
    judul, _, baris, jumlah = sel(respons.content)
    assert judul == ["Ringkasan laporan Oktober 2026, Kampung Sido Rejo"]
    assert baris[1] == "=SUM(A1) <Jalan>"
    assert [*map(Decimal, baris[4:8])] == [20, 50, 100_000, 200_000]
    assert jumlah[6:] == ["100000", "200000"]
    assert client.get("/laporan/bulan/2026-10/xlsx/?kampung=sido-rejo").content == respons.content
    assert sel(xlsx([["a\x01\x0b\ud800b"], [None, -5]])) == [["ab"], ["", "-5"]]


def test_odd_months_and_kampung_get_a_sentence(client: Client) -> None:
    for ganjil in ("2026-13", "2099-01", "26-1", "abc", "2026-12"):
        respons = client.get(f"/laporan/bulan/{ganjil}/")
        assert respons.status_code == 404
        assert "Bulan ini tidak ada" in teks(respons)
        assert client.get(f"/laporan/bulan/{ganjil}/xlsx/").status_code == 302
    for ekor in ("xlsx/", ""):
        assert client.get(f"/laporan/bulan/2026-10/{ekor}?kampung=x%00").status_code == 404
    assert client.get("/laporan/bulan/?bulan=x").url == "/laporan/bulan/2026-11/"
    tuju = client.get("/laporan/bulan/?bulan=2026-10&kampung=sido-rejo").url
    assert tuju == "/laporan/bulan/2026-10/?kampung=sido-rejo"


@pytest.mark.parametrize("banyak", [1, 4])
def test_costs_the_same_for_every_row_and_is_bounded(
    client: Client,
    pemeran: Pemeran,
    banyak: int,
    django_assert_num_queries: DjangoAssertNumQueries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("laporan.views.bulan.TAMPIL", 3)
    for _ in range(banyak):
        proyek = buat_proyek(kampung_resmi("Sido Rejo"), pagu=100)
        buat_laporan(proyek, pemeran.kakam, belanja={proyek.pendanaan.get(): 10})
    with django_assert_num_queries(4):
        respons = client.get("/laporan/bulan/2026-10/")
    assert len(respons.context["baris"]) == min(banyak, 3)
    assert respons.context["jumlah"].dibelanjakan == 10 * banyak
    assert ("proyek yang pertama" in teks(respons)) == (banyak > 3)
