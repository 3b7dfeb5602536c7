"""Rooms, topics and replies."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.cari.kolom import vektor
from core.formulir.fields import BarisField, JudulField, KunciSekaliField, TeksField
from core.laku import Laku
from core.models.moderasi import Dimoderasi, TampilMixin
from core.waktu import sekarang
from forum.laku import LAKU
from proyek.models import Keputusan, Proyek
from warga.bacaan.pembicara import pembicara
from warga.enums import PERAN_PETUGAS, Peran
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

# The page where topics are written: /forum/tulis/, so no room may have this address.
ALAMAT_TULIS = "tulis"
SUARA = {
    Peran.BPK: "BPK Kampung",
    Peran.APARAT: "Aparat Kampung",
    Peran.STAF: "Petugas Kecamatan",
    Peran.ADMIN: "Admin portal",
}


class Ruang(models.Model):
    """A room of the forum."""

    nama = BarisField("nama ruang", max_length=80, unique=True)
    slug = models.SlugField("alamat halaman", max_length=80, unique=True)
    uraian = BarisField("uraian", max_length=300, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "ruang"
        verbose_name_plural = "ruang"
        ordering = ["urutan", "nama"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(slug=ALAMAT_TULIS),
                name="ruang_alamat_bebas",
                violation_error_message="Alamat ini dipakai halaman menulis. Pilih yang lain.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("forum:ruang", args=[self.slug])

    @property
    def untuk_muda(self) -> bool:
        """Return whether this is the room of young people, who have no account before they are
        18."""
        return self.slug == "pemuda"


M = TypeVar("M", bound=models.Model, covariant=True)


_TERTAHAN = Q(ditahan=True, disembunyikan=False)


class TulisanQuerySet(TampilMixin[M]):
    """Reads of texts in the forum."""

    def terbit(self) -> Self:
        """Return texts that are neither hidden nor held."""
        return self.tampil().filter(ditahan=False)

    def visible_to(self, user: Any) -> Self:
        """Return texts that stand open, one's own, and all of them for the kecamatan."""
        if adalah_kecamatan(user):
            return self
        terbit = Q(disembunyikan=False, ditahan=False)
        if user.is_authenticated:
            return self.filter(terbit | Q(penulis=user))
        return self.filter(terbit)

    def di_tempat(self, user: Any) -> Self:
        """Texts that keep their place on a page: hidden ones stay, and their words may not be read.

        Ask `forum.baca` before the words are shown. Held ones are for their author and the
        kecamatan alone.
        """
        if adalah_kecamatan(user):
            return self
        milik = Q(penulis=user) if user.is_authenticated else Q(pk__in=[])
        return self.filter(Q(ditahan=False) | milik)

    def tertahan(self) -> Self:
        """Return texts that wait to be read before they are shown (authors without a proven
        contact)."""
        return self.filter(_TERTAHAN)


class TopikQuerySet(TulisanQuerySet["Topik"]):
    """Reads of topics."""

    def untuk_kartu(self) -> Self:
        """Return topics with the columns of a card, in one query. Replies are counted for the shown
        rows only."""
        jumlah = (
            Balasan.objects.terbit()
            .filter(topik=OuterRef("pk"))
            .order_by()
            .values("topik")
            .annotate(jumlah=Count("pk"))
            .values("jumlah")
        )
        return self.select_related(
            "ruang", "penulis__kampung", "proyek", "aspirasi", "keputusan"
        ).annotate(jumlah_balasan=Coalesce(Subquery(jumlah, output_field=models.IntegerField()), 0))


