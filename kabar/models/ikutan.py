"""Who follows what."""

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from aspirasi.models import Aspirasi, Dukungan
from aspirasi.models.himpunan import AspirasiQuerySet
from core.waktu import sekarang
from warga.models import Pengguna


class Ikutan(models.Model):
    """What a person said about following one aspirasi: yes since `sejak`, or no.

    Who supports it is told without a row here; only a no needs one. Another kind of thing
    to follow gets a foreign key of its own, and the constraint that exactly one is filled.
    """

    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="ikutan")
    aspirasi = models.ForeignKey(  # its index is the one of the constraint
        Aspirasi, on_delete=models.PROTECT, db_index=False, related_name="ikutan"
    )
    aktif = models.BooleanField("mengikuti", default=True)
    # Nobody is told of what happened before.
    sejak = models.DateTimeField("sejak", default=sekarang, editable=False)

    class Meta:
        verbose_name = "ikutan"
        verbose_name_plural = "ikutan"
        constraints = [
            models.UniqueConstraint(
                fields=["aspirasi", "pengguna"],
                name="ikutan_sekali",
                violation_error_message="Setiap orang mengikuti sebuah aspirasi satu kali.",
            )
        ]

    def __str__(self) -> str:
        return f"Ikutan {self.pk}"


def terlihat() -> AspirasiQuerySet:
    """What everybody may read as it is today; what its sender erased tells nothing any more."""
    return Aspirasi.objects.terbit().filter(dihapus_pada__isnull=True)


def diikuti(orang: Pengguna) -> QuerySet[Aspirasi]:
    """What this person follows or supports, with `mendukung`; without what they said no to."""
    ikutan = Ikutan.objects.filter(pengguna=orang)
    dukungan = Dukungan.objects.filter(pengguna=orang)
    didukung = dukungan.exclude(aspirasi__in=ikutan.filter(aktif=False).values("aspirasi"))
    semua = ikutan.filter(aktif=True).values("aspirasi").union(didukung.values("aspirasi"))
    mendukung = Exists(dukungan.filter(aspirasi=OuterRef("pk")))
    return terlihat().filter(pk__in=semua).dengan_tahap().annotate(mendukung=mendukung)
