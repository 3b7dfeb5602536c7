"""Kinds and states of budget papers, and the groups of their rows."""

from django.db import models


class JenisAnggaran(models.TextChoices):
    """The three papers that stand beside each other: the budget, its change, and what came of
    it."""

    MURNI = "murni", "APB Kampung"
    PERUBAHAN = "perubahan", "Perubahan APB Kampung"
    REALISASI = "realisasi", "Realisasi APB Kampung"


# These are set by a Peraturan Kampung, and their sums agree.
BERPERATURAN = (JenisAnggaran.MURNI, JenisAnggaran.PERUBAHAN)


class StatusAnggaran(models.TextChoices):
    """Where a paper stands. A published one is never edited."""

    DRAF = "draf", "Sedang disusun"
    TERBIT = "terbit", "Terbit"


class Kelompok(models.TextChoices):
    """The groups of rows of a budget."""

    PENDAPATAN = "pendapatan", "Pendapatan"
    BELANJA = "belanja", "Belanja"
    PENERIMAAN = "penerimaan", "Penerimaan pembiayaan"
    PENGELUARAN = "pengeluaran", "Pengeluaran pembiayaan"


# Money of these groups comes in.
MASUK = (Kelompok.PENDAPATAN, Kelompok.PENERIMAAN)
SEMESTER = (1, 2)


def bentuk(jenis: str, ke: int) -> str:
    """Return how addresses name a paper: "murni", "perubahan-1", "semester-2"."""
    if jenis == JenisAnggaran.MURNI:
        return "murni"
    return f"{'semester' if jenis == JenisAnggaran.REALISASI else 'perubahan'}-{ke}"


SEMUA_BENTUK = {
    bentuk(jenis, ke): (jenis, ke)
    for jenis, banyak in (
        (JenisAnggaran.MURNI, range(1)),
        (JenisAnggaran.PERUBAHAN, range(1, 10)),
        (JenisAnggaran.REALISASI, SEMESTER),
    )
    for ke in banyak
}
