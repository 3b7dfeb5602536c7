"""News and announcements of the kecamatan and the kampung."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.cari.kolom import vektor
from core.formulir.fields import JudulField, KunciSekaliField, TeksField
from core.laku import Laku
from core.models.moderasi import Dimoderasi, TampilMixin
from core.waktu import sekarang
from kabar.enums import Jenis
from kabar.laku import LAKU
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan

# The time for which a danger notice stands on top of the first page.
HARI_BAHAYA = 7


def _batas_genting() -> dt.datetime:
    return sekarang() - dt.timedelta(days=HARI_BAHAYA)


class KabarQuerySet(TampilMixin["Kabar"]):
    """Reads of news."""

    def terbit(self) -> Self:
        return self.tampil()

    def visible_to(self, user: Any) -> Self:
        """Return news that stands open, one's own, and all of it for the kecamatan."""
        if adalah_kecamatan(user):
            return self
        if user.is_authenticated:
            return self.filter(Q(disembunyikan=False) | Q(penulis=user))
        return self.terbit()

    def untuk_kartu(self) -> Self:
        """Return news with the columns of a card, in one query."""
        return self.select_related("kampung")

    def bahaya_kini(self) -> Self:
        """Return danger notices of the last days, which stand on top of the first page."""
        return self.terbit().filter(jenis=Jenis.BAHAYA, terbit_pada__gte=_batas_genting())


class Kabar(Dimoderasi):
    """A piece of news, of one kampung, or of the whole kecamatan when kampung is empty."""

    jenis_jejak: ClassVar[str] = "kabar"
    laku: ClassVar[Mapping[str, Laku]] = LAKU

    judul = JudulField("judul", max_length=120)
    isi = TeksField("isi", max_length=10000)
    jenis = models.CharField("jenis", max_length=10, choices=Jenis, default=Jenis.BERITA)
    kampung = models.ForeignKey(
        Kampung,
        verbose_name="kampung",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kabar",
    )
    penulis = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="kabar", editable=False
    )
    # The office of that day is kept: roles change, but the words stay those of that office.
    dari_kecamatan = models.BooleanField("dari kecamatan", default=False, editable=False)
    terbit_pada = models.DateTimeField("terbit", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()
    vektor = vektor(("judul", "A"), ("isi", "B"), kampung="kampung")

    objects = KabarQuerySet.as_manager()

    class Meta(Dimoderasi.Meta):
        abstract = False
        verbose_name = "kabar"
        verbose_name_plural = "kabar"
        ordering = ["-terbit_pada", "-pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="kabar_vektor"),
            models.Index(fields=["-terbit_pada", "-id"], name="kabar_terbaru"),
        ]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("kabar:rincian", args=[self.pk])

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def bahaya(self) -> bool:
        return self.jenis == Jenis.BAHAYA

    @property
    def genting(self) -> bool:
        """Return whether it is a danger notice of the last days."""
        return self.bahaya and self.terbit_pada >= _batas_genting()

    @property
    def dari(self) -> str:
        """Return the office that speaks, and to which kampung. Persons are not named."""
        if self.kampung is None:
            return "Kecamatan Bangunrejo"
        if self.dari_kecamatan:
            return f"Kecamatan Bangunrejo untuk Kampung {self.kampung}"
        return f"Pemerintah Kampung {self.kampung}"
