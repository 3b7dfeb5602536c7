"""Filters of the public list."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    STATUS_PERLU_JAWABAN,
    STATUS_TERTUTUP,
    Jenis,
    Status,
)
from aspirasi.models import Aspirasi, TindakLanjut
from core.cari.kueri import Lain
from core.cari.saring import CariFilterSet
from warga.models import Kampung

# The states that people choose → the statuses behind them.
KEADAAN: dict[str, tuple[str, tuple[str, ...]]] = {
    "menunggu": (
        "Menunggu jawaban",
        (*STATUS_BELUM_DIPERIKSA, *STATUS_PERLU_JAWABAN, Status.MENUNGGU_INSTANSI),
    ),
    "dijawab": ("Sudah dijawab", (Status.DITANGGAPI,)),
    "dijanjikan": ("Dijanjikan", (Status.DIJANJIKAN,)),
    "direncanakan": ("Masuk rencana proyek", (Status.DIRENCANAKAN,)),
    "selesai": ("Selesai", (Status.SELESAI,)),
    "tidak-dilanjutkan": (
        "Tidak dilanjutkan",
        tuple(s for s in STATUS_TERTUTUP if s not in (Status.SELESAI, Status.DITARIK)),
    ),
}
TERLAMBAT = "terlambat"
PILIHAN_KEADAAN = [*((k, kata) for k, (kata, _) in KEADAAN.items()), (TERLAMBAT, "Terlambat")]


# Official answers stand on the page of a kiriman.
LAIN = (Lain(TindakLanjut.objects.jawaban, "aspirasi"),)


class AspirasiFilter(CariFilterSet):
    """Search, kind, state and kampung."""

    satuan = "aspirasi"
    lain = LAIN

    jenis = django_filters.ChoiceFilter(
        label="Jenis", choices=Jenis.choices, empty_label="Semua jenis"
    )
    keadaan = django_filters.ChoiceFilter(
        label="Keadaan",
        choices=PILIHAN_KEADAAN,
        empty_label="Semua keadaan",
        method="saring_keadaan",
    )
    kampung = django_filters.ModelChoiceFilter(
        label="Kampung",
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        empty_label="Semua kampung",
    )

    class Meta:
        model = Aspirasi
        fields: list[str] = []

    def saring_keadaan(self, queryset: Any, name: str, value: str) -> QuerySet[Aspirasi]:
        if value == TERLAMBAT:
            return queryset.terlambat()
        return queryset.filter(status__in=KEADAAN[value][1])
