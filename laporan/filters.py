"""Filters of the public lists of reports, of lessons, and of notes of the BPK Kampung."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import Form, HiddenInput

from core.cari.kueri import Lain
from core.cari.saring import CariFilterSet
from core.formulir.forms import BentukMixin
from laporan.enums import Penilaian
from laporan.models import CatatanPengawasan, CekWarga, Evaluasi, LaporanKemajuan
from proyek.models import Bidang, Kegiatan, Proyek
from warga.models import Kampung


class LaporanFilter(CariFilterSet):
    """Search and filters of /laporan/. A card names its project and that kampung."""

    satuan = "laporan"
    lain = (Lain(Proyek.objects.all, "pk", "proyek"),)

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
    kendala = django_filters.ChoiceFilter(
        field_name="ada_kendala",
        choices=[("ya", "Ada kendala"), ("tidak", "Tidak ada kendala")],
        method="ya_tidak",
        empty_label="Semua",
        label="Kendala",
    )
    macet = django_filters.ChoiceFilter(
        field_name="tanpa_kemajuan",
        choices=[("ya", "Tidak ada kemajuan"), ("tidak", "Ada kemajuan")],
        method="ya_tidak",
        empty_label="Semua",
        label="Kemajuan",
    )

    class Meta:
        model = LaporanKemajuan
        fields: list[str] = []

    def ya_tidak(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset.filter(**{name: value == "ya"})


def kegiatan_berpelajaran(request: Any) -> QuerySet[Kegiatan]:
    """Return the kegiatan of works that taught something; one query, when it is read."""
    ada = Evaluasi.objects.terbaca().values("proyek__kegiatan")
    return Kegiatan.objects.filter(pk__in=ada)


class PelajaranFilter(django_filters.FilterSet):
    """The choice of /laporan/pelajaran/."""

    kegiatan = django_filters.ModelChoiceFilter(
        field_name="proyek__kegiatan",
        queryset=kegiatan_berpelajaran,
        to_field_name="kode",
        empty_label="Semua kegiatan",
        label="Kegiatan",
    )

    class Meta:
        model = Evaluasi
        fields: list[str] = []

    def get_form_class(self) -> type[Form]:
        return type("PelajaranForm", (BentukMixin, super().get_form_class()), {})


class CekFilter(django_filters.FilterSet):
    """The choice of the checks of a project."""

    penilaian = django_filters.ChoiceFilter(
        choices=Penilaian.choices, empty_label="Semua penilaian", label="Penilaian"
    )

    class Meta:
        model = CekWarga
        fields: list[str] = []

    def get_form_class(self) -> type[Form]:
        return type("SaringCekForm", (BentukMixin, super().get_form_class()), {})


class CatatanFilter(django_filters.FilterSet):
    """The choice of /laporan/catatan/. `proyek` comes with a link, by its number."""

    kampung = django_filters.ModelChoiceFilter(
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        empty_label="Semua kampung",
        label="Kampung",
    )
    keadaan = django_filters.ChoiceFilter(
        choices=[
            ("menunggu", "Menunggu tanggapan"),
            ("terlambat", "Tanggapannya terlambat"),
            ("ditanggapi", "Sudah ditanggapi"),
        ],
        method="saring_keadaan",
        empty_label="Semua",
        label="Tanggapan",
    )
    proyek = django_filters.ModelChoiceFilter(
        queryset=Proyek.objects.berlaku(), to_field_name="nomor", widget=HiddenInput
    )

    class Meta:
        model = CatatanPengawasan
        fields: list[str] = []

    def saring_keadaan(self, queryset: Any, name: str, value: str) -> QuerySet[Any]:
        if value == "ditanggapi":
            return queryset.umum().filter(ditanggapi_pada__isnull=False)
        return queryset.terlambat() if value == "terlambat" else queryset.ditunggu()

    def get_form_class(self) -> type[Form]:
        return type("CatatanForm", (BentukMixin, super().get_form_class()), {})
