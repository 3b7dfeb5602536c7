"""The recount of every night: it finds what differs, sets it right, and tells the admins."""

import pytest
from django.db import connection

from tests.pabrik.angka import cairkan, laporan, proyek
from tests.pabrik.pemeran import Pemeran
from transparansi.bacaan.ringkasan import uang
from transparansi.services.hitung import HITUNGAN, hitung, periksa_malam

JUMLAH = {
    "proyek_hitung_dana": ("proyek_jumlahdana", "anggaran = anggaran + 1"),
    "proyek_hitung_proyek": ("proyek_jumlahproyek", "dibelanjakan = NULL"),
    "laporan_hitung_kemajuan": ("proyek_jumlahproyek", "persen = 99"),
    "transparansi_hitung_semua": ("transparansi_ringkasanuang", "anggaran = anggaran + 1"),
}


@pytest.fixture
def berisi(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.berkas.simpan.terbitkan", lambda berkas: None)
    satu = proyek(pemeran.kampung, pemeran.aparat, {"dd": 100, "add": 50})
    cairkan(satu, pemeran.aparat, "dd", 60)
    laporan(satu, pemeran.kakam, 5, 30, {"dd": 20, "add": 0})


def rusak(tabel: str, isi: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {tabel} SET {isi}")  # noqa: S608 - our own words


def test_nothing_differs_after_ordinary_acts(berisi: None) -> None:
    assert hitung(betulkan=False) == dict.fromkeys(HITUNGAN, 0)
    assert periksa_malam() == 0


@pytest.mark.parametrize("fungsi", HITUNGAN)
def test_each_total_is_found_and_set_right(berisi: None, pemeran: Pemeran, fungsi: str) -> None:
    benar = uang(2026)
    rusak(*JUMLAH[fungsi])
    assert hitung(betulkan=False)[fungsi] > 0
    assert periksa_malam() > 0
    assert sum(hitung(betulkan=False).values()) == 0
    assert uang(2026) == benar
