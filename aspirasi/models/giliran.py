"""Every write of a kiriman sets anew whose turn it is (`aspirasi.giliran`).

There are three doors: `save`, `update`, and `bulk_create`; `bulk_update` leads through `update`.
Each of them asks the one function, so no service has to think of it.
"""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models, transaction

from aspirasi.giliran import HASIL, KOLOM, setel
from core.waktu import hari_ini

# The rules read columns of these, too.
TEMPAT = ("ditangani", "kampung")


def _dibaca(nama: Iterable[str]) -> bool:
    """Return whether the rules read one of these columns, under the name of its field or of its
    key."""
    return any(satu.removesuffix("_id") in KOLOM for satu in nama)


class Bergiliran(models.Model):
    """The two days of a kiriman: since when it waits for the kecamatan, and for its kampung.

    None: it does not wait there. A day to come: it will wait from that day on.
    """

    menunggu_kecamatan_sejak = models.DateField("menunggu kecamatan", null=True, editable=False)
    menunggu_kampung_sejak = models.DateField("menunggu kampung", null=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **lain: Any) -> None:
        """Save it, with both days as they are by now."""
        if update_fields is None or _dibaca(update_fields):
            setel(self, hari_ini())
            update_fields = None if update_fields is None else {*update_fields, *HASIL}
        super().save(*args, update_fields=update_fields, **lain)


class GiliranQuerySet(models.QuerySet[Any]):
    """Writing many rows at once, with their days."""

    def setel_giliran(self) -> int:
        """Set both days of these rows anew, each under its lock. Return how many were wrong."""
        with transaction.atomic(using=self.db):
            # Locked first and read then: one statement for both would read a row without its
            # office, when another transaction gave it another one while this waited.
            baris = self._terkunci().order_by("pk")
            salah = [a for a in baris.select_related(*TEMPAT) if setel(a, hari_ini())]
            for satu in salah:
                hari = {nama: getattr(satu, nama) for nama in HASIL}
                self.model._base_manager.filter(pk=satu.pk).update(**hari)
        return len(salah)

    def _terkunci(self) -> Self:
        """Lock these rows, in their order, and return them by their keys."""
        kunci = self.order_by("pk").select_for_update(of=("self",))
        pk = list(kunci.values_list("pk", flat=True))
        return self.model._default_manager.filter(pk__in=pk)

    def update(self, **nilai: Any) -> int:
        """Update, and set the days of these rows anew when the rules read a changed column."""
        if not _dibaca(nilai):
            return super().update(**nilai)
        with transaction.atomic(using=self.db):
            # Rows that meet the condition only later are not among them.
            baris = self._terkunci()
            jumlah = super(GiliranQuerySet, baris).update(**nilai)
            baris.all().setel_giliran()
        return jumlah

    def bulk_create(self, objs: Iterable[Any], *args: Any, **lain: Any) -> list[Any]:
        """Insert them, with their days."""
        semua = list(objs)
        for satu in semua:
            setel(satu, hari_ini())
        return super().bulk_create(semua, *args, **lain)
