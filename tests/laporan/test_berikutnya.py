"""Awaited reports as everyone reads of them: on their project, on cards, on their kampung."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import HariLibur
from core.tenggat.hari_kerja import muat_libur
from core.waktu import pada
from laporan.services import jadwal
from proyek.models import Proyek
from tests.alat.baca import sebaris
from tests.alat.jam import saat
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
KAMPUNG, DAFTAR = "/kampung/sido-rejo/", "/proyek/"
BERIKUT = "Laporan berikutnya paling lambat 7 Oktober 2026 (untuk September 2026)."


@pytest.fixture
def proyek(db: None) -> Proyek:
    """A work that started on 1 September 2026; its first report is due on 7 October."""
    return ditunggu(buat_proyek(mulai_nyata=dt.date(2026, 9, 1)))


def ditunggu(proyek: Proyek) -> Proyek:
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=proyek)
    return proyek


def baca(client: Any, hari: str, jalur: str) -> str:
    with pada(saat(hari)):
        return sebaris(client.get(jalur))


def test_the_next_report_is_announced(client: Any, proyek: Proyek) -> None:
    for jalur in (proyek.get_absolute_url(), DAFTAR, KAMPUNG):
        assert BERIKUT in baca(client, "2026-10-07", jalur), jalur
    isi = baca(client, "2026-10-07", KAMPUNG)
    assert "1 laporan ditunggu, tidak ada yang terlambat." in isi
    assert "laporan=terlambat" not in isi


def test_a_late_one_is_late_in_public_by_working_days(client: Any, proyek: Proyek) -> None:
    HariLibur.objects.create(tanggal=dt.date(2026, 10, 9), nama="Libur")
    for jalur in (proyek.get_absolute_url(), DAFTAR, KAMPUNG):
        isi = baca(client, "2026-10-13", jalur)  # Tuesday; Thursday, Monday and Tuesday went by
        assert "<p>Laporan September 2026 <span" in isi, jalur
        assert "terlambat 3 hari kerja</span>" in isi, jalur
        assert "paling lambat" not in isi, jalur
    assert "1 laporan ditunggu, terlambat." in baca(client, "2026-10-13", KAMPUNG)


def test_a_stopped_work_owes_nothing(client: Any, proyek: Proyek) -> None:
    proyek.jadwal_laporan.update(gugur="henti")
    isi = baca(client, "2026-10-13", proyek.get_absolute_url())
    assert "terlambat" not in isi
    assert "paling lambat" not in isi
    assert "laporan ditunggu" not in baca(client, "2026-10-13", KAMPUNG)


def test_the_list_finds_what_is_late(client: Any, proyek: Proyek) -> None:
    buat_proyek(judul="Sumur bor Dusun 1", mulai_nyata=dt.date(2026, 10, 1))
    assert "1 proyek ditemukan" in baca(client, "2026-10-08", "/proyek/?laporan=terlambat")
    assert "Tidak ada proyek yang cocok" in baca(client, "2026-10-07", "/proyek/?laporan=terlambat")
    assert "Pilih" in baca(client, "2026-10-07", "/proyek/?laporan=apa-saja")


def test_more_rows_cost_no_more(client: Any, proyek: Proyek) -> None:
    def ongkos() -> dict[str, int]:
        hasil = {}
        for jalur in (proyek.get_absolute_url(), DAFTAR, KAMPUNG, "/proyek/?laporan=terlambat"):
            with pada(saat("2026-10-13")), CaptureQueriesContext(connection) as kueri:
                client.get(jalur)
            hasil[jalur] = len(kueri)
        return hasil

    satu = ongkos()
    for nomor in range(3):
        ditunggu(buat_proyek(judul=f"Sumur bor {nomor}", mulai_nyata=dt.date(2026, 8, 3)))
    assert ongkos() == satu
    assert max(satu.values()) <= 12


def test_a_report_due_on_lebaran_is_due_after_its_leave(klien: Any, client: Any) -> None:
    """Nyepi, Idul Fitri and their leave lie between; the desk and everyone's page say the same."""
    muat_libur([2027])
    isi = {"mulai_nyata": dt.date(2027, 2, 22), "frekuensi_laporan": "dua_mingguan"}
    proyek = buat_proyek(**isi)
    with pada(saat("2027-03-08")):
        jadwal.susun(proyek=proyek)
    ditunggu = "Laporan berikutnya paling lambat 22 Maret 2027 (untuk 22 Februari–7 Maret 2027)."
    for hari in ("2027-03-10", "2027-03-22"):
        assert ditunggu in baca(client, hari, proyek.get_absolute_url())
    assert "22 Februari–7 Maret 2027" in baca(klien("kakam"), "2027-03-16", "/kerja/")
    assert "terlambat 1 hari kerja" in baca(client, "2027-03-23", proyek.get_absolute_url())
