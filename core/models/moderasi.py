"""Models that can be hidden with a reason, and shown again."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from core.laku import Laku
from core.models.berkas import Berkas

M = TypeVar("M", bound=models.Model, covariant=True)


class TampilMixin(models.QuerySet[M]):
    """QuerySet mixin: `tampil()` leaves out hidden rows."""

    def tampil(self) -> Self:
        return self.filter(disembunyikan=False)


class Dimoderasi(models.Model):
    """Abstract: the text stays as it was, and the reason for hiding it stands beside it.

    Change the flag only through `core.moderasi.tampil.sembunyikan` and `tampilkan_lagi`, which
    write the trail. A concrete Meta inherits `Dimoderasi.Meta`, or the rule that a
    hidden row has a reason is lost.
    """

    jenis_jejak: ClassVar[str]
    laku: ClassVar[Mapping[str, Laku]]

    disembunyikan = models.BooleanField("disembunyikan", default=False, editable=False)
    alasan_sembunyi = models.CharField(
        "alasan disembunyikan", max_length=500, blank=True, editable=False
    )
    disembunyikan_pada = models.DateTimeField("disembunyikan pada", null=True, editable=False)
    disembunyikan_oleh_id = models.BigIntegerField("disembunyikan oleh", null=True, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    disembunyikan=False, alasan_sembunyi="", disembunyikan_pada__isnull=True
                )
                | (
                    Q(disembunyikan=True, disembunyikan_pada__isnull=False) & ~Q(alasan_sembunyi="")
                ),
                name="%(app_label)s_%(class)s_sembunyi_beralasan",
                violation_error_message="Yang disembunyikan harus mempunyai alasan dan waktu.",
            ),
        ]

    @property
    def menunggu(self) -> bool:
        """Return whether it waits for somebody to read it, so that showing it again is not enough;
        never, until the owner overrides this."""
        return False

    @property
    def tulisan_tampil(self) -> str:
        """Return the words that people read once it shows."""
        return str(getattr(self, "isi", ""))

    def yang_dibaca(self) -> tuple[Any, ...]:
        """Return everything of it that people read once it shows: what a moderator must have read.
        An owner that shows more than words overrides this."""
        return (self.tulisan_tampil,)

    @property
    def sidik_isi(self) -> str:
        """Return the fingerprint of what a moderator reads."""
        return salted_hmac(
            f"moderasi.{self.jenis_jejak}", repr((self.pk, *self.yang_dibaca())), algorithm="sha256"
        ).hexdigest()

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    def berkas_milik(self) -> models.QuerySet[Berkas]:
        """Return the files that stand or fall with this object.

        By default these are the files in its own relations to `Berkas`. An owner whose photos hang
        on child rows overrides this.
        """
        kunci = [
            getattr(self, bidang.attname)
            for bidang in self._meta.concrete_fields
            if bidang.related_model is Berkas
        ]
        return Berkas.objects.filter(pk__in=[k for k in kunci if k is not None])

    def boleh_publik(self) -> bool:
        """Return whether the files may be public now: never, until the owner overrides this."""
        return False
