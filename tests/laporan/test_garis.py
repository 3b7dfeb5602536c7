"""The reports of a project in time, on its page and on a page of their own."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.waktu import pada
from laporan.models import Evaluasi, LaporanKemajuan
from laporan.services import jadwal
from laporan.services.tarik import tarik_semua
from proyek.enums import FrekuensiLaporan, Tahap
from proyek.models import PindahTahap, Proyek
from tests.alat.baca import sebaris
from tests.alat.jam import saat
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


@pytest.fixture
def proyek(pemeran: Pemeran) -> Proyek:
    """A work of two weeks each from 1 September 2026."""
    return buat_proyek(
        pemeran.kampung,
        pagu=1_000_000,
        mulai_nyata=dt.date(2026, 9, 1),
        frekuensi_laporan=FrekuensiLaporan.DUA_MINGGUAN,
    )


def lapor(proyek: Proyek, pemeran: Pemeran, awal: str, terbit: str, **isi: Any) -> LaporanKemajuan:
    hari = dt.date.fromisoformat(awal)
    with pada(saat(terbit)):
        jadwal.susun(proyek=proyek)
        asal = {"periode": hari, "sampai": hari + dt.timedelta(days=13)}
        laporan = buat_laporan(proyek, pemeran.kakam, **(asal | isi))
        jadwal.penuhi(laporan=laporan)
    return laporan


def baca(proyek: Proyek, hari: str, jalur: str = "") -> str:
    with pada(saat(hari)):
        isi = sebaris(Client().get(jalur or f"/laporan/proyek/{proyek.nomor}/"))
    return isi.replace("\u00a0", " ").partition("<main")[2]


def urut(isi: str, *kata: str) -> None:
    """Assert that the words stand in this order."""
    tempat = [isi.find(satu) for satu in kata]
    assert -1 not in tempat, [k for k, t in zip(kata, tempat, strict=True) if t < 0]
    assert tempat == sorted(tempat)


def test_one_line_tells_what_came_what_did_not_and_when(proyek: Proyek, pemeran: Pemeran) -> None:
    dana = proyek.pendanaan.get()
    lapor(proyek, pemeran, "2026-09-01", "2026-09-16", persen=Decimal(20), belanja={dana: 150_000})
    with pada(saat("2026-09-30")):
        jadwal.susun(proyek=proyek)
    kedua: dict[str, Any] = {"belanja_menyusul": True, "foto": 1}
    lapor(proyek, pemeran, "2026-09-29", "2026-10-22", persen=Decimal(45), **kedua)
    isi = baca(proyek, "2026-10-28")
    urut(
        isi,
        *(
            "1–14 September 2026",
            "Pekerjaan 20%",
            "Rp 150.000",
            "Terbit 16 September 2026, tepat waktu.",
        ),
        *("15–28 September 2026", "Laporannya tidak ada"),
        *("Terlambat 17 hari kerja.", "29 September–12 Oktober 2026", "Pekerjaan 45%", "menyusul"),
        *(
            "Terbit 22 Oktober 2026, terlambat 3 hari kerja.",
            "13–26 Oktober 2026",
            "Laporannya ditunggu",
        ),
        "Paling lambat 2 November 2026.",
    )
    assert isi.count("garis-waktu__foto") == 1
    rincian = baca(proyek, "2026-10-28", proyek.get_absolute_url())
    assert "2 laporan, 1 tidak ada, yang lama dulu" in rincian
    assert "Lihat semuanya" not in rincian


def test_corrections_withdrawals_stops_and_the_end(proyek: Proyek, pemeran: Pemeran) -> None:
    lapor(proyek, pemeran, "2026-09-01", "2026-09-16", persen=Decimal(30))
    lapor(
        proyek,
        pemeran,
        *("2026-09-01", "2026-09-30"),
        revisi=2,
        persen=Decimal(20),
        alasan_perbaikan="Salah ketik.",
    )
    salah = lapor(proyek, pemeran, "2026-09-15", "2026-10-01", persen=Decimal(90))
    with pada(saat("2026-10-01")):
        tarik_semua(laporan=salah, oleh=pemeran.kakam, alasan="Laporan proyek lain.")
    hari = {"tanggal": dt.date(2026, 10, 5), "dicatat": saat("2026-10-05")}
    PindahTahap.objects.create(
        proyek=proyek, dari=Tahap.BERJALAN, ke=Tahap.DIHENTIKAN_SEMENTARA, **hari
    )
    Proyek.objects.filter(pk=proyek.pk).update(
        tahap=Tahap.SELESAI, selesai_nyata=dt.date(2026, 10, 9)
    )
    Evaluasi.objects.create(proyek=proyek, pelajaran="Mulai pagi.", ditulis=saat("2026-10-20"))
    for jalur in ("", proyek.get_absolute_url()):
        isi = baca(proyek, "2026-10-28", jalur).partition("garis-waktu")[2]
        urut(
            isi,
            *("Pekerjaan 20%", "(perbaikan ke-1). Yang pertama tepat waktu."),
            *(salah.get_absolute_url(), f"{salah.nomor} ditarik 1 Oktober 2026"),
            *("Alasannya: Laporan proyek lain.", "5 Oktober 2026", "Dihentikan sementara"),
            *("20 Oktober 2026", "Evaluasi sesudah selesai"),
        )
        assert "Pekerjaan 30%" not in isi
        assert "Pekerjaan 90%" not in isi


def test_the_page_holds_the_newest_and_leads_to_all(proyek: Proyek, pemeran: Pemeran) -> None:
    def ongkos(jalur: str) -> int:
        with pada(saat("2027-01-15")), CaptureQueriesContext(connection) as kueri:
            Client().get(jalur)
        return len(kueri)

    semua = f"/laporan/proyek/{proyek.nomor}/"
    lapor(proyek, pemeran, "2026-09-01", "2026-09-16", persen=Decimal(2))
    awal = {jalur: ongkos(jalur) for jalur in (semua, proyek.get_absolute_url())}
    assert awal[semua] == 1
    for ke in range(1, 9):
        hari = dt.date(2026, 9, 1) + dt.timedelta(days=14 * ke)
        terbit = hari + dt.timedelta(days=15)
        lapor(proyek, pemeran, f"{hari}", f"{terbit}", persen=Decimal(10 * ke), foto=1)
    isi = baca(proyek, "2027-01-15", proyek.get_absolute_url())
    assert f'href="{semua}"' in isi
    assert "Pekerjaan 2%" not in isi
    urut(baca(proyek, "2027-01-15"), "Pekerjaan 2%", "Pekerjaan 10%", "Pekerjaan 80%")
    assert {jalur: ongkos(jalur) for jalur in awal} == awal


def test_nobody_reads_of_a_project_that_is_not_there(db: None, client: Client) -> None:
    assert client.get("/laporan/proyek/PRJ-2026-9999/").status_code == 404
