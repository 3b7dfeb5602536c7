"""People and the things that they follow."""

from django.db import models

from core.waktu import sekarang
from kabar.models.hal import Hal
from warga.models import Pengguna


class Ikutan(models.Model):
    """The word of a person about following one thing: yes since `sejak`, or no.

    Some are told without a row here (`core.hal.Serta`); only a no needs one.
    """

    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="ikutan")
    hal = models.ForeignKey(  # its index is the one of the constraint
        Hal, on_delete=models.PROTECT, db_index=False, related_name="ikutan"
    )
    aktif = models.BooleanField("mengikuti", default=True)
    # Nobody is told of acts from before.
    sejak = models.DateTimeField("sejak", default=sekarang, editable=False)

    class Meta:
        verbose_name = "ikutan"
        verbose_name_plural = "ikutan"
        constraints = [
            models.UniqueConstraint(
                fields=["hal", "pengguna"],
                name="ikutan_sekali",
                violation_error_message="Setiap orang mengikuti sebuah hal satu kali.",
            )
        ]

    def __str__(self) -> str:
        return f"Ikutan {self.pk}"
