"""Pauses over random calendars: no due day falls on a day off or within one, none comes late."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.galat import TidakBisa
from core.models import HariLibur
from core.waktu import pada
from laporan.models import JadwalLaporan, JedaLaporan
from laporan.services import jadwal, jeda
from tests.alat.jam import saat
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
AWAL = dt.date(2026, 8, 31)
SEHARI = dt.timedelta(days=1)
peristiwa = st.tuples(
    st.integers(0, 12),  # days since the one before
    st.sampled_from(["beri", "beri", "akhiri", "batalkan"]),
    st.integers(0, 14),
    st.integers(0, 20),
)


def lakukan(pemeran: Any, apa: str, hari: dt.date, a: int, b: int) -> None:
    """Grant a pause from `a` days on for `b` days, or shorten or take back the last one."""
    oleh = {"oleh": pemeran.camat}
    if apa == "beri":
        isi = {"mulai": hari + SEHARI * a, "akhir": hari + SEHARI * (a + b), "sebab": "bencana"}
        jeda.beri(kampung=pemeran.kampung, keterangan="Banjir.", **isi, **oleh)
    elif satu := JedaLaporan.objects.berdiri().last():
        if apa == "batalkan":
            jeda.batalkan(jeda=satu, alasan="Keliru.", **oleh)
        else:
            jeda.akhiri(jeda=satu, akhir=hari + SEHARI * (a - 5), alasan="Surut.", **oleh)


def kini() -> dict[int, tuple[dt.date, int]]:
    """Return the due day of each awaited report, and by how many days it is late."""
    semua = JadwalLaporan.objects.ditunggu().dengan_libur()
    return {satu.pk: (satu.tenggat, satu.hari_terlambat) for satu in semua}


def pastikan(apa: str, hari: dt.date, lama: dict[int, Any], libur: set[dt.date]) -> None:
    """Assert what an act may do to the due days, and that the periodic job finds nothing left."""
    baru = kini()
    jeda_hari = set().union(
        *(JedaLaporan.objects.hari(k.kampung_id, dt.date.min) for k in JedaLaporan.objects.all())
    )
    assert baru.keys() == lama.keys()
    for pk, (tenggat, lambat) in baru.items():
        assert tenggat.weekday() < 5
        assert tenggat not in libur | jeda_hari
        if (
            lama[pk][0] < hari
        ):  # what was late stays so; a pause that holds today spares today alone
            assert tenggat == lama[pk][0]
            assert lambat in {lama[pk][1], lama[pk][1] - (hari in jeda_hari)}
        else:
            assert tenggat >= (lama[pk][0] if apa == "beri" else hari)
    assert list(jadwal._keliru()) == []


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.sets(st.integers(0, 120), max_size=25),
    st.lists(peristiwa, min_size=2, max_size=7),
    st.sampled_from(["mingguan", "bulanan", "tahapan"]),
)
@example(libur=set(), sejarah=[(3, "beri", 0, 0), (11, "beri", 0, 0)], frekuensi="mingguan")
def test_no_pause_brings_a_due_day_forward_or_to_rest(
    pemeran: Pemeran, libur: set[int], sejarah: list[Any], frekuensi: str
) -> None:
    with transaction.atomic():
        _jalani(pemeran, {AWAL + SEHARI * n for n in libur}, sejarah, frekuensi)
        transaction.set_rollback(True)


def _jalani(pemeran: Pemeran, lepas: set[dt.date], sejarah: list[Any], frekuensi: str) -> None:
    HariLibur.objects.bulk_create(HariLibur(tanggal=h, nama="Libur") for h in lepas)
    isi = {"frekuensi_laporan": frekuensi, "selesai_rencana": AWAL + SEHARI * 70}
    proyek, hari = buat_proyek(pemeran.kampung, mulai_nyata=AWAL, **isi), AWAL
    for lama, apa, a, b in sejarah:
        hari += SEHARI * lama
        with pada(saat(str(hari))):
            jadwal.susun(proyek=proyek)
            sebelum = kini()
            try:
                lakukan(pemeran, apa, hari, a, b)
            except TidakBisa:
                continue
            pastikan(apa, hari, sebelum, lepas)
