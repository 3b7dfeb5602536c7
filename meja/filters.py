"""Filters of the desk's list."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from aspirasi.enums import Jenis
from aspirasi.filters import LAIN
from aspirasi.kode import rapikan_kode
from aspirasi.models import Aspirasi
from core.cari.saring import CariFilterSet
from meja.antrean import saring
from warga.models import Kampung
from warga.rules import adalah_kecamatan

AWALAN_KODE = "BR"
KEADAAN = [
    ("bagian", "Menunggu saya"),
    ("baru", "Baru, belum diperiksa"),
    ("jawab", "Menunggu jawaban"),
    ("terlambat", "Terlambat"),
    ("dibuka", "Dibuka kembali"),
    ("bahaya", "Bahaya"),
    ("terbuka", "Semua yang terbuka"),
]


def _kode(kata: str) -> str:
    """Return the code that was typed; "" for ordinary words."""
    return rapikan_kode(kata) if kata.strip().upper().startswith(AWALAN_KODE) else ""


class MejaFilter(CariFilterSet):
    """Search, state, kind, and for the kecamatan the kampung.

    A whole kode lacak finds its kiriman, whatever else is chosen: a sender who lost a PIN names it.
    """

    satuan = "kiriman"
    lain = LAIN
    bertautan = ("keadaan",)

    cari = django_filters.CharFilter(label="Cari kata, nomor, atau kode lacak", method="tunda")
    keadaan = django_filters.ChoiceFilter(
        label="Keadaan", choices=KEADAAN, empty_label="Semua", method="saring_keadaan"
    )
    jenis = django_filters.ChoiceFilter(
        label="Jenis", choices=Jenis.choices, empty_label="Semua jenis"
    )
    kampung = django_filters.ModelChoiceFilter(
        label="Kampung",
        queryset=Kampung.objects.order_by("contoh", "nama"),
        to_field_name="slug",
        empty_label="Semua kampung",
    )

    class Meta:
        model = Aspirasi
        fields: list[str] = []

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if not adalah_kecamatan(user):
            del self.filters["kampung"]

    def saring(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset if _kode(self.kata) else super().saring(queryset)

    def cocok(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        kode = _kode(kata)
        return queryset.filter(kode=kode) if kode else super().cocok(queryset, kata)

    def saring_keadaan(self, queryset: Any, name: str, value: str) -> QuerySet[Aspirasi]:
        tersaring: QuerySet[Aspirasi] = saring(queryset, value, self.user)
        return tersaring
