"""The sums of the first page: right whatever hangs on a project, and kept by the database."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from proyek.enums import Tahap
from proyek.models import Proyek
from tests.pabrik.angka import SAWAH, cairkan, laporan, proyek
from tests.pabrik.pemeran import Pemeran
from transparansi.bacaan.ringkasan import uang
from transparansi.services.hitung import hitung_ulang
from warga.models import Kampung

JUTA = 1_000_000


@pytest.fixture(autouse=True)
def tanpa_berkas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Photos do not matter for the sums."""
    monkeypatch.setattr("core.berkas.simpan.terbitkan", lambda berkas: None)


@pytest.fixture
def jalan(pemeran: Pemeran) -> Proyek:
    """Three sources, several payments and several reports: every join would repeat rows."""
    satu = proyek(
        pemeran.kampung, pemeran.aparat, {"dd": 120 * JUTA, "add": 24 * JUTA, "swadaya": 6 * JUTA}
    )
    cairkan(satu, pemeran.aparat, "dd", 60 * JUTA, 40 * JUTA, 10 * JUTA)
    cairkan(satu, pemeran.aparat, "add", 20 * JUTA)
    laporan(satu, pemeran.kakam, 5, 30, {"dd": 20 * JUTA, "add": 5 * JUTA})
    laporan(satu, pemeran.kakam, 6, 80, {"dd": 50 * JUTA, "swadaya": 2 * JUTA})
    return satu


def test_nothing_is_counted_twice(pemeran: Pemeran, jalan: Proyek) -> None:
    total = uang(2026).total
    assert (total.proyek, total.anggaran) == (1, 150 * JUTA)
    assert total.dicairkan == 130 * JUTA
    assert total.dibelanjakan == 77 * JUTA
    assert total.sisa == 73 * JUTA
    assert total.persen_pekerjaan == 80
    assert hitung_ulang(betulkan=False) == 0


def test_every_change_shows_at_once(pemeran: Pemeran) -> None:
    satu = proyek(pemeran.kampung, pemeran.aparat, {"dd": 100})
    assert uang(2026).total.anggaran == 100
    cairkan(satu, pemeran.aparat, "dd", 30)
    assert uang(2026).total.dicairkan == 30
    laporan(satu, pemeran.kakam, 5, 20, {"dd": 10})
    assert (uang(2026).total.dibelanjakan, uang(2026).total.persen_pekerjaan) == (10, 20)
    cairkan(satu, pemeran.aparat, "dd", 40)
    assert uang(2026).total.dicairkan == 70


def test_kampung_and_bidang_add_up_to_the_whole(pemeran: Pemeran, jalan: Proyek) -> None:
    proyek(pemeran.kampung, pemeran.aparat, {"bkk": 30 * JUTA}, kode=SAWAH)
    proyek(pemeran.kampung_lain, pemeran.aparat_lain, {"dd": 20 * JUTA}, kode=SAWAH)
    hasil = uang(2026)
    per_kampung = {k: j.anggaran for k, j in hasil.per_kampung.items()}
    per_bidang = {b.kode: (j.proyek, j.anggaran) for b, j in hasil.per_bidang.items()}
    assert per_kampung == {pemeran.kampung.pk: 180 * JUTA, pemeran.kampung_lain.pk: 20 * JUTA}
    assert per_bidang == {"2": (1, 150 * JUTA), "4": (2, 50 * JUTA)}
    assert hasil.total.anggaran == 200 * JUTA
    assert uang(2026, pemeran.kampung).total.anggaran == 180 * JUTA


def test_unknown_is_not_zero(pemeran: Pemeran) -> None:
    diam = proyek(pemeran.kampung, pemeran.aparat, {"dd": 10 * JUTA})
    total = uang(2026).total
    assert (total.dicairkan, total.dibelanjakan, total.sisa) == (None, None, None)
    assert total.persen_pekerjaan is None
    laporan(diam, pemeran.kakam, 5, 0, {}, belanja_menyusul=True)
    total = uang(2026).total
    assert total.dibelanjakan is None
    assert total.persen_pekerjaan == 0


