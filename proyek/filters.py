"""Filters of the public lists of projects and decisions."""

import re
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet

from core.cari.kolom import vektor_kampung
from core.cari.kueri import Lain, mirip
from core.cari.saring import CariFilterSet
from core.cari.tahun import tahun_angka, tahun_tanggal
from proyek.enums import Dasar, SumberDana, Tahap
from proyek.models import Bidang, Kegiatan, Keputusan, Pendanaan, Proyek
from warga.models import Kampung

NOMOR_SURAT = re.compile(r"\d\s*/|/\s*\d")
TERBARU = ("-dibuat", "-pk")
# Key → (word, order of the list).
URUTAN: dict[str, tuple[str, tuple[str, str]]] = {
    "terlama": ("Terlama dulu", ("dibuat", "pk")),
    "nama": ("Menurut nama", ("judul", "pk")),
}


def tahun_anggaran() -> list[tuple[int, str]]:
    """Return the budget years that some project has, the newest first, in one query."""
    return [(tahun, str(tahun)) for tahun in tahun_angka(Pendanaan.objects.all(), "tahun")]


def tahun_surat() -> list[tuple[int, str]]:
    """Return the years of the letters of all decisions, the newest first, in one query."""
    ada = tahun_tanggal(Keputusan.objects.terbit(), "tanggal_surat")
    return [(tahun, str(tahun)) for tahun in ada]


def _kampung_lain() -> QuerySet[Any]:
    """Return which other kampung share which project, found by every name of the kampung."""
    semua: QuerySet[Any] = Proyek.kampung_lain.through.objects.all()
    return semua.annotate(vektor=vektor_kampung("kampung"))


class ProyekFilter(CariFilterSet):
    """Search and filters of /proyek/. Its sources of money, its kegiatan and the other kampung that
    share it stand on the page of a project."""

    satuan = "proyek"
    pengurut = ("urut",)
    lain = (
        Lain(Pendanaan.objects.all, "proyek", sedikit=True),
        Lain(Kegiatan.objects.all, "pk", "kegiatan"),
        Lain(_kampung_lain, "proyek"),
    )

    kampung = django_filters.ModelChoiceFilter(
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        method="saring_kampung",
        label="Kampung",
        empty_label="Semua kampung",
    )
    bidang = django_filters.ModelChoiceFilter(
        field_name="kegiatan__sub_bidang__bidang",
        queryset=Bidang.objects.all(),
        to_field_name="kode",
        empty_label="Semua bidang",
        label="Bidang",
    )
    tahap = django_filters.ChoiceFilter(choices=Tahap.choices, empty_label="Semua tahap")
    tahun = django_filters.ChoiceFilter(
        choices=tahun_anggaran, method="tunda", label="Tahun anggaran", empty_label="Semua tahun"
    )
    sumber = django_filters.ChoiceFilter(
        choices=SumberDana.choices, method="tunda", label="Sumber dana", empty_label="Semua sumber"
    )
    laporan = django_filters.ChoiceFilter(
        choices=[("terlambat", "Laporan terlambat")],
        method="saring_laporan",
        label="Laporan",
        empty_label="Semua proyek",
    )
    urut = django_filters.ChoiceFilter(
        choices=[(kunci, kata) for kunci, (kata, _) in URUTAN.items()],
        method="tunda",
        label="Urutkan",
        empty_label="Terbaru dulu",
    )

    class Meta:
        model = Proyek
        fields: list[str] = []

    def saring(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        isi = self.form.cleaned_data
        syarat = {nama: isi[nama] for nama in ("tahun", "sumber") if isi.get(nama)}
        if syarat:
            # One source must fit both conditions: Dana Desa of that very year.
            uang = Pendanaan.objects.filter(proyek=OuterRef("pk"), **syarat)
            queryset = queryset.filter(Exists(uang))
        return super().saring(queryset)

    def saring_laporan(self, queryset: Any, name: str, value: str) -> QuerySet[Any]:
        """Return the projects whose report is late."""
        hasil: QuerySet[Any] = queryset.laporan_terlambat()
        return hasil

    def saring_kampung(self, queryset: Any, name: str, value: Kampung) -> QuerySet[Any]:
        """Return the projects of a kampung, and those of others that serve it."""
        hasil: QuerySet[Any] = queryset.untuk_kampung(value)
        return hasil

    @property
    def kampung_dipilih(self) -> Kampung | None:
        """Return the kampung that is asked for."""
        if not self.is_bound:
            return None
        self.form.is_valid()  # cleaned_data holds the readable fields, whatever else is wrong
        return self.form.cleaned_data.get("kampung")

    @property
    def kunci_urut(self) -> tuple[str, str]:
        """Return the keys that order the list."""
        self.form.full_clean()  # cleaned_data holds the readable fields, whatever else is wrong
        pilihan = self.form.cleaned_data.get("urut")
        return URUTAN[pilihan][1] if pilihan else TERBARU


class KeputusanFilter(CariFilterSet):
    """Search and filters of /keputusan/. A card names its project."""

    satuan = "keputusan"
    lain = (Lain(Proyek.objects.all, "pk", "proyek"),)

    kampung = django_filters.ModelChoiceFilter(
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        method="saring_kampung",
        label="Kampung",
        empty_label="Semua kampung",
    )
    dasar = django_filters.ChoiceFilter(choices=Dasar.choices, empty_label="Semua dasar")
    tahun = django_filters.ChoiceFilter(
        choices=tahun_surat,
        field_name="tanggal_surat",
        lookup_expr="year",
        label="Tahun surat",
        empty_label="Semua tahun",
    )

    class Meta:
        model = Keputusan
        fields: list[str] = []

    def saring_kampung(self, queryset: Any, name: str, value: Kampung) -> QuerySet[Any]:
        """Return the decisions of a kampung, and those of others that concern it."""
        hasil: QuerySet[Any] = queryset.milik_kampung(value)
        return hasil

    def cocok(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """Return decisions by the number of their letter (140/12/2026), as it stands; or by
        words."""
        if NOMOR_SURAT.search(kata):
            bernomor = mirip(queryset, kata, "nomor_surat")
            if bernomor.exists():
                return bernomor
        return super().cocok(queryset, kata)
