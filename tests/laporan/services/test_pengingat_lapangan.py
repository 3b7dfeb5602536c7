"""Late looks in the field, those that nobody was told of, and the recount of the night."""

import datetime as dt
from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.models import HariLibur, Jejak
from core.waktu import pada
from laporan.laku import AksiCek, AksiLapangan
from laporan.models import PemeriksaanLapangan
from laporan.services import pengingat_lapangan
from proyek.enums import Tahap
from proyek.laku import Aksi
from proyek.services.cabut import cabut_proyek
from tests.alat.jam import saat
from tests.alat.kunci import tanpa_kunci
from tests.pabrik.lapangan import buat_lapangan, tercatat, tiga_cek
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
RABU = "2026-11-25"
TABEL = "laporan_pemeriksaanlapangan"


def semua() -> list[PemeriksaanLapangan]:
    return list(PemeriksaanLapangan.objects.order_by("pk"))


def aksi_proyek(proyek: Any) -> list[str]:
    return [satu.aksi for satu in riwayat(proyek)]


def test_the_ladder_climbs_once_each_and_the_week_ends_first(pemeran: Any) -> None:
    for nama in ("camat", "aparat"):
        pemeran[nama].email = f"{nama}@contoh.id"
        pemeran[nama].save()
    with pada(saat(RABU)):
        tentang = tiga_cek(pemeran)
        pengingat_lapangan.kabarkan()
        kerjakan_semua()
        assert Aksi.LAPANGAN_DIBUKA not in aksi_proyek(tentang.proyek)
    for hari in ("2026-11-30", "2026-12-01"):
        with pada(saat(hari)):
            pengingat_lapangan.kabarkan()
            kerjakan_semua()
    assert aksi_proyek(tentang.proyek).count(Aksi.LAPANGAN_DIBUKA) == 1
    assert Jejak.objects.filter(objek_jenis="cek", aksi=AksiCek.DIPERIKSA).count() == 3
    anak = []
    for hari in ("2026-12-11", "2026-12-14", "2026-12-15", "2026-12-17", "2026-12-30"):
        with pada(saat(hari)):
            pengingat_lapangan.ingatkan()
            kerjakan_semua()
            anak.append(semua()[0].eskalasi)
    assert anak == [0, 2, 2, 3, 3]
    assert aksi_proyek(tentang.proyek).count(Aksi.LAPANGAN_TERLAMBAT) == 2


def test_the_night_opens_what_nobody_opened(pemeran: Any, caplog: Any) -> None:
    tiga_cek(pemeran)
    assert pengingat_lapangan.periksa_malam() == 0
    with tanpa_kunci(PemeriksaanLapangan.cek.through._meta.db_table, TABEL):
        PemeriksaanLapangan.cek.through.objects.all().delete()
        PemeriksaanLapangan.objects.all().delete()
    assert pengingat_lapangan.periksa_malam() == 1
    assert len(semua()) == 1
    assert "belum dibuka" in caplog.text


def test_a_holiday_moves_the_day_of_a_look_and_no_agreement(pemeran: Any) -> None:
    with pada(saat(RABU)):
        buat_lapangan(pemeran)
        janji = tercatat(pemeran).pemeriksaan
        HariLibur.objects.create(tanggal=dt.date(2026, 12, 1), nama="Pemilu", jenis="libur")
        assert pengingat_lapangan.hitung_ulang() == 1
    assert {str(satu.tenggat) for satu in semua()} == {"2026-12-10", "2026-11-26"}
    assert janji.menunggu_janji


def test_a_late_agreement_climbs_the_ladder_of_the_kampung(pemeran: Any) -> None:
    """The trail of the project tells of late results alone; that of the look tells of both."""
    with pada(saat("2026-11-02")):
        milik = tercatat(pemeran).pemeriksaan
    with pada(saat("2026-11-04")):
        pengingat_lapangan.ingatkan()
        kerjakan_semua()
    assert semua()[0].eskalasi == 1
    assert [satu.aksi for satu in riwayat(milik)].count(AksiLapangan.TERLAMBAT) == 1
    assert Aksi.LAPANGAN_TERLAMBAT not in aksi_proyek(milik.proyek)


def test_nobody_is_reminded_of_a_project_that_was_taken_back(pemeran: Any) -> None:
    with pada(saat("2026-11-02")):
        proyek = buat_proyek(pemeran.kampung, tahap=Tahap.DIANGGARKAN)
        buat_lapangan(pemeran, proyek)
        with tanpa_kunci(TABEL):
            PemeriksaanLapangan.objects.update(dikabarkan_pada=None)
        cabut_proyek(proyek=proyek, alasan="Terisi dua kali.", oleh=pemeran.kakam)
    with pada(saat("2026-11-30")):
        pengingat_lapangan.ingatkan()
        pengingat_lapangan.umumkan_satu(semua()[0].pk)
        kerjakan_semua()
    assert semua()[0].eskalasi == 0
    assert semua()[0].dikabarkan_pada is None
