"""The reports that are awaited, and from what they follow."""

import datetime as dt
from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, DateField, F, Func, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject, TruncDate

from core.templatetags.bentuk import rentang_tanggal
from core.tenggat.bertenggat import Bertenggat, kendala_jam
from core.tenggat.hari_kerja import (
    hitung_hari_kerja,
    libur_antara,
    libur_sejak,
    tanggal_wib,
)
from core.waktu import hari_ini, sekarang
from laporan.enums import Gugur, Macam
from laporan.models import garis
from laporan.models.jeda import JedaLaporan, jeda_sejak
from laporan.models.laporan import LaporanKemajuan
from laporan.rentang import Rentang
from proyek.models import Proyek

SETAHUN = dt.timedelta(days=365)
HARI_LAPOR = 5  # working days after the span
_DITUNGGU = Q(laporan__isnull=True, gugur="")


def libur_laporan(kampung: int, sejak: dt.date) -> frozenset[dt.date]:
    """Return the days from `sejak` on that count for no report of a kampung: the days off, and the
    days of its pauses. Two queries."""
    return libur_antara(sejak, None) | JedaLaporan.objects.hari(kampung, sejak)


class JadwalQuerySet(models.QuerySet["JadwalLaporan"]):
    """Reads of awaited reports."""

    def berdiri(self) -> Self:
        """Return rows that count: fulfilled ones, and those that are awaited."""
        return self.filter(gugur="")

    def ditunggu(self) -> Self:
        """Return rows that no report has fulfilled yet, those of days to come among them."""
        return self.filter(_DITUNGGU)

    def dimulai(self) -> Self:
        """Return awaited rows whose span has begun: their report can be written."""
        return self.ditunggu().filter(awal__lte=hari_ini())

    def terlambat(self) -> Self:
        """Return awaited rows past their due day (WIB)."""
        return self.ditunggu().filter(tenggat__lt=hari_ini())

    def berikutnya(self) -> Self:
        """Return the row of each project that is due next (or late longest); a late one first."""
        return self.ditunggu().order_by("proyek_id", "tenggat", "awal").distinct("proyek_id")

    def ringkas(self) -> Any:
        """Return the rows as plain values, the one due next first: what a card of a project reads
        of it (`laporan.bacaan.berikutnya`); `jeda` is the pause of these days, if there is one."""
        jeda = JedaLaporan.objects.kini().filter(kampung=OuterRef("proyek__kampung")).ringkas()
        kolom: dict[str, Any] = {n: F(n) for n in ("awal", "akhir", "tenggat", "libur")}
        kolom["jeda"] = Subquery(jeda[:1])
        baris = self.ditunggu().dengan_libur().order_by("tenggat", "awal")
        return baris.values(isi=JSONObject(**kolom))

    def per_kampung(self) -> Any:
        """Return one row per kampung with plain values (`laporan.bacaan.berikutnya`): how many can
        be written and how many of them are late, and of the last year how many fell due, came in
        time, and the days on which they ended and came."""
        hari = hari_ini()
        setahun = Q(akhir__gt=hari - SETAHUN, janji__lt=hari)
        datang = setahun & Q(dipenuhi_pada__isnull=False)
        tepat = datang & Q(dipenuhi_pada__date__lte=F("janji"))
        isi = JSONObject(
            ditunggu=Count("pk", filter=_DITUNGGU & Q(awal__lte=hari)),
            terlambat=Count("pk", filter=_DITUNGGU & Q(tenggat__lt=hari)),
            jatuh=Count("pk", filter=setahun),
            tepat=Count("pk", filter=tepat),
            akhir=ArrayAgg("akhir", filter=datang, order_by="pk"),
            terbit=ArrayAgg(TruncDate("dipenuhi_pada"), filter=datang, order_by="pk"),
        )
        baris = self.berdiri().order_by().values("proyek__kampung")
        return baris.annotate(isi=isi).values("isi")

    def jatuh_tempo(self, sampai: dt.date) -> Self:
        """Return rows that can be written by now and fall due from today up to that day."""
        return self.dimulai().filter(tenggat__gte=hari_ini(), tenggat__lte=sampai)

    def hitung_per_kampung(self, sampai: dt.date) -> Any:
        """Return a row of plain values for each kampung (`milik`) with awaited reports: how many
        fall due up to that day, and are late. Each is as many as the method of that name finds."""
        hari = hari_ini()
        dekat = Q(awal__lte=hari, tenggat__gte=hari)
        return (
            self.ditunggu()
            .filter(tenggat__lte=sampai)
            .order_by()
            .values(milik=F("proyek__kampung"))
            .annotate(
                banyak_tempo=Count("pk", filter=dekat),
                banyak_lewat=Count("pk", filter=Q(tenggat__lt=hari)),
            )
        )

    def untuk_garis(self, banyak: int) -> dict[str, Any]:
        """Return the annotation `isi_ditunggu` of a project with its newest rows."""
        return {"isi_ditunggu": garis.ditunggu(self, banyak)}

    def dengan_libur(self, sejak: str = "tenggat") -> Self:
        """Annotate the days that do not count for `hari_terlambat`, days off and those of pauses,
        so that it needs no query of its own."""
        jeda = jeda_sejak("proyek__kampung", sejak)
        semua = Func(
            libur_sejak(sejak),
            jeda,
            function="array_cat",
            output_field=ArrayField(DateField()),
        )
        return self.annotate(libur=semua)