def test_progress_is_weighted_over_those_that_reported(pemeran: Pemeran, jalan: Proyek) -> None:
    kecil = proyek(pemeran.kampung, pemeran.aparat, {"dd": 50 * JUTA})
    proyek(pemeran.kampung, pemeran.aparat, {"dd": 500 * JUTA})  # has not reported
    laporan(kecil, pemeran.kakam, 5, 20, {})
    total = uang(2026).total
    assert total.persen_pekerjaan == 65  # (150 × 80 + 50 × 20) / 200
    assert (total.berpersen, total.proyek) == (2, 3)


def test_a_draft_counts_nothing(pemeran: Pemeran, jalan: Proyek) -> None:
    laporan(jalan, pemeran.aparat, 7, 100, {"dd": 1 * JUTA}, terbit=False)
    assert uang(2026).total.dibelanjakan == 77 * JUTA
    assert uang(2026).total.persen_pekerjaan == 80


def test_a_revision_replaces_its_month(pemeran: Pemeran, jalan: Proyek) -> None:
    laporan(
        jalan, pemeran.kakam, 5, 25, {"dd": 15 * JUTA}, revisi=2, alasan_perbaikan="Salah ketik"
    )
    total = uang(2026).total
    assert total.dibelanjakan == 67 * JUTA  # 15 instead of 25, and 52 of June
    assert total.persen_pekerjaan == 80  # June is still the latest
    assert hitung_ulang(betulkan=False) == 0


def test_years_stand_apart(pemeran: Pemeran, jalan: Proyek) -> None:
    proyek(pemeran.kampung, pemeran.aparat, {"dd": 9 * JUTA}, tahun=2025)
    assert uang(2025).total.anggaran == 9 * JUTA
    assert uang(2026).total.anggaran == 150 * JUTA
    assert uang(2024).total.proyek == 0
    assert uang(2026).daftar_tahun[-1] == 2025


def test_cancelled_and_moved_projects_follow(pemeran: Pemeran, jalan: Proyek) -> None:
    Proyek.objects.filter(pk=jalan.pk).update(kampung=pemeran.kampung_lain)
    assert set(uang(2026).per_kampung) == {pemeran.kampung_lain.pk}
    assert hitung_ulang(betulkan=False) == 0
    Proyek.objects.filter(pk=jalan.pk).update(tahap=Tahap.DIBATALKAN)
    assert uang(2026).total.proyek == 0
    assert hitung_ulang(betulkan=False) == 0
    Proyek.objects.filter(pk=jalan.pk).update(tahap=Tahap.SELESAI)
    assert (uang(2026).total.selesai, uang(2026).total.anggaran) == (1, 150 * JUTA)


def test_a_moved_code_follows(pemeran: Pemeran, jalan: Proyek) -> None:
    kegiatan = jalan.kegiatan
    kegiatan.sub_bidang = kegiatan.sub_bidang.__class__.objects.get(kode="4.2")
    kegiatan.save()
    assert [b.kode for b in uang(2026).per_bidang] == ["4"]


def test_the_invented_kampung_is_outside_the_totals(pemeran: Pemeran, jalan: Proyek) -> None:
    Kampung.objects.filter(pk=pemeran.kampung.pk).update(contoh=True)
    assert uang(2026).total.proyek == 0
    assert uang(2026, pemeran.kampung).total.proyek == 1


def test_recount_proves_and_mends(pemeran: Pemeran, jalan: Proyek) -> None:
    keluaran = StringIO()
    call_command("hitung_ulang", "--periksa", stdout=keluaran)
    assert "cocok" in keluaran.getvalue()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE transparansi_ringkasanuang SET anggaran = anggaran + 1")
    with pytest.raises(CommandError, match="3 baris"):
        call_command("hitung_ulang", "--periksa")
    call_command("hitung_ulang", stdout=keluaran)
    assert uang(2026).total.anggaran == 150 * JUTA
