"""The health of the machinery, in words for the people who look after it.

It never shows numbers: each kiriman of danger and each letter to a sender is a task, so a count
would tell staff of kiriman that they may not read. A stuck queue is told without a number, and only
after a longer time than a working worker needs.
"""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from core.antrean.tugas import Kesehatan, kesehatan
from core.models import PemeriksaanJejak
from core.templatetags.bentuk import TAK_DIKETAHUI, angka, hari_tanggal, sejak
from core.waktu import hari_ini, sekarang

CADANGAN_TERLAMA = dt.timedelta(days=2)
MENUNGGU_TERLAMA = dt.timedelta(minutes=30)
BARU_SAJA = dt.timedelta(hours=1)
RUANG_SEDIKIT = 15  # percent
GIGA = 1024**3


@dataclass(frozen=True)
class Keadaan:
    """One thing that is looked after; `nada` is baik or awas."""

    nama: str
    isi: str
    nada: str = "baik"

    @property
    def kata(self) -> str:
        return "Baik" if self.nada == "baik" else "Perlu dilihat"


def keadaan(pemeriksaan: PemeriksaanJejak | None = None) -> list[Keadaan]:
    """Return the states that staff should know, in two queries. `pemeriksaan` is the last check of
    the trail."""
    k = kesehatan()
    return [
        _pekerja(k),
        _tertahan("Pekerjaan latar yang menunggu", k.menunggu_sejak),
        _gagal(k),
        _tertahan("Surat keluar", k.surat_sejak),
        _padat(k),
        _cadangan(k),
        _jejak(pemeriksaan),
        _ruang(),
    ]


def _pekerja(k: Kesehatan) -> Keadaan:
    isi = "Bekerja" if k.pekerja_hidup else f"Tanda hidup terakhir: {_hari(k.detak_pekerja)}"
    return Keadaan("Pekerja latar", isi, "baik" if k.pekerja_hidup else "awas")


def _tertahan(nama: str, sejak: dt.datetime | None) -> Keadaan:
    if sejak is None or sekarang() - sejak <= MENUNGGU_TERLAMA:
        return Keadaan(nama, "Tidak ada yang tertahan")
    return Keadaan(nama, "Ada yang tertahan lebih dari 30 menit", "awas")


def _gagal(k: Kesehatan) -> Keadaan:
    if not k.gagal:
        return Keadaan("Pekerjaan gagal", "Tidak ada")
    return Keadaan("Pekerjaan gagal", "Ada, lihat “Pekerjaan latar” di Admin", "awas")


def _padat(k: Kesehatan) -> Keadaan:
    """Return whether anybody had to wait lately because too much came from one place."""
    waktu = k.ditahan_terakhir
    if waktu is None or sekarang() - waktu > BARU_SAJA:
        return Keadaan("Kepadatan kiriman", "Tidak ada yang diminta menunggu")
    isi = "Dalam satu jam ini ada yang diminta menunggu, karena terlalu banyak dari satu tempat"
    return Keadaan("Kepadatan kiriman", isi, "awas")


def cadangan_baik(k: Kesehatan) -> bool:
    """Return whether the newest backup is young enough."""
    waktu = k.cadangan_terakhir
    return waktu is not None and sekarang() - waktu <= CADANGAN_TERLAMA


def _cadangan(k: Kesehatan) -> Keadaan:
    waktu = k.cadangan_terakhir
    isi = _hari(waktu) if waktu else "Belum pernah dibuat"
    return Keadaan("Cadangan data terakhir", isi, "baik" if cadangan_baik(k) else "awas")


def _jejak(hasil: PemeriksaanJejak | None) -> Keadaan:
    """Return whether the trail is checked every night, and the findings of the last check."""
    nama = "Pemeriksaan riwayat"
    if hasil is None:
        return Keadaan(nama, "Belum pernah dijalankan", "awas")
    if not hasil.utuh:
        return Keadaan(nama, f"{_hari(hasil.selesai)}: ada yang tidak cocok", "awas")
    lama = sekarang() - hasil.selesai > CADANGAN_TERLAMA
    return Keadaan(nama, f"{_hari(hasil.selesai)}: cocok", "awas" if lama else "baik")


def _ruang() -> Keadaan:
    """Return the room on the disk that holds DATA_DIR, or will hold it."""
    tempat = Path(settings.DATA_DIR)
    while not tempat.exists():
        tempat = tempat.parent
    disk = shutil.disk_usage(tempat)
    sisa = disk.free * 100 // disk.total
    isi = f"{angka(disk.free / GIGA, 1)} GB ({sisa}%)"
    return Keadaan("Sisa ruang simpan", isi, "awas" if sisa < RUANG_SEDIKIT else "baik")


def _hari(waktu: dt.datetime | None) -> str:
    if waktu is None:
        return TAK_DIKETAHUI
    return (
        sejak(waktu) if waktu.date() >= hari_ini() - dt.timedelta(days=30) else hari_tanggal(waktu)
    )
