"""How far a person of a BPK has looked."""

from django.db import models

from warga.models import Pengguna


class TerakhirDilihat(models.Model):
    """The moment up to which a person of a BPK has seen what is new in the kampung.
    `meja.services.dilihat` writes it, and it only moves on."""

    pengguna = models.OneToOneField(
        Pengguna, on_delete=models.PROTECT, primary_key=True, related_name="terakhir_dilihat"
    )
    sampai = models.DateTimeField("sudah dilihat sampai", editable=False)

    class Meta:
        verbose_name = "terakhir dilihat"
        verbose_name_plural = "terakhir dilihat"

    def __str__(self) -> str:
        return f"{self.pengguna_id} sampai {self.sampai}"
