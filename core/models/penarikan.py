"""Things that were public and were taken back: the place of each, and the act that tells why.

Words that a lock keeps may be blacked out only beside such a row of the same transaction (migration
0011, `core.jejak.sql.boleh_dihitamkan`). The row holds none of the words.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models.jejak import Jejak


class Penarikan(models.Model):
    """One row of a table of which something was taken from the public. `core.moderasi.penarikan`
    alone writes it, and nothing changes it.

    `jejak` is the act: its reason, its moment and its office. `utuh`: all of it, not a part.
    `transaksi` and `dicatat` are the database's own; they say which transaction it covers.
    """

    jejak = models.ForeignKey(
        Jejak, verbose_name="jejak", on_delete=models.PROTECT, related_name="penarikan"
    )
    tabel = models.CharField("tabel", max_length=63, editable=False)
    baris = models.BigIntegerField("baris", editable=False)
    kolom = ArrayField(models.CharField(max_length=63), verbose_name="kolom", editable=False)
    utuh = models.BooleanField("seluruhnya", default=False, editable=False)
    transaksi = models.BigIntegerField("transaksi", null=True, editable=False)
    dicatat = models.DateTimeField("dicatat", null=True, editable=False)

    class Meta:
        verbose_name = "penarikan"
        verbose_name_plural = "penarikan"
        indexes: ClassVar = [models.Index(fields=["tabel", "baris"], name="penarikan_baris")]

    def __str__(self) -> str:
        return f"{self.tabel} {self.baris}"
