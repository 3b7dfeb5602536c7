"""Search and filters of the topic lists."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from core.cari.kueri import Lain
from core.cari.saring import CariFilterSet
from forum.models import Balasan, Ruang, Topik

HAL = (
    ("proyek", "Tentang proyek"),
    ("aspirasi", "Tentang aspirasi"),
    ("keputusan", "Tentang keputusan"),
    ("umum", "Topik umum"),
)


class TopikDiRuangFilter(CariFilterSet):
    """The list of one room."""

    satuan = "topik"
    lain = (Lain(Balasan.objects.terbit, "topik"),)

    hal = django_filters.ChoiceFilter(
        label="Isi topik", choices=HAL, empty_label="Semua", method="saring_hal"
    )

    class Meta:
        model = Topik
        fields: list[str] = []

    def saring_hal(self, queryset: QuerySet[Topik], name: str, value: str) -> QuerySet[Topik]:
        if value == "umum":
            kosong: dict[str, Any] = {f"{hal}__isnull": True for hal, _ in HAL if hal != value}
            return queryset.filter(**kosong)
        return queryset.filter(**{f"{value}__isnull": False})


class TopikFilter(TopikDiRuangFilter):
    """The list of all rooms."""

    ruang = django_filters.ModelChoiceFilter(
        label="Ruang", queryset=Ruang.objects.all(), to_field_name="slug", empty_label="Semua"
    )
