"""The clock of every thing that waits for a step, and its ladder; kiriman serve as the things."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Langkah
from aspirasi.models import Aspirasi
from core.models import HariLibur
from core.tenggat import jam, tangga
from core.waktu import pada
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat
from tests.pabrik.kampung import KampungFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
tgl = dt.date.fromisoformat


def berjalan(awal: str, jatah: int) -> Aspirasi:
    """Return a thing that waits since this day."""
    satu = Aspirasi(langkah=Langkah.JAWAB, status="diperiksa")
    jam.mulai(satu, jatah, awal=tgl(awal))
    return satu


def test_a_step_counts_from_the_day_it_is_given() -> None:
    satu = berjalan("2026-04-03", 5)  # a Friday
    assert (satu.janji, satu.tenggat) == (tgl("2026-04-10"),) * 2
    with pada(saat("2026-04-08")):
        assert jam.sisa(satu) == 2
        jam.mulai(satu, 1)
    assert satu.tenggat == tgl("2026-04-09")
    jam.mulai(satu, None)
    assert (satu.langkah_mulai, satu.janji, satu.tenggat, jam.sisa(satu)) == (None, None, None, 0)


def test_a_delay_is_measured_by_the_first_day_and_a_later_count_keeps_the_later_one() -> None:
    satu = berjalan("2026-04-06", 5)
    satu.eskalasi = tangga.KASI
    jam.tunda(satu, tgl("2026-04-20"), "Hujan.")
    assert (satu.janji, satu.tenggat, satu.eskalasi) == (tgl("2026-04-13"), tgl("2026-04-20"), 0)
    jam.alihkan(satu, 6)
    assert (satu.janji, satu.tenggat, satu.alasan_tertunda) == (
        tgl("2026-04-14"),
        tgl("2026-04-20"),
        "Hujan.",
    )
    jam.alihkan(satu, 14)
    assert (satu.tenggat, satu.alasan_tertunda) == (tgl("2026-04-24"), "")


@pytest.mark.parametrize(
    ("hari", "kampung", "kecamatan", "ulangan"),
    [
        ("2026-04-13", 0, 0, 0),  # the due day itself
        ("2026-04-14", tangga.KAMPUNG, tangga.KASI, 1),
        ("2026-04-16", tangga.KASI, tangga.KASI, 2),
        ("2026-04-17", tangga.KASI, tangga.CAMAT, 2),
        ("2026-04-21", tangga.CAMAT, tangga.CAMAT, 3),
    ],
)
def test_the_ladder_climbs_by_working_days_of_lateness(
    hari: str, kampung: int, kecamatan: int, ulangan: int
) -> None:
    satu = berjalan("2026-04-06", 5)
    with pada(saat(hari)):
        assert tangga.tingkat(satu, tangga.TANGGA_KAMPUNG) == kampung
        assert tangga.tingkat(satu, tangga.TANGGA_KECAMATAN) == kecamatan
        assert tangga.ulangan(satu, 3) == ulangan


def test_all_clocks_are_proved_with_one_reading_of_the_days_off() -> None:
    semua = []
    for hari in ("2026-04-06", "2026-04-07", "2026-04-08"):
        with pada(saat(hari)):
            semua.append(buat(KampungFactory()).aspirasi)
    assert list(jam.keliru(Aspirasi.objects.all())) == []
    HariLibur.objects.create(tanggal=tgl("2026-04-10"), nama="Libur setempat")
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        salah = list(jam.keliru(Aspirasi.objects.all()))
    assert len(kueri) == 2
    assert {a.pk for baris in salah for a in baris} == {semua[1].pk, semua[2].pk}
