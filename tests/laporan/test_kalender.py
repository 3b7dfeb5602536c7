"""The calendar of a kampung, its punctuality, and the file that calendars subscribe to."""

import datetime as dt
from typing import Any

import pytest

from core import ics
from core.models import HariLibur
from core.waktu import pada
from laporan.models import JadwalLaporan
from laporan.services import jadwal
from proyek.models import Proyek
from tests.alat.baca import sebaris
from tests.alat.jam import saat
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
KALENDER, ICS, KAMPUNG = (
    f"/kampung/sido-rejo/{ekor}" for ekor in ("kalender/", "kalender.ics", "")
)


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    """A work whose report of September is due on 7 October."""
    proyek = buat_proyek(pemeran.kampung, mulai_nyata=dt.date(2026, 9, 1))
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=proyek)
    return proyek


def baca(client: Any, hari: str, jalur: str) -> str:
    with pada(saat(hari)):
        return sebaris(client.get(jalur))


def test_a_month_shows_its_due_days(client: Any, proyek: Proyek) -> None:
    isi = baca(client, "2026-10-01", KALENDER)
    assert "Kalender laporan, Oktober 2026" in isi
    assert "Rabu, 7 Oktober 2026" in isi
    assert "Rabat beton Dusun 3: laporan September 2026" in isi
    assert "terlambat 2 hari kerja" in baca(client, "2026-10-09", KALENDER).lower()
    assert "Tidak ada laporan" in baca(client, "2026-10-01", f"{KALENDER}?bulan=2026-12")
    for bulan in ("2026-13", "x", "2026-1", "\0"):
        assert "Oktober 2026" in baca(client, "2026-10-01", f"{KALENDER}?bulan={bulan}")
    assert client.get("/kampung/tidak-ada/kalender/").status_code == 404


def test_a_grid_names_three_of_a_day_and_leads_to_all(client: Any, proyek: Proyek) -> None:
    HariLibur.objects.create(tanggal=dt.date(2026, 10, 15), nama="Hari jadi kampung")
    for urutan in range(2, 6):
        lain = buat_proyek(proyek.kampung, judul=f"Sumur {urutan}", mulai_nyata="2026-09-01")
        with pada(saat("2026-09-10")):
            jadwal.susun(proyek=lain)
    isi = baca(client, "2026-10-05", KALENDER)
    kisi, daftar = isi.split("</ol> </div>")
    petak = kisi.split('<li class="petak')[1:]
    assert len(petak) == 31
    assert 'data-kolom="4"' in kisi  # Thursday
    assert [nomor for nomor, satu in enumerate(petak, 1) if "/proyek/" in satu] == [7]
    assert petak[6].count("/proyek/") == 3
    assert '<a href="#h7">+2 lagi' in petak[6]
    assert '<h2 id="h7">' in daftar
    assert daftar.count(": laporan September 2026") == 5
    assert "Hari jadi kampung" in petak[14]
    lepas = [nomor for nomor, satu in enumerate(petak, 1) if satu.startswith(" petak--lepas")]
    assert lepas == [3, 4, 10, 11, 15, 17, 18, 24, 25, 31]
    assert [nomor for nomor, satu in enumerate(petak, 1) if "hari ini" in satu] == [5]


def test_a_project_taken_back_leaves_the_calendar(client: Any, proyek: Proyek) -> None:
    Proyek.objects.update(tahap="dibatalkan", dicabut_pada=saat("2026-10-01"))
    assert "Rabat beton" not in baca(client, "2026-10-01", KALENDER)
    assert "Rabat beton" not in baca(client, "2026-10-01", ICS)


def test_a_calendar_can_subscribe(client: Any, proyek: Proyek) -> None:
    Proyek.objects.update(judul="Rabat, beton; Dusun\\3 " + "é" * 60)
    with pada(saat("2026-10-01")):
        respons = client.get(ICS)
    assert respons["Content-Type"] == "text/calendar; charset=utf-8"
    baris = respons.content.split(b"\r\n")
    assert baris[0] == b"BEGIN:VCALENDAR"
    assert baris[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in b"".join(baris)
    assert max(map(len, baris)) == 75
    [satu.decode() for satu in baris]  # no letter is cut in two
    utuh = respons.content.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20261007\r\nDTEND;VALUE=DATE:20261008\r\n" in utuh
    assert "DTSTAMP:20260930T170000Z" in utuh
    assert f"UID:laporan-{proyek.nomor}-20260901@" in utuh
    assert "laporan September 2026\\, Rabat\\, beton\\; Dusun\\\\3 ééé" in utuh


def test_a_line_break_ends_no_line() -> None:
    isi = ics.kalender("A\r\nEND:VCALENDAR", [])
    assert isi.count(b"\r\nEND:VCALENDAR") == 1


def _selesai(proyek: Proyek, oleh: Any, banyak: int, lambat: int) -> None:
    """Rows that fell due in months before October 2026; `lambat` of them came a day late."""
    laporan = buat_laporan(proyek, oleh)
    for bulan in range(1, banyak + 1):
        janji = dt.date(2026, bulan, 10)
        datang = janji + dt.timedelta(days=bulan <= lambat)
        JadwalLaporan.objects.create(
            proyek=proyek,
            macam="berkala",
            urutan=bulan,
            awal=janji - dt.timedelta(days=30),
            akhir=janji - dt.timedelta(days=7),
            langkah_mulai=janji - dt.timedelta(days=7),
            jatah_hari=5,
            janji=janji,
            tenggat=janji,
            laporan=laporan,
            dipenuhi_pada=saat(str(datang), 23, 30),
        )


@pytest.mark.parametrize("banyak", [4, 5])
def test_punctuality_is_told_from_five_due_days_up(
    client: Any, pemeran: Any, proyek: Proyek, banyak: int
) -> None:
    _selesai(proyek, pemeran.kakam, banyak, lambat=1)
    isi = baca(client, "2026-10-01", KAMPUNG)
    kata = "Dalam setahun ini 4 dari 5 laporan terbit tepat waktu. Biasanya (nilai tengah) terbit"
    assert (f"{kata} 7 hari sesudah waktu yang dilaporkan berakhir." in isi) == (banyak == 5)
    assert "tepat waktu" not in isi or banyak == 5
