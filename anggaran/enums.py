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
