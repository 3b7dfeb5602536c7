"""Awaited reports: made from the work, moved with it, fulfilled by publishing."""

import datetime as dt
from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.models import HariLibur, Tugas
from core.waktu import pada
from laporan.models import JadwalLaporan, LaporanKemajuan
from laporan.models.himpunan import LaporanQuerySet
from laporan.services import jadwal
from laporan.services.foto import tambah_foto
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from proyek.enums import FrekuensiLaporan as F
from proyek.enums import Tahap
from proyek.models import Proyek
from proyek.services.batal_tahap import batalkan_tahap
from proyek.services.tahap import ubah_tahap
from tests.alat.jam import saat
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
tgl = dt.date.fromisoformat


@pytest.fixture
def proyek(db: None) -> Proyek:
    """A work that started on Tuesday 1 September 2026 and is told of month by month."""
    return buat_proyek(mulai_nyata=tgl("2026-09-01"))


def pekerja(hari: str) -> None:
    """One turn of the jobs on this day, and everything that they queued."""
    with pada(saat(hari)):
        jadwal.susun_berubah()
        jadwal.hitung_ulang_tenggat()
        kerjakan_semua()
    assert not Tugas.objects.exclude(status=Tugas.Status.SELESAI).exists()


def baris(proyek: Proyek) -> list[str]:
    """Return the rows of a project: number, days, kind, due day, and what became of it."""
    return [
        f"{b.urutan} {b.awal:%m-%d}..{b.akhir:%m-%d} {b.macam} {b.tenggat:%m-%d}"
        f"{' ' + b.gugur if b.gugur else ''}{' ' + str(b.laporan.persen) if b.laporan else ''}"
        for b in proyek.jadwal_laporan.order_by("awal", "pk")
    ]


def terbit(proyek: Proyek, hari: str, awal: str, sampai: str, oleh: Any, persen: int = 40) -> Any:
    """Publish a report of these days through the services."""
    with pada(saat(hari)):
        laporan = LaporanKemajuan(
            proyek=proyek, periode=tgl(awal), sampai=tgl(sampai), persen=persen
        )
        simpan_draf(laporan=laporan, realisasi=[], oleh=oleh)
        tambah_foto(laporan=laporan, berkas=buat_berkas())
        return terbitkan(laporan=laporan, oleh=oleh)


def test_the_job_finds_what_changed_and_nothing_else(proyek: Proyek, pemeran: Any) -> None:
    pekerja("2026-09-10")
    assert baris(proyek) == ["1 09-01..09-30 berkala 10-07"]
    with pada(saat("2026-09-20")):
        jadwal.susun_berubah()
        assert not Tugas.objects.filter(status=Tugas.Status.MENUNGGU).exists()
    pekerja("2026-10-08")
    assert baris(proyek) == ["1 09-01..09-30 berkala 10-07", "2 10-01..10-31 berkala 11-06"]
    with pada(saat("2026-10-08")):
        assert [b.kata for b in JadwalLaporan.objects.terlambat()] == ["September 2026"]
        assert JadwalLaporan.objects.dengan_libur()[0].kata_terlambat == "Terlambat 1 hari kerja"
        assert jadwal.periksa_malam() == 0


def test_each_project_has_one_report_that_is_next(proyek: Proyek) -> None:
    lain = buat_proyek(mulai_nyata=tgl("2026-10-10"))
    pekerja("2026-10-16")
    assert [(b.proyek_id, b.kata) for b in JadwalLaporan.objects.berikutnya()] == [
        (proyek.pk, "September 2026"),
        (lain.pk, "10–31 Oktober 2026"),
    ]


def test_a_frequency_pardons_nothing_and_cuts_what_runs_anew(proyek: Proyek) -> None:
    pekerja("2026-09-05")
    pekerja("2026-10-10")
    Proyek.objects.filter(pk=proyek.pk).update(frekuensi_laporan=F.DUA_MINGGUAN)
    pekerja("2026-10-16")
    assert baris(proyek) == [
        "1 09-01..09-30 berkala 10-07",
        "2 10-01..10-14 berkala 10-23",  # it is known to be awaited since the 16th
        "3 10-15..10-28 berkala 11-04",
    ]


