"""Search and filters of the news."""

import django_filters

from core.cari.saring import CariFilterSet
from kabar.enums import Jenis
from kabar.models import Kabar
from warga.models import Kampung


class KabarFilter(CariFilterSet):
    """By kampung and kind; news of the whole kecamatan has no kampung."""

    satuan = "kabar"

    kampung = django_filters.ModelChoiceFilter(
        label="Kampung",
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        empty_label="Semua kampung",
        null_label="Seluruh kecamatan",
    )
    jenis = django_filters.ChoiceFilter(label="Jenis", choices=Jenis.choices, empty_label="Semua")

    class Meta:
        model = Kabar
        fields: list[str] = []
