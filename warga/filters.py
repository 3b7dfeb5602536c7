"""Filters of the lists of places."""

import django_filters
from django import forms
from django.db.models import QuerySet

from warga.models import Kampung


class KampungFilter(django_filters.FilterSet):
    """Search by name, other writing or code; spaces and case do not matter."""

    cari = django_filters.CharFilter(
        label="Cari kampung",
        method="cari_nama",
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    class Meta:
        model = Kampung
        fields: list[str] = []

    def cari_nama(self, queryset: QuerySet[Kampung], name: str, value: str) -> QuerySet[Kampung]:
        return queryset.filter(pk__in=Kampung.objects.cari(value))
