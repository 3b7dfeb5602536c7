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
from core.waktu import pada
from laporan.bacaan.bulan import Jumlah, baris_bulan, jumlah_bulan, proyek_sebulan
from laporan.models import JadwalLaporan
from laporan.services.tarik import tarik_semua
from proyek.enums import DasarGerak, Pos
from proyek.models import Gerak, Proyek
from proyek.services.uang import tulis
from tests.alat.baca import teks
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from warga.models import Kampung

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
    bulan = [jumlah_bulan(proyek_sebulan(hari(b), None), hari(b)) for b in range(1, 13)]
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


def test_the_month_of_one_kampung_costs_few_queries_when_signed_in_too(
    jalan: Proyek, pemeran: Pemeran, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.force_login(pemeran.kakam)
    alamat = "/laporan/bulan/2026-10/?kampung="
    client.get(f"{alamat}sido-rejo")
    with django_assert_max_num_queries(12):
        assert len(client.get(f"{alamat}sido-rejo").context["baris"]) == 1
    assert client.get(f"{alamat}tidak-ada").status_code == 404


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
    with django_assert_num_queries(9):
        respons = client.get("/laporan/bulan/2026-10/")
    assert len(respons.context["baris"]) == min(banyak, 3)
    assert respons.context["jumlah"].dibelanjakan == 10 * banyak
    assert ("proyek yang pertama" in teks(respons)) == (banyak > 3)


def cara_sederhana(awal: dt.date, kampung: Kampung | None) -> tuple[dict[str, Any], Jumlah]:
    """The month as somebody would count it by hand: project by project, row by row."""
    hasil, uang = {}, [0, 0]
    for proyek in Proyek.objects.filter(dicabut_pada=None).order_by("kampung__nama", "judul", "pk"):
        if proyek.kampung.contoh if kampung is None else proyek.kampung != kampung:
            continue
        akhir = {lap.nomor: lap.akhir for lap in proyek.laporan.terbit()}
        ini = [lap for lap in proyek.laporan.berlaku() if sebulan(lap.akhir, awal)]
        jadwal = [j for j in proyek.jadwal_laporan.ditunggu() if sebulan(j.akhir, awal)]
        if not (ini or jadwal):
            continue
        baris = Gerak.objects.filter(pendanaan__proyek=proyek, pos=Pos.DIBELANJAKAN)
        hari_baris = [(g.jumlah, akhir.get(g.laporan_nomor, hari(1))) for g in baris]
        batas = awal + dt.timedelta(days=31)
        bulan = [rp for rp, h in hari_baris if h != hari(1) and sebulan(h, awal)]
        semua = [rp for rp, h in hari_baris if h < batas.replace(day=1)]
        hasil[proyek.nomor] = (sum(bulan) if bulan else None, sum(semua) if semua else None)
        uang[0] += sum(bulan)
        uang[1] += sum(semua)
    return hasil, Jumlah(len(hasil), *uang)


def sebulan(satu: dt.date, awal: dt.date) -> bool:
    return (satu.year, satu.month) == (awal.year, awal.month)


@pytest.mark.parametrize("bulan", [8, 9, 10, 11])
def test_sets_of_rows_count_as_one_by_one_does(jalan: Proyek, pemeran: Pemeran, bulan: int) -> None:
    """With a correction, a report that was taken back, one that is awaited, money without a report,
    and another kampung."""
    lain = buat_proyek(kampung_resmi("Bangun Rejo"), judul="Lain", pagu=900)
    dana = lain.pendanaan.get()
    gerak = {"pos": Pos.DIBELANJAKAN, "dasar": DasarGerak.LAPORAN, "tanggal": hari(1)}
    tulis([Gerak(pendanaan=dana, jumlah=11, **gerak)])
    buat_laporan(lain, pemeran.kakam, periode=hari(9), belanja={dana: 100})
    keliru = buat_laporan(lain, pemeran.kakam, periode=hari(10), belanja={dana: 7})
    tarik_semua(laporan=keliru, alasan="Salah proyek.", oleh=pemeran.kakam)
    ditunggu = buat_proyek(pemeran.kampung, judul="Ditunggu")
    JadwalLaporan.objects.create(
        proyek=ditunggu, macam="berkala", urutan=1, awal=hari(8), akhir=hari(8, 31)
    )
    awal = hari(bulan)
    for kampung in (None, pemeran.kampung):
        semua = proyek_sebulan(awal, kampung)
        satu_satu, jumlah = cara_sederhana(awal, kampung)
        baris = baris_bulan(semua, awal, 50)
        assert {b.proyek.nomor: (b.dibelanjakan, b.seluruhnya) for b in baris} == satu_satu
        assert jumlah_bulan(semua, awal) == jumlah


def test_days_that_have_not_begun_are_not_called_awaited(jalan: Proyek) -> None:
    for urutan, awal in enumerate((hari(11, 2), hari(11, 16)), start=1):
        akhir = awal + dt.timedelta(days=13)
        JadwalLaporan.objects.create(
            proyek=jalan, macam="berkala", urutan=urutan, awal=awal, akhir=akhir
        )
    with pada(dt.datetime(2026, 11, 15, 12, tzinfo=dt.UTC)):
        (baris,) = baris_bulan(proyek_sebulan(hari(11), None), hari(11), 50)
    assert baris.keterlambatan == (
        "Laporan 2–15 November 2026 ditunggu. Laporan 16–29 November 2026 belum waktunya."
    )


def test_a_signed_month_says_what_changed_after_its_end(
    jalan: Proyek, pemeran: Pemeran, client: Client
) -> None:
    alamat, dana = "/laporan/bulan/2026-10/?kampung=sido-rejo", jalan.pendanaan.get()
    lama = client.get(alamat).context
    assert "sesudah bulannya berakhir" in teks(client.get(alamat)), "they came out in November"
    perbaikan = {"revisi": 3, "alasan_perbaikan": "Nota lain.", "sampai": hari(10, 14)}
    baru = buat_laporan(jalan, pemeran.kakam, belanja={dana: 60_000}, **perbaikan)
    kini = client.get(alamat).context
    assert kini["kode"] != lama["kode"]
    assert (kini["ubahan"][0].laporan, kini["ubahan"][0].kata) == (baru, "terbit sebagai perbaikan")
    tarik_semua(laporan=baru, alasan="Bukan nota kami.", oleh=pemeran.kakam)
    ditarik = client.get(alamat)
    terakhir = [(u.laporan, u.kata) for u in ditarik.context["ubahan"]][:2]
    assert terakhir == [(baru, "ditarik"), (baru, "terbit sebagai perbaikan")]
    assert ditarik.context["kode"] == lama["kode"], "the figures are those of before again"
    assert f"Kode periksa {lama['kode']}" in teks(ditarik)
    assert client.get("/laporan/bulan/2026-11/").context["ubahan"] == []
