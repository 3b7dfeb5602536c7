"""What the public list of reports can be narrowed by."""

import django_filters

from core.saring import CariFilterSet
from laporan.models import LaporanKemajuan
from proyek.models import Bidang
from warga.models import Kampung


class LaporanFilter(CariFilterSet):
    """Search and filters of /laporan/."""

    kampung = django_filters.ModelChoiceFilter(
        field_name="proyek__kampung",
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        empty_label="Semua kampung",
        label="Kampung",
    )
    bidang = django_filters.ModelChoiceFilter(
        field_name="proyek__kegiatan__sub_bidang__bidang",
        queryset=Bidang.objects.all(),
        to_field_name="kode",
        empty_label="Semua bidang",
        label="Bidang",
    )
    kendala = django_filters.TypedChoiceFilter(
        field_name="ada_kendala",
        choices=[("ya", "Ada kendala"), ("tidak", "Tidak ada kendala")],
        coerce=lambda nilai: nilai == "ya",
        empty_label="Semua",
        label="Kendala",
    )
    kemajuan = django_filters.TypedChoiceFilter(
        field_name="tanpa_kemajuan",
        choices=[("tidak", "Tidak ada kemajuan"), ("ya", "Ada kemajuan")],
        coerce=lambda nilai: nilai == "tidak",
        empty_label="Semua",
        label="Kemajuan",
    )

    class Meta:
        model = LaporanKemajuan
        fields: list[str] = []
