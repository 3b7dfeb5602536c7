"""The contact of an offerer is read in the open."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings

from core.jejak.catat import riwayat
from core.waktu import pada, sekarang
from mitra.bacaan.penawar import riwayat_penawar
from mitra.enums import StatusTawaran
from mitra.models import Penawar, Tawaran
from mitra.services.kontak import HARI_SEBULAN, baca_kontak, kosongkan_kontak
from tests.pabrik.mitra import buat_tawaran
from tests.pabrik.pemeran import Pemeran

TANPA_JAM: dict[str, Any] = dict.fromkeys(("langkah_mulai", "jatah_hari", "janji", "tenggat"))


def test_each_reading_stands_in_the_trail_of_the_offerer(pemeran: Pemeran) -> None:
    tawaran = buat_tawaran(pemeran.kampung)
    for _ in range(2):
        assert baca_kontak(tawaran=tawaran, oleh=pemeran.staf).nama == "Bu Rekaan"
    kata = [satu.kata for satu in riwayat_penawar(tawaran)]
    assert kata.count("Petugas membaca kontak Anda") == 2
    assert "Rekaan" not in str([(j.isi.alasan, j.isi.rincian) for j in riwayat(tawaran)])


@pytest.mark.parametrize("status", StatusTawaran.values)
def test_it_is_forgotten_some_months_after_closing(pemeran: Pemeran, status: str) -> None:
    tawaran = buat_tawaran(pemeran.kampung)
    isi: dict[str, Any] = {} if status in ("diajukan", "diverifikasi") else dict(TANPA_JAM)
    if status not in ("diajukan", "ditolak", "ditarik"):
        isi |= {"diperiksa": "Ditelepon.", "diperiksa_pada": tawaran.dibuat.date()}
    Tawaran.objects.filter(pk=tawaran.pk).update(status=status, **isi)
    bulan = dt.timedelta(days=settings.SIMPAN_KONTAK_BULAN * HARI_SEBULAN)
    with pada(sekarang() + bulan - dt.timedelta(days=2)):
        assert kosongkan_kontak() == 0
    tutup = status in ("selesai", "ditolak", "ditarik")
    with pada(sekarang() + bulan + dt.timedelta(days=2)):
        assert (kosongkan_kontak(), kosongkan_kontak()) == (int(tutup), 0)
    penawar = Penawar.objects.get(tawaran=tawaran)
    assert (penawar.telepon + penawar.email == "") == tutup
    assert ("Rekaan" in penawar.nama) != tutup
    assert (riwayat(tawaran).last().aksi == "kontak_dihapus") == tutup


def test_an_act_on_it_lets_it_stay_longer(pemeran: Pemeran) -> None:
    tawaran = buat_tawaran(pemeran.kampung)
    Tawaran.objects.filter(pk=tawaran.pk).update(status="ditarik", **TANPA_JAM)
    bulan = dt.timedelta(days=settings.SIMPAN_KONTAK_BULAN * HARI_SEBULAN)
    with pada(sekarang() + bulan - dt.timedelta(days=5)):
        baca_kontak(tawaran=tawaran, oleh=pemeran.staf)
    with pada(sekarang() + bulan + dt.timedelta(days=5)):
        assert kosongkan_kontak() == 0
