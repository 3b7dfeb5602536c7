"""Awaited reports over random histories of a work: whatever happens, each day is told of once."""

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.waktu import pada
from laporan.bacaan.pekerjaan import pekerjaan, terlapor
from laporan.models import JadwalLaporan, LaporanKemajuan
from laporan.rentang import SEHARI, Rentang, bersinggungan
from laporan.services import jadwal
from proyek.enums import FrekuensiLaporan, Tahap
from proyek.models import Proyek
from proyek.services.tahap import ubah_tahap
from tests.alat.jam import saat
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
MULAI = dt.date(2026, 1, 29)
BERULANG = [satu for satu in FrekuensiLaporan if satu != FrekuensiLaporan.SEKALI]

peristiwa = st.one_of(
    st.tuples(st.just("lapor"), st.integers(0, 100)),
    st.tuples(st.just("tahap"), st.integers(0, 5)),
    st.tuples(st.just("frekuensi"), st.sampled_from(BERULANG)),
    st.tuples(st.just("rencana"), st.integers(1, 300)),
)


def lakukan(proyek: Proyek, apa: str, nilai: Any, hari: dt.date, oleh: Any) -> None:
    """Let one thing happen: a report, a stop or its end, another frequency, another plan."""
    milik = Proyek.objects.filter(pk=proyek.pk)
    proyek.refresh_from_db()
    if apa == "frekuensi":
        milik.update(frekuensi_laporan=nilai)
    elif apa == "rencana":
        milik.update(selesai_rencana=MULAI + SEHARI * nilai)
    elif apa == "tahap":
        berjalan = proyek.tahap == Tahap.BERJALAN
        ke = Tahap.DIHENTIKAN_SEMENTARA if berjalan else Tahap.BERJALAN
        tanggal = max(MULAI, hari - SEHARI * nilai)
        ubah_tahap(proyek=proyek, ke=ke, tanggal=tanggal, oleh=oleh, alasan="Hujan.")
    elif baris := JadwalLaporan.objects.dimulai().filter(proyek=proyek).first():
        sampai = min(baris.akhir, hari)
        isi = {"persen": nilai % 100, "alasan_turun": "Diukur ulang."}
        laporan = buat_laporan(proyek, oleh, periode=baris.awal, sampai=sampai, **isi)
        jadwal.penuhi(laporan=laporan)


def pastikan(proyek: Proyek, hari: dt.date) -> None:
    """Assert that each day of the work is awaited or told of, once, and that nothing is left to
    do."""
    assert jadwal.susun(proyek=proyek) == 0
    proyek.refresh_from_db()
    kerja = pekerjaan(proyek)
    assert kerja is not None
    ditunggu = [b.rentang for b in JadwalLaporan.objects.ditunggu().filter(proyek=proyek)]
    semua: list[Rentang] = sorted([*ditunggu, *terlapor(proyek)], key=lambda r: r.awal)
    assert not any(bersinggungan(a, b) for a, b in pairwise(semua))
    satu_hari = (MULAI + SEHARI * n for n in range((hari - MULAI).days + 1))
    for h in satu_hari:
        luput = any(bersinggungan(Rentang("", h, h), r) for r in kerja.henti)
        assert luput or any(r.awal <= h <= r.akhir for r in semua), h


def dapat_ditulis(proyek: Proyek) -> list[Rentang]:
    """Return what the form offers."""
    proyek.refresh_from_db()
    return jadwal.pilihan(proyek=proyek, laporan=LaporanKemajuan(proyek=proyek))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.integers(0, 45), peristiwa), min_size=3, max_size=8))
def test_each_day_is_awaited_or_told_of_once(pemeran: Pemeran, sejarah: list[Any]) -> None:
    proyek, hari = buat_proyek(mulai_nyata=MULAI), MULAI
    for lama, (apa, nilai) in sejarah:
        hari += SEHARI * lama
        with pada(saat(hari.isoformat())):
            jadwal.susun(proyek=proyek)
            lakukan(proyek, apa, nilai, hari, pemeran.kakam)
            sebelum = dapat_ditulis(proyek)
            jadwal.susun(proyek=proyek)
            assert dapat_ditulis(proyek) == sebelum  # the form tells of rows that are still to come
            pastikan(proyek, hari)
