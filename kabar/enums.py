"""Fixed choices of news."""

from django.db import models


class Jenis(models.TextChoices):
    BERITA = "berita", "Berita"
    PENGUMUMAN = "pengumuman", "Pengumuman"
    PENJELASAN = "penjelasan", "Penjelasan"
    BAHAYA = "bahaya", "Peringatan bahaya"
