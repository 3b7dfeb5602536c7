"""Fixed choices of progress reports."""

from django.db import models


class Status(models.TextChoices):
    DRAF = "draf", "Draf"
    TERBIT = "terbit", "Terbit"


class TahapFoto(models.IntegerChoices):
    """Photos of works are taken from the same point at these stages."""

    AWAL = 0, "Sebelum dikerjakan (0%)"
    TENGAH = 50, "Sedang dikerjakan (50%)"
    AKHIR = 100, "Setelah selesai (100%)"
