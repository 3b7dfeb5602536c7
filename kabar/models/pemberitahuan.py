"""Notices, the place up to which the trail was read for them, and the wish for a daily letter."""

from typing import Self

from django.db import models
from django.db.models import Q

from kabar.models.hal import Hal
from warga.models import Kampung, Pengguna


class PemberitahuanQuerySet(models.QuerySet["Pemberitahuan"]):
    """Reads of notices. Everything that a person is shown starts from
    `kabar.bacaan.milik.untuk`."""

    def belum_dibaca(self) -> Self:
        return self.filter(dibaca_pada__isnull=True)

    def kerja_baru(self) -> Self:
        """Return those of the work of officials that nobody opened yet."""
        return self.belum_dibaca().filter(kerja__gt=0)

    def untuk_baris(self) -> Self:
        """Return notices with the things that they are about."""
        return self.select_related("hal")


class Pemberitahuan(models.Model):
    """One act that one person is told of, or everybody who follows one kampung.

    It holds no word: its words are asked of the trail and of the thing, as they are when it is
    shown (`kabar.bacaan.isi`). A row for a kampung is never marked as read; anyone who reads it
    gets a row of their own, which is shown in its place.
    """

    # The indexes below serve every read; one more per key would only slow down writing.
    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, db_index=False, related_name="pemberitahuan"
    )
    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, null=True, db_index=False, related_name="+"
    )
    hal = models.ForeignKey(
        Hal, on_delete=models.PROTECT, db_index=False, related_name="pemberitahuan"
    )
    # A plain number: the row of the trail can be neither changed nor deleted there.
    jejak = models.BigIntegerField("nomor jejak", editable=False)
    waktu = models.DateTimeField("terjadi pada", editable=False)
    # Which work of an official it tells of (`kabar.enums.Kerja`); 0 for other news. `terkumpul`: it
    # stands for several things of this kind that came at once.
    kerja = models.PositiveSmallIntegerField("pekerjaan", default=0, db_default=0, editable=False)
    terkumpul = models.BooleanField("terkumpul", default=False, db_default=False, editable=False)
    dibaca_pada = models.DateTimeField("dibaca pada", null=True, editable=False)

    objects = PemberitahuanQuerySet.as_manager()

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-waktu", "-pk"]
        indexes = [
            models.Index(fields=["pengguna", "-waktu", "-id"], name="pemberitahuan_terbaru"),
            models.Index(
                fields=["pengguna", "hal"],
                name="pemberitahuan_belum_dibaca",
                condition=Q(dibaca_pada__isnull=True),
            ),
            models.Index(
                fields=["kampung", "waktu"],
                name="pemberitahuan_kampung",
                condition=Q(kampung__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["jejak", "pengguna"],
                name="pemberitahuan_sekali",
                violation_error_message="Setiap orang diberi tahu satu kali tentang satu hal.",
            ),
            models.UniqueConstraint(
                fields=["jejak"],
                name="pemberitahuan_kampung_sekali",
                condition=Q(kampung__isnull=False),
                violation_error_message="Satu kampung diberi tahu satu kali tentang satu hal.",
            ),
            models.CheckConstraint(
                condition=Q(pengguna__isnull=False, kampung__isnull=True)
                | Q(pengguna__isnull=True, kampung__isnull=False, dibaca_pada__isnull=True),
                name="pemberitahuan_satu_alamat",
                violation_error_message="Pemberitahuan untuk satu orang atau satu kampung.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pemberitahuan {self.pk}"

    @property
    def baru(self) -> bool:
        """Return whether it was not read yet."""
        return self.dibaca_pada is None


class BatasJejak(models.Model):
    """The place up to which the trail was read: that of the last seal. One row, made by the
    migration.

    A worker that reads on holds its lock, so that two never read the same stretch.
    """

    urutan = models.BigIntegerField("urutan segel terakhir")

    class Meta:
        verbose_name = "batas jejak"
        verbose_name_plural = "batas jejak"
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="batas_jejak_satu_baris",
                violation_error_message="Batas jejak hanya satu baris.",
            )
        ]

    def __str__(self) -> str:
        return f"sampai segel {self.urutan}"


class PilihanPemberitahuan(models.Model):
    """How a person is told: the daily letter of what they follow and that of their desk (without a
    row: both), and whether colleagues may write to their own number (without a row: no)."""

    pengguna = models.OneToOneField(
        Pengguna,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="pilihan_pemberitahuan",
    )
    surat = models.BooleanField("surat harian", default=True)
    # The number of the last notice that a letter told of. Unread notices are numbered in order,
    # since all of them are written under the lock of `BatasJejak`.
    disurati_sampai = models.BigIntegerField(default=0, editable=False)
    surat_meja = models.BooleanField("surat meja kerja", default=True, db_default=True)
    # When the last letter of the desk was written.
    meja_disurati = models.DateTimeField(null=True, editable=False)
    wa_rekan = models.BooleanField("dihubungi rekan", default=False, db_default=False)

    class Meta:
        verbose_name = "pilihan pemberitahuan"
        verbose_name_plural = "pilihan pemberitahuan"

    def __str__(self) -> str:
        return f"Pilihan {self.pk}"
