"""Fixed choices of help: its kinds, the people who offer it, and the states of an offer."""

from django.db import models


class JenisBantuan(models.TextChoices):
    UANG = "uang", "Uang"
    BARANG = "barang", "Barang"
    LAHAN = "lahan", "Lahan"
    TENAGA = "tenaga", "Tenaga"
    KEAHLIAN = "keahlian", "Keahlian"


class JenisPenawar(models.TextChoices):
    PERUSAHAAN = "perusahaan", "Perusahaan"
    LEMBAGA = "lembaga", "Yayasan, LSM, kampus, atau lembaga lain"
    KOMUNITAS = "komunitas", "Kelompok atau paguyuban"
    PERANTAU = "perantau", "Orang rantau"
    WARGA = "warga", "Warga"


ORGANISASI = (JenisPenawar.PERUSAHAAN, JenisPenawar.LEMBAGA, JenisPenawar.KOMUNITAS)


class Konflik(models.TextChoices):
    """The answer to: does the offerer, or their family, work for the kampung, sell to it, or take
    part in a tender?"""

    TIDAK = "tidak", "Tidak ada"
    ADA = "ada", "Ada"


class StatusTawaran(models.TextChoices):
    DIAJUKAN = "diajukan", "Diajukan"
    DIVERIFIKASI = "diverifikasi", "Sudah diperiksa"
    DISEPAKATI = "disepakati", "Disepakati"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"
    DITOLAK = "ditolak", "Tidak diterima"
    DITARIK = "ditarik", "Ditarik penawarnya"


# The states in which an offer is a promise that everyone reads of.
STATUS_UMUM = (StatusTawaran.DISEPAKATI, StatusTawaran.BERJALAN, StatusTawaran.SELESAI)
TERBUKA = (StatusTawaran.DIAJUKAN, StatusTawaran.DIVERIFIKASI)
# Nothing more is expected of these.
TUTUP = (StatusTawaran.SELESAI, StatusTawaran.DITOLAK, StatusTawaran.DITARIK)
HARI_JAWAB, HARI_PUTUS = 5, 15  # working days: the first answer, the decision