def test_a_stop_ends_the_span_and_a_restart_begins_one(proyek: Proyek, pemeran: Any) -> None:
    pekerja("2026-09-05")
    kakam = pemeran.kakam
    with pada(saat("2026-09-14")):
        ubah_tahap(
            proyek=proyek,
            ke=Tahap.DIHENTIKAN_SEMENTARA,
            tanggal=tgl("2026-09-11"),
            oleh=kakam,
            alasan="Semen belum datang.",
        )
    pekerja("2026-09-14")
    assert baris(proyek) == ["1 09-01..09-10 berkala 09-21"]
    pekerja("2026-12-01")
    assert len(baris(proyek)) == 1  # while it stands still, nothing more comes
    with pada(saat("2026-12-02")):
        ubah_tahap(proyek=proyek, ke=Tahap.BERJALAN, tanggal=tgl("2026-12-02"), oleh=kakam)
    pekerja("2026-12-02")
    assert baris(proyek)[1:] == ["2 12-02..12-31 berkala 01-07"]


def test_a_stop_that_was_entered_late_lets_a_span_fall_away(proyek: Proyek, pemeran: Any) -> None:
    pekerja("2026-09-05")
    with pada(saat("2026-10-12")):
        pekerja("2026-10-12")
        ubah_tahap(
            proyek=proyek,
            ke=Tahap.DIHENTIKAN_SEMENTARA,
            tanggal=tgl("2026-09-21"),
            oleh=pemeran.kakam,
            alasan="Semen belum datang.",
        )
    pekerja("2026-10-12")
    assert baris(proyek) == [
        "1 09-01..09-20 berkala 10-07",  # late before, and late still
        "2 10-01..10-31 berkala 11-06 henti",
    ]


def test_a_stop_that_was_taken_back_wants_its_days_again(proyek: Proyek, pemeran: Any) -> None:
    pekerja("2026-09-05")
    with pada(saat("2026-09-14")):
        ubah_tahap(
            proyek=proyek,
            ke=Tahap.DIHENTIKAN_SEMENTARA,
            tanggal=tgl("2026-09-11"),
            oleh=pemeran.kakam,
            alasan="Semen belum datang.",
        )
    pekerja("2026-09-14")
    with pada(saat("2026-09-15")):
        langkah = proyek.pindah_tahap.get()
        batalkan_tahap(langkah=langkah, alasan="Salah tekan.", oleh=pemeran.kakam)
    pekerja("2026-09-15")
    assert baris(proyek) == [
        "1 09-01..09-10 berkala 09-21",
        "2 09-11..09-30 berkala 10-07",
    ]


def test_the_last_report_is_of_the_last_days(proyek: Proyek, pemeran: Any) -> None:
    pekerja("2026-09-05")
    with pada(saat("2026-10-20")):
        ubah_tahap(
            proyek=proyek,
            ke=Tahap.SELESAI,
            tanggal=tgl("2026-10-16"),
            oleh=pemeran.kakam,
            alasan="Tuntas.",
        )
    pekerja("2026-10-20")
    assert baris(proyek) == ["1 09-01..09-30 berkala 10-07", "2 10-01..10-16 akhir 10-27"]


def test_a_cancelled_project_owes_nothing(proyek: Proyek) -> None:
    pekerja("2026-10-10")
    Proyek.objects.filter(pk=proyek.pk).update(tahap=Tahap.DIBATALKAN)
    pekerja("2026-10-12")
    assert [b.split()[-1] for b in baris(proyek)] == ["batal", "batal"]
    assert not JadwalLaporan.objects.ditunggu().exists()