class Tulisan(Dimoderasi):
    """Abstract: a text of a person. A held text waits for a moderator."""

    isi = TeksField("isi", max_length=5000)
    penulis = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="%(class)s", editable=False
    )
    peran = models.CharField(
        "peran penulis waktu menulis",
        max_length=12,
        choices=Peran,
        default=Peran.WARGA,
        editable=False,
    )  # a text stays that of an office, or of a resident, whatever its author becomes
    ditahan = models.BooleanField("menunggu dibaca", default=False, editable=False)
    dibuat = models.DateTimeField("ditulis", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()

    class Meta(Dimoderasi.Meta):
        abstract = True

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def menunggu(self) -> bool:
        return self.ditahan

    @property
    def terbit(self) -> bool:
        return not self.disembunyikan and not self.ditahan

    @property
    def resmi(self) -> bool:
        """Return whether an office speaks."""
        return self.peran in PERAN_PETUGAS

    @property
    def pembicara(self) -> str:
        """Return for whom its author spoke, in words that no name can make."""
        return pembicara(self.peran, self.penulis.kampung)

    @property
    def nama_penulis(self) -> str:
        """Return the shown name: residents by their name, officials by their office."""
        orang = self.penulis
        if self.peran in (Peran.WARGA, Peran.FASILITATOR):
            return orang.nama
        tempat = f" {orang.kampung}" if orang.kampung else ""
        return SUARA[Peran(self.peran)] + tempat

    @property
    def alamat_moderasi(self) -> str:
        """Return its page in the admin."""
        return reverse(f"admin:forum_{self._meta.model_name}_change", args=[self.pk])


class Topik(Tulisan):
    """A topic. It may be about one proyek, aspirasi or keputusan."""

    jenis_jejak: ClassVar[str] = "topik"
    laku: ClassVar[Mapping[str, Laku]] = LAKU

    ruang = models.ForeignKey(Ruang, on_delete=models.PROTECT, related_name="topik")
    judul = JudulField("judul", max_length=120)
    proyek = models.ForeignKey(
        Proyek, on_delete=models.PROTECT, null=True, blank=True, related_name="topik"
    )
    aspirasi = models.ForeignKey(
        Aspirasi, on_delete=models.PROTECT, null=True, blank=True, related_name="topik"
    )
    keputusan = models.ForeignKey(
        Keputusan, on_delete=models.PROTECT, null=True, blank=True, related_name="topik"
    )
    vektor = vektor(("judul", "A"), ("isi", "B"))

    objects = TopikQuerySet.as_manager()

    class Meta(Dimoderasi.Meta):
        abstract = False
        verbose_name = "topik"
        verbose_name_plural = "topik"
        ordering = ["-dibuat", "-pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="topik_vektor"),
            models.Index(fields=["-dibuat", "-id"], name="topik_terbaru"),
            models.Index(fields=["dibuat", "id"], condition=_TERTAHAN, name="topik_tertahan"),
            models.Index(fields=["ruang", "-dibuat", "-id"], name="topik_per_ruang"),
        ]
        constraints = [
            *Dimoderasi.Meta.constraints,
            models.CheckConstraint(
                condition=Q(aspirasi__isnull=True, keputusan__isnull=True)
                | Q(proyek__isnull=True, keputusan__isnull=True)
                | Q(proyek__isnull=True, aspirasi__isnull=True),
                name="topik_satu_hal",
                violation_error_message="Satu topik hanya boleh tentang satu hal.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("forum:topik", args=[self.ruang.slug, self.pk])

    @property
    def hal(self) -> Proyek | Aspirasi | Keputusan | None:
        """Return its subject, while everyone may see that (a kiriman may be withdrawn)."""
        if self.aspirasi and not self.aspirasi.terbit:
            return None
        return self.proyek or self.aspirasi or self.keputusan

    @property
    def sebutan_hal(self) -> str:
        """Return the name of that thing; no name of a project that was taken back."""
        return str(getattr(self.hal, "sebutan", "") or getattr(self.hal, "judul", ""))


class BalasanQuerySet(TulisanQuerySet["Balasan"]):
    """Reads of replies."""

    def tertahan(self) -> Self:
        """Return replies that wait to be read: none of a topic that was hidden, under which nobody
        would see it."""
        return super().tertahan().filter(topik__disembunyikan=False)


class Balasan(Tulisan):
    """A reply, one level deep."""

    jenis_jejak: ClassVar[str] = "balasan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU

    topik = models.ForeignKey(Topik, on_delete=models.PROTECT, related_name="balasan")
    vektor = vektor(("isi", "B"))

    objects = BalasanQuerySet.as_manager()

    class Meta(Dimoderasi.Meta):
        abstract = False
        verbose_name = "balasan"
        verbose_name_plural = "balasan"
        ordering = ["dibuat", "pk"]
        indexes = [
            models.Index(F("topik"), F("dibuat"), F("id"), name="balasan_per_topik"),
            GinIndex(fields=["vektor"], name="balasan_vektor"),
            models.Index(fields=["dibuat", "id"], condition=_TERTAHAN, name="balasan_tertahan"),
        ]

    def __str__(self) -> str:
        return f"Balasan {self.pk} pada {self.topik}"

    def get_absolute_url(self) -> str:
        """Return its topic, opened at the page on which it stands."""
        return f"{self.topik.get_absolute_url()}?mulai={self.pk}#balasan-{self.pk}"
