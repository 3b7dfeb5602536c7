"""Filters of the lists of an office: decisions, questions, works, and money that follows."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from aspirasi.enums import Jenis
from aspirasi.filters import LAIN
from aspirasi.models import Aspirasi, PermintaanKeterangan
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from laporan.models import BelanjaMenyusul, JadwalLaporan
from meja.filters.dasar import DaftarFilter, pilih_kampung
from proyek.models import Keputusan, Proyek

MENUNGGU, DIJAWAB, TERLAMBAT, DITUTUP = "menunggu", "dijawab", "terlambat", "ditutup"


def sejak(bidang: str, kata: str, *, waktu: bool = False) -> django_filters.DateFilter:
    """Return the filter of a first day. `waktu`: the column is a moment."""
    return _hari(bidang, f"{kata} sejak", "date__gte" if waktu else "gte")


def sampai(bidang: str, kata: str, *, waktu: bool = False) -> django_filters.DateFilter:
    """Return the filter of a last day."""
    return _hari(bidang, f"{kata} sampai", "date__lte" if waktu else "lte")


def _hari(bidang: str, kata: str, banding: str) -> django_filters.DateFilter:
    return django_filters.DateFilter(
        label=kata, field_name=bidang, lookup_expr=banding, widget=TanggalInput
    )


class KeputusanMejaFilter(DaftarFilter):
    """Decisions that wait: words, kampung, and the day of the letter."""

    satuan = "keputusan"
    kata_di = ""
    URUT = {
        "terbaru": ("Surat terbaru dulu", ("-tanggal_surat", "-pk")),
        "terlama": ("Surat terlama dulu", ("tanggal_surat", "pk")),
    }

    kampung = pilih_kampung()
    dari = sejak("tanggal_surat", "Tanggal surat")
    sampai = sampai("tanggal_surat", "Tanggal surat")

    class Meta:
        model = Keputusan
        fields: list[str] = []


class PermintaanFilter(DaftarFilter):
    """Questions to a kampung: their state, kampung, and the day they were asked. Nothing searches
    their words: they are few, and stand in no column of words."""

    satuan = "permintaan"
    URUT = {
        "terbaru": ("Terbaru dulu", ("-dibuat", "-pk")),
        "terlama": ("Terlama dulu", ("dibuat", "pk")),
        "tenggat": ("Batas waktu terdekat dulu", ("tenggat", "pk")),
        "tenggat-akhir": ("Batas waktu terjauh dulu", ("-tenggat", "-pk")),
    }

    keadaan = django_filters.ChoiceFilter(
        label="Keadaan",
        choices=[
            (MENUNGGU, "Menunggu jawaban"),
            (TERLAMBAT, "Terlambat"),
            (DIJAWAB, "Sudah dijawab"),
            (DITUTUP, "Tidak diperlukan lagi"),
        ],
        empty_label="Semua",
        method="saring_keadaan",
    )
    kampung = pilih_kampung()
    dari = sejak("dibuat", "Ditanyakan", waktu=True)
    sampai = sampai("dibuat", "Ditanyakan", waktu=True)

    class Meta:
        model = PermintaanKeterangan
        fields: list[str] = []

    def saring_keadaan(self, queryset: Any, name: str, value: str) -> QuerySet[Any]:
        saringan = {
            MENUNGGU: queryset.menunggu,
            TERLAMBAT: lambda: queryset.menunggu().filter(tenggat__lt=hari_ini()),
            DIJAWAB: lambda: queryset.filter(dijawab_pada__isnull=False),
            DITUTUP: lambda: queryset.filter(ditutup_pada__isnull=False),
        }
        hasil: QuerySet[Any] = saringan[value]()
        return hasil


class SelesaiFilter(DaftarFilter):
    """Finished works that wait for their office: words, kampung, and the day they were finished.
    The rows are annotated `selesai`, which is never empty."""

    satuan = "proyek"
    kata_di = ""
    URUT = {
        "terlama": ("Selesai paling lama dulu", ("selesai", "pk")),
        "terbaru": ("Selesai paling baru dulu", ("-selesai", "-pk")),
    }

    kampung = pilih_kampung()
    dari = sejak("selesai_nyata", "Selesai")
    sampai = sampai("selesai_nyata", "Selesai")

    class Meta:
        model = Proyek
        fields: list[str] = []


class _LaporanDitungguFilter(DaftarFilter):
    """Things that an office owes its reports, by due day. The rows are annotated `batas`, which is
    never empty."""

    satuan = "laporan"
    URUT = {
        "tenggat": ("Batas waktu terdekat dulu", ("batas", "pk")),
        "tenggat-akhir": ("Batas waktu terjauh dulu", ("-batas", "-pk")),
    }

    dari = sejak("tenggat", "Batas waktu")
    sampai = sampai("tenggat", "Batas waktu")

    class Meta:
        fields: list[str] = []


class BelanjaFilter(_LaporanDitungguFilter):
    """Money that follows: words of the project, and the due day."""

    kata_di = "laporan__proyek"

    class Meta:
        model = BelanjaMenyusul
        fields: list[str] = []


class JadwalFilter(_LaporanDitungguFilter):
    """Reports that are awaited: words of the project, kampung, and the due day."""

    kata_di = "proyek"

    kampung = pilih_kampung(field_name="proyek__kampung")

    class Meta:
        model = JadwalLaporan
        fields: list[str] = []


class BelumDikabariFilter(DaftarFilter):
    """Kiriman whose sender waits for a message: words, kind and kampung. The longest waiting come
    first, always: the moment is worked out, and no index knows it."""

    satuan = "kiriman"
    lain = LAIN
    kata_di = ""
    URUT = {"terlama": ("Paling lama menunggu dulu", ("menunggu_sejak", "pk"))}

    jenis = django_filters.ChoiceFilter(
        label="Jenis", choices=Jenis.choices, empty_label="Semua jenis"
    )
    kampung = pilih_kampung()

    class Meta:
        model = Aspirasi
        fields: list[str] = []

    def peringkat(self, cocok: QuerySet[Any]) -> QuerySet[Any]:
        """Return found rows in the order of their waiting, whatever the words."""
        return cocok