def test_publishing_fulfils_once_and_early_moves_the_next(proyek: Proyek, pemeran: Any) -> None:
    pekerja("2026-09-05")
    satu = terbit(proyek, "2026-09-28", "2026-09-01", "2026-09-30", pemeran.kakam)
    assert satu.kata_waktu == "1–28 September 2026"
    assert baris(proyek) == [
        "1 09-01..09-28 berkala 10-07 40.00",
        "2 09-29..10-31 berkala 11-06",
    ]
    dua = terbit(proyek, "2026-11-10", "2026-09-29", "2026-10-31", pemeran.kakam, 60)
    assert [b.tepat for b in proyek.jadwal_laporan.order_by("awal")][:2] == [True, False]
    with pada(saat("2026-11-12")):
        ulang = dua.perbaikan()
        ulang.alasan_perbaikan = "Salah ketik."
        simpan_draf(laporan=ulang, realisasi=[], oleh=pemeran.kakam)
        ulang = terbitkan(laporan=ulang, oleh=pemeran.kakam)
        assert (ulang.periode, ulang.sampai) == (dua.periode, dua.sampai)
        jadwal.susun_berubah()
        assert not Tugas.objects.filter(status=Tugas.Status.MENUNGGU).exists()
        jadwal.buka_lagi(laporan=dua)  # its correction stands
    assert proyek.jadwal_laporan.get(urutan=2).laporan == dua


def test_a_report_that_was_taken_back_is_awaited_anew(
    proyek: Proyek, pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pekerja("2026-09-05")
    satu = terbit(proyek, "2026-10-02", "2026-09-01", "2026-09-30", pemeran.kakam)
    monkeypatch.setattr(LaporanQuerySet, "berlaku", LaporanQuerySet.none)
    with pada(saat("2026-10-06")):
        jadwal.buka_lagi(laporan=satu)
    assert baris(proyek)[0] == "1 09-01..09-30 berkala 10-07"


def test_a_report_of_everything_is_the_last(proyek: Proyek, pemeran: Any) -> None:
    pekerja("2026-09-05")
    terbit(proyek, "2026-09-18", "2026-09-01", "2026-09-30", pemeran.kakam, 100)
    pekerja("2026-12-01")
    assert baris(proyek) == ["1 09-01..09-18 berkala 10-07 100.00"]


def test_reports_of_before_need_no_row(proyek: Proyek, pemeran: Any) -> None:
    """A published report without `sampai` tells of its month; what nobody was told to report is due
    after the day on which it was."""
    buat_laporan(proyek, pemeran.kakam, periode=tgl("2026-10-01"))
    pekerja("2026-11-09")
    assert baris(proyek) == [
        "1 09-01..09-30 berkala 11-16",
        "2 11-01..11-30 berkala 12-07",
    ]


def test_a_holiday_moves_the_due_day_and_one_of_everybody_is_found(proyek: Proyek) -> None:
    pekerja("2026-09-05")
    HariLibur.objects.create(tanggal=tgl("2026-10-05"), nama="Libur setempat")
    pekerja("2026-09-06")
    assert baris(proyek) == ["1 09-01..09-30 berkala 10-08"]


def test_the_night_sets_right_what_no_change_explains(
    proyek: Proyek, pemeran: Any, mailoutbox: Any, caplog: pytest.LogCaptureFixture
) -> None:
    pemeran.admin.email = "admin@contoh.id"
    pemeran.admin.save()
    pekerja("2026-09-05")
    JadwalLaporan.objects.update(akhir=tgl("2026-09-27"))
    with pada(saat("2026-09-06")):
        assert jadwal.periksa_malam() == 1
        assert jadwal.periksa_malam() == 0
        kerjakan_semua()
    assert baris(proyek) == ["1 09-01..09-30 berkala 10-07"]
    assert [s.to for s in mailoutbox] == [["admin@contoh.id"]]
    assert "1 baris tidak cocok" in caplog.text


def test_old_works_are_left_alone(db: None) -> None:
    buat_proyek(tahap=Tahap.SELESAI, selesai_nyata=tgl("2026-08-30"))
    baru = buat_proyek(tahap=Tahap.SELESAI, selesai_nyata=tgl("2026-10-20"))
    pekerja("2026-11-09")
    assert {b.proyek_id for b in JadwalLaporan.objects.all()} == {baru.pk}
