"""A need of a kampung that no money was found for."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import JSONObject

from core.formulir.fields import AngkaField, BarisField, KunciSekaliField, TeksField, salah_satu
from core.laku import Laku
from core.waktu import hari_ini, sekarang
from mitra.enums import JenisBantuan
from mitra.laku import LAKU_KEBUTUHAN
from proyek.models import Proyek
from warga.models import Kampung, Pengguna


class KebutuhanQuerySet(models.QuerySet["Kebutuhan"]):
    """Reads of needs."""

    def terbuka(self) -> Self:
        """Return the needs that help may still be offered for."""
        belum_lewat = Q(sampai__isnull=True) | Q(sampai__gte=hari_ini())
        return self.filter(belum_lewat, ditutup_pada__isnull=True)

    def ringkas(self, banyak: int) -> Any:
        """Return the open needs that come first as plain values, for `mitra.bacaan.ringkas`."""
        isi = JSONObject(**{nama: F(nama) for nama in ("judul", "jumlah", "satuan", "sampai")})
        semua = self.terbuka().order_by(*urut_butuh())[:banyak]
        return ArraySubquery(semua.values(isi=isi))

    def lewat(self) -> Self:
        """Return those whose day has passed and that nobody closed."""
        return self.filter(ditutup_pada__isnull=True, sampai__lt=hari_ini())


class Kebutuhan(models.Model):
    """Something that a kampung needs: "kami butuh 40 sak semen". Everyone reads it from
    the start, so every correction has a reason; `hasil` says what became of it."""

    jenis_jejak: ClassVar[str] = "kebutuhan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_KEBUTUHAN

    kampung = models.ForeignKey(
        Kampung, verbose_name="kampung", on_delete=models.PROTECT, related_name="kebutuhan"
    )
    proyek = models.ForeignKey(
        Proyek,
        verbose_name="untuk proyek",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kebutuhan",
    )
    jenis = models.CharField("jenis bantuan", max_length=8, choices=JenisBantuan)
    judul = BarisField("kami butuh", max_length=120)
    jumlah = AngkaField("jumlah", max_digits=15, decimal_places=2)
    satuan = BarisField("satuan", max_length=30)
    sampai = models.DateField("dibutuhkan sampai", null=True, blank=True)
    keterangan = TeksField("keterangan", max_length=1000, blank=True)
    ditutup_pada = models.DateTimeField("ditutup", null=True, editable=False)
    hasil = BarisField("hasilnya", max_length=300, blank=True, editable=False)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    kunci_sekali = KunciSekaliField()

    objects = KebutuhanQuerySet.as_manager()

    class Meta:
        verbose_name = "kebutuhan"
        verbose_name_plural = "kebutuhan"
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["kampung", "-id"],
                name="kebutuhan_terbuka",
                condition=Q(ditutup_pada__isnull=True),
            )
        ]
        constraints: ClassVar = [
            salah_satu("kebutuhan_jenis_dikenal", "jenis", JenisBantuan, "Pilih jenis bantuannya."),
            models.CheckConstraint(
                condition=Q(judul__regex=r"\S", satuan__regex=r"\S", jumlah__gt=0),
                name="kebutuhan_jelas",
                violation_error_message="Tulis apa yang dibutuhkan, jumlahnya, dan satuannya.",
            ),
            models.CheckConstraint(
                condition=Q(ditutup_pada__isnull=True, hasil="")
                | Q(ditutup_pada__isnull=False, hasil__regex=r"\S"),
                name="kebutuhan_ditutup_berkata",
                violation_error_message="Tulis hasilnya saat menutup kebutuhan.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis=JenisBantuan.UANG) | Q(satuan="rupiah"),
                name="kebutuhan_uang_rupiah",
                violation_error_message="Satuan uang adalah rupiah.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def terbuka(self) -> bool:
        lewat = self.sampai is not None and self.sampai < hari_ini()
        return self.ditutup_pada is None and not lewat


def urut_butuh() -> list[Any]:
    """Return the order of needs: whatever is needed first stands first."""
    return [F("sampai").asc(nulls_last=True), "-pk"]
