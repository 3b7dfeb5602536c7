"""The sessions of an account, as their owner sees them."""

import hashlib

from django.db import models

from core.waktu import hari_ini
from warga.models.orang import Pengguna


class SesiAkun(models.Model):
    """One browser that is signed in: its kind, its first and its last day. No address.

    `kunci` is the key of Django's session, so that its owner can end it.
    """

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="sesi_akun")
    kunci = models.CharField("kunci sesi", max_length=40, unique=True)
    perangkat = models.CharField("perangkat", max_length=60)
    pertama = models.DateField("masuk pada", default=hari_ini)
    terakhir = models.DateField("terakhir dipakai", default=hari_ini)

    class Meta:
        verbose_name = "sesi akun"
        verbose_name_plural = "sesi akun"
        ordering = ["-terakhir", "-pk"]

    def __str__(self) -> str:
        return self.perangkat

    @property
    def sidik(self) -> str:
        """Return a name for forms that leads to no session."""
        return hashlib.sha256(f"warga.sesi:{self.kunci}".encode()).hexdigest()[:32]
