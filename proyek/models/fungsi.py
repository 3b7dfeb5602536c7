"""Answers to "Masih berfungsi?", once a year after a work was handed over."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.formulir.fields import BarisField, KunciSekaliField, salah_satu
from core.laku import Laku
from core.models.moderasi import Dimoderasi, TampilMixin
from core.waktu import sekarang
from proyek.enums import Fungsi, Penjawab
from proyek.laku import LAKU_FUNGSI
from proyek.models.proyek import Proyek
from warga.models import Pengguna


class JawabanFungsiQuerySet(TampilMixin["JawabanFungsi"]):
    """Reads of answers."""

    def tertahan(self) -> Self:
        """Return answers whose words wait to be read."""
        return self.tampil().filter(ditahan=True, proyek__dicabut_pada__isnull=True)

    def berkata(self) -> Self:
        """Return answers with words that everybody reads."""
        return self.tampil().filter(ditahan=False).exclude(kata="")

    def milik(self, user: Any) -> Self:
        """Return the answers of this account as a resident."""
        return self.filter(penulis=user.pk).exclude(dari=Penjawab.KANTOR)


class JawabanFungsi(Dimoderasi):
    """One answer about one project and one year: of the office that keeps it, of an account, or of
    a visitor. It counts at once, its words show when they were read or their writer is proven."""

    jenis_jejak: ClassVar[str] = "fungsi"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_FUNGSI

    proyek = models.ForeignKey(
        Proyek, on_delete=models.PROTECT, related_name="jawaban_fungsi", verbose_name="proyek"
    )
    tahun = models.PositiveSmallIntegerField("tahun", editable=False)
    dari = models.CharField("dari", max_length=6, choices=Penjawab, editable=False)
    penulis = models.ForeignKey(
        Pengguna,
        on_delete=models.PROTECT,
        null=True,
        related_name="jawaban_fungsi",
        editable=False,
        verbose_name="penulis",
    )
    keadaan = models.CharField("keadaan", max_length=9, choices=Fungsi)
    kata = BarisField("keterangan", max_length=300, blank=True)
    ditahan = models.BooleanField("menunggu dibaca", default=False, editable=False)
    dibuat = models.DateTimeField("dijawab", default=sekarang, editable=False)
    diubah = models.DateTimeField("diperbaiki", null=True, editable=False)
    kunci_sekali = KunciSekaliField()

    objects = JawabanFungsiQuerySet.as_manager()

    class Meta(Dimoderasi.Meta):
        abstract = False
        verbose_name = "jawaban masih berfungsi"
        verbose_name_plural = "jawaban masih berfungsi"
        ordering = ["-dibuat", "-pk"]
        indexes = [
            models.Index(fields=["proyek", "tahun"], name="fungsi_per_proyek"),
            models.Index(
                fields=["dibuat", "id"],
                condition=Q(ditahan=True, disembunyikan=False),
                name="fungsi_tertahan",
            ),
        ]
        constraints = [
            *Dimoderasi.Meta.constraints,
            models.UniqueConstraint(
                fields=["proyek", "tahun", "penulis"],
                condition=~Q(dari="kantor"),
                name="fungsi_satu_tiap_orang",
                violation_error_message="Anda sudah menjawab tahun ini.",
            ),
            models.UniqueConstraint(
                fields=["proyek", "tahun"],
                condition=Q(dari="kantor"),
                name="fungsi_satu_tiap_kantor",
                violation_error_message="Kantor kampung sudah menjawab tahun ini.",
            ),
            models.CheckConstraint(
                condition=Q(dari="lain") | Q(penulis__isnull=False),
                name="fungsi_penulis_dikenal",
                violation_error_message="Jawaban ini harus punya penulis.",
            ),
            salah_satu("fungsi_keadaan_dikenal", "keadaan", Fungsi, "Pilih salah satu keadaan."),
        ]

    def __str__(self) -> str:
        return f"{self.proyek_id} {self.tahun}: {self.get_keadaan_display()}"

    def get_absolute_url(self) -> str:
        return reverse("proyek:berfungsi", args=[self.proyek.nomor])

    @property
    def isi(self) -> str:
        """Return its words, which the pages of moderation show."""
        return self.kata

    def yang_dibaca(self) -> tuple[Any, ...]:
        return (self.keadaan, self.kata)

    @property
    def rusak(self) -> bool:
        """Return whether it does not work, by this answer."""
        return self.keadaan == Fungsi.TIDAK

    @property
    def menunggu(self) -> bool:
        return self.ditahan