class JadwalLaporan(Bertenggat):
    """One report that is awaited: the days that it tells of, and the day by which it is due.

    It is fulfilled by the first published report of its days, or falls away (`gugur`); then its
    clock stands still, so that `janji` still tells whether it came in time. `urutan` counts the
    rows of a project that stand. `laporan.services.jadwal` alone writes here.
    """

    proyek = models.ForeignKey(Proyek, on_delete=models.PROTECT, related_name="jadwal_laporan")
    macam = models.CharField("macam", max_length=8, choices=Macam)
    urutan = models.PositiveSmallIntegerField("urutan")
    awal = models.DateField("dari tanggal")
    akhir = models.DateField("sampai tanggal")
    laporan = models.ForeignKey(
        LaporanKemajuan, on_delete=models.PROTECT, null=True, related_name="jadwal"
    )
    dipenuhi_pada = models.DateTimeField("dipenuhi", null=True)
    gugur = models.CharField("gugur karena", max_length=8, choices=Gugur, blank=True)
    dibuat = models.DateTimeField("dibuat", default=sekarang)

    objects = JadwalQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan yang ditunggu"
        verbose_name_plural = "laporan yang ditunggu"
        ordering: ClassVar = ["proyek", "awal", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["tenggat", "proyek"], name="jadwal_ditunggu", condition=_DITUNGGU)
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["proyek", "awal"], condition=Q(gugur=""), name="jadwal_satu_per_hari"
            ),
            models.CheckConstraint(condition=Q(akhir__gte=F("awal")), name="jadwal_rentang_urut"),
            models.CheckConstraint(
                condition=Q(laporan__isnull=True, dipenuhi_pada__isnull=True)
                | Q(laporan__isnull=False, dipenuhi_pada__isnull=False, gugur=""),
                name="jadwal_dipenuhi_lengkap",
            ),
            *kendala_jam("jadwal"),
        ]

    def __str__(self) -> str:
        return f"{self.proyek}: {self.kata}"

    @property
    def kata(self) -> str:
        """Return its days in words: "1–14 November 2026"."""
        return rentang_tanggal(self.awal, self.akhir)

    @property
    def rentang(self) -> Rentang:
        return Rentang(self.macam, self.awal, self.akhir)

    @property
    def menunggu_petugas(self) -> bool:
        return self.laporan_id is None and not self.gugur

    @property
    def tepat(self) -> bool | None:
        """Return whether its report came in time; None while there is none."""
        if self.dipenuhi_pada is None or self.janji is None:
            return None
        return tanggal_wib(self.dipenuhi_pada) <= self.janji

    def hari_lepas(self) -> Collection[dt.date] | None:
        """Return the days off and those of pauses; two queries, where none was brought along."""
        if self.libur is not None or self.tenggat is None:
            return self.libur
        return libur_laporan(self.proyek.kampung_id, self.tenggat)

    @property
    def hari_lewat(self) -> int:
        """Return how many working days after its promised day its report came; 0 for in time. It
        counts by `libur` since that day, where a list annotated it."""
        if self.tepat is not False or self.dipenuhi_pada is None or self.janji is None:
            return 0
        return hitung_hari_kerja(self.janji, tanggal_wib(self.dipenuhi_pada), self.libur)

    @property
    def dimulai(self) -> bool:
        """Return whether its span has begun: its report can be written."""
        return self.menunggu_petugas and self.awal <= hari_ini()


class SusunanJadwal(models.Model):
    """From what the awaited reports of a project were made. Where that is another by now, they are
    made anew (`laporan.services.jadwal`).

    `sampai` is the last day that a row tells of; None where no more is to come. `hidup` says
    whether the project may still need reports.
    """

    proyek = models.OneToOneField(
        Proyek, on_delete=models.PROTECT, primary_key=True, related_name="susunan_jadwal"
    )
    sidik = models.CharField("sidik", max_length=120)
    sampai = models.DateField("sampai tanggal", null=True)
    hidup = models.BooleanField("masih dilaporkan")
    disusun_pada = models.DateTimeField("disusun", default=sekarang)

    class Meta:
        verbose_name = "susunan jadwal laporan"
        verbose_name_plural = "susunan jadwal laporan"

    def __str__(self) -> str:
        return str(self.proyek_id)
