"""The promise that comes of an offer, and the things that arrive."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import JSONObject

from core.formulir.fields import (
    AngkaField,
    BarisField,
    KunciSekaliField,
    RupiahField,
    TeksField,
    salah_satu,
)
from core.models import Berkas
from core.waktu import sekarang
from mitra.enums import STATUS_UMUM, JenisBantuan
from mitra.models.mitra import Mitra
from mitra.models.tawaran import Tawaran
from proyek.models import Proyek
from warga.models import Kampung, Pengguna


class KontribusiQuerySet(models.QuerySet["Kontribusi"]):
    """Reads of promises."""

    def berlaku(self) -> Self:
        """Return the promises that stand; one that was taken back is none."""
        return self.filter(tawaran__status__in=STATUS_UMUM)

    def untuk_kartu(self) -> Self:
        return self.select_related("tawaran", "mitra", "kampung", "proyek")

    def ringkas(self, banyak: int) -> Any:
        """Return the newest promises that stand as plain values, for `mitra.bacaan.ringkas`."""
        tiba = Penerimaan.objects.filter(kontribusi=OuterRef("pk")).order_by()
        semua = tiba.values("kontribusi").annotate(semua=Sum("jumlah")).values("semua")
        kolom = {nama: F(nama) for nama in ("uraian", "jumlah", "satuan")}
        dari = {"nama": F("mitra__nama"), "slug": F("mitra__slug")}
        isi = JSONObject(**kolom, **dari, penawar=F("tawaran__penawar_jenis"), tiba=Subquery(semua))
        return ArraySubquery(self.berlaku().order_by("-pk")[:banyak].values(isi=isi))


class Kontribusi(models.Model):
    """The promise of an agreed offer. `nilai` is an estimate in rupiah."""

    tawaran = models.OneToOneField(Tawaran, on_delete=models.PROTECT, related_name="kontribusi")
    mitra = models.ForeignKey(
        Mitra, on_delete=models.PROTECT, null=True, editable=False, related_name="kontribusi"
    )
    kampung = models.ForeignKey(
        Kampung, on_delete=models.PROTECT, editable=False, related_name="kontribusi"
    )
    proyek = models.ForeignKey(
        Proyek,
        verbose_name="untuk proyek",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kontribusi",
    )
    jenis = models.CharField("jenis bantuan", max_length=8, choices=JenisBantuan)
    uraian = BarisField("yang dijanjikan", max_length=200)
    jumlah = AngkaField("jumlah", max_digits=15, decimal_places=2)
    satuan = BarisField("satuan", max_length=30)
    nilai = RupiahField("perkiraan nilai", null=True, blank=True)
    sampai = models.DateField("dijanjikan paling lambat")
    dibuat = models.DateTimeField("disepakati", default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = KontribusiQuerySet.as_manager()

    class Meta:
        verbose_name = "kontribusi"
        verbose_name_plural = "kontribusi"
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(fields=["kampung", "-id"], name="kontribusi_kampung"),
            models.Index(fields=["mitra", "-id"], name="kontribusi_mitra"),
        ]
        constraints: ClassVar = [
            salah_satu(
                "kontribusi_jenis_dikenal", "jenis", JenisBantuan, "Pilih jenis bantuannya."
            ),
            models.CheckConstraint(
                condition=Q(uraian__regex=r"\S", satuan__regex=r"\S", jumlah__gt=0),
                name="kontribusi_jelas",
                violation_error_message="Tulis apa yang dijanjikan, jumlahnya, dan satuannya.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis=JenisBantuan.UANG) | Q(satuan="rupiah"),
                name="kontribusi_uang_rupiah",
                violation_error_message="Satuan uang adalah rupiah.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian


class Penerimaan(models.Model):
    """Something of a promise that arrived. Rows are only added: a mistake is a row more with its
    reason (`membetulkan`), whose numbers are the difference. `bukti_umum`: everyone may see it."""

    kontribusi = models.ForeignKey(Kontribusi, on_delete=models.PROTECT, related_name="penerimaan")
    membetulkan = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="pembetulan"
    )
    tanggal = models.DateField("tanggal diterima")
    jumlah = AngkaField("jumlah", max_digits=15, decimal_places=2)
    nilai = models.BigIntegerField("perkiraan nilai", null=True, blank=True)
    diterima_oleh = BarisField("diterima oleh", max_length=100)
    alasan = TeksField("alasan pembetulan", max_length=500, blank=True)
    bukti = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="penerimaan"
    )
    bukti_umum = models.BooleanField("bukti boleh dilihat semua orang", default=False)
    dicatat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dibuat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()

    class Meta:
        verbose_name = "penerimaan"
        verbose_name_plural = "penerimaan"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(membetulkan__isnull=True, jumlah__gt=Decimal(0))
                | Q(membetulkan__isnull=False, alasan__regex=r"\S"),
                name="penerimaan_wajar",
                violation_error_message="Jumlahnya lebih dari nol; pembetulan punya alasan.",
            ),
            models.CheckConstraint(
                condition=Q(diterima_oleh__regex=r"\S"),
                name="penerimaan_berpenerima",
                violation_error_message="Tulis siapa yang menerima.",
            ),
        ]

    def __str__(self) -> str:
        return f"Penerimaan {self.pk}"
