"""Filters of the lists of places."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from core.cari.saring import CariFilterSet
from warga.models import Kampung


class KampungFilter(CariFilterSet):
    """Search by name, other writing or code; spaces, signs and case do not matter."""

    satuan = "kampung"

    cari = django_filters.CharFilter(
        label="Cari kampung",
        method="tunda",
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    class Meta:
        model = Kampung
        fields: list[str] = []

    def cocok(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        return queryset.filter(pk__in=Kampung.objects.cari(kata)) if kata.strip() else queryset

    def peringkat(self, cocok: QuerySet[Any]) -> QuerySet[Any]:
        return cocok
