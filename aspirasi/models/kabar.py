"""News that a sender has still to hear, by e-mail or by WhatsApp."""

from typing import Self

from django.db import models
from django.db.models import Q

from aspirasi.models.aspirasi import Aspirasi
from core.waktu import sekarang
from warga.models import Pengguna


class KabarPengirimQuerySet(models.QuerySet["KabarPengirim"]):
    """Reads of news to senders."""

    def belum(self) -> Self:
        """Return news that an official has still to send, where the number is still there."""
        return self.filter(dikabari_pada__isnull=True, aspirasi__pengirim__telepon__gt="")


class KabarPengirim(models.Model):
    """One public step that the sender should hear of, where a contact was left.

    `peristiwa` is the number of the trail row, so that one step is told once to each: to its
    sender, and to each joiner (`aspirasi` is then the joiner's kiriman). E-mail goes by itself; for
    WhatsApp an official presses a button and ticks.
    """

    class Cara(models.TextChoices):
        EMAIL = "email", "E-mail"
        WA = "wa", "WhatsApp"

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="kabar_pengirim")
    peristiwa = models.BigIntegerField("peristiwa")
    cara = models.CharField("cara", max_length=5, choices=Cara)
    dibuat = models.DateTimeField(default=sekarang, editable=False)
    dikabari_pada = models.DateTimeField("dikabari", null=True, editable=False)
    dikabari_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = KabarPengirimQuerySet.as_manager()

    class Meta:
        verbose_name = "kabar untuk pengirim"
        verbose_name_plural = "kabar untuk pengirim"
        ordering = ["dibuat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["peristiwa", "cara", "aspirasi"], name="kabar_pengirim_sekali"
            )
        ]
        indexes = [
            models.Index(
                fields=["aspirasi", "dibuat"],
                name="kabar_pengirim_belum",
                condition=Q(dikabari_pada__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_cara_display()} untuk kiriman {self.aspirasi_id}"
