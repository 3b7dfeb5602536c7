"""Reference codes are edited here; projects, money and decisions are only read."""

from typing import Any, ClassVar

import rules
from django.contrib import admin
from django.http import HttpRequest

from core.admin_dasar import AdminDasar, CariAdmin
from core.moderasi.admin import ModerasiAdmin, dengan_loloskan
from core.templatetags.bentuk import rupiah
from proyek.filters import KeputusanFilter, ProyekFilter
from proyek.forms.acuan import KegiatanForm
from proyek.models import (
    Bidang,
    JawabanFungsi,
    Kegiatan,
    Keputusan,
    Pendanaan,
    Proyek,
    SubBidang,
    TujuanDesa,
)
from proyek.services.fungsi import loloskan_kata


@admin.register(Bidang)
class BidangAdmin(AdminDasar):
    """The five fields of the village budget."""

    list_display = ["kode", "nama"]
    fields = ["kode", "nama"]


@admin.register(SubBidang)
class SubBidangAdmin(AdminDasar):
    """Sub-fields of the village budget."""

    list_display = ["kode", "nama", "bidang"]
    fields = ["bidang", "kode", "nama"]
    list_filter = ["bidang"]
    list_select_related = ["bidang"]
    search_fields = ["kode", "nama"]


@admin.register(Kegiatan)
class KegiatanAdmin(AdminDasar):
    """Activities. Staf add and correct the codes of the kabupaten (90 to 99), admins all."""

    form = KegiatanForm
    list_display = ["kode", "nama", "sub_bidang", "keadaan"]
    fields = ["sub_bidang", "kode", "nama", "nama_resmi", "kata_lain", "dasar", "hal_lingkungan"]
    list_filter = ["sub_bidang__bidang"]
    list_select_related = ["sub_bidang"]
    search_fields = ["kode", "nama", "nama_resmi", "kata_lain"]

    @admin.display(description="keadaan")
    def keadaan(self, kegiatan: Kegiatan) -> str:
        return "belum dipastikan" if kegiatan.belum_dipastikan else ""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return rules.has_perm("proyek.change_kegiatan", request.user, obj)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Return the form, which knows whether this person may give codes of the national list."""
        dasar = super().get_form(request, *args, **kwargs)
        semua = rules.has_perm("proyek.change_subbidang", request.user)
        return type(dasar.__name__, (dasar,), {"semua_kode": semua})


@admin.register(TujuanDesa)
class TujuanDesaAdmin(AdminDasar):
    """The goals of the SDGs Desa."""

    list_display = ["nomor", "nama", "berlaku"]
    fields = ["nomor", "nama", "berlaku", "hal_lingkungan"]


@admin.register(JawabanFungsi)
class JawabanFungsiAdmin(ModerasiAdmin):
    """Answers whether works still serve: words are let through or hidden, never changed."""

    izin = "proyek.moderasi"
    search_fields = ("proyek__nomor", "kata")
    tindakan: ClassVar = dengan_loloskan(loloskan_kata)
    list_display = ("proyek", "tahun", "keadaan", "kata", "dari", "ditahan", "disembunyikan")
    list_filter = ("ditahan", "disembunyikan", "dari")
    list_select_related = ("proyek",)
    fields = (
        *("proyek", "tahun", "dari", "penulis", "keadaan", "kata", "dibuat", "ditahan"),
        *("disembunyikan", "alasan_sembunyi", "disembunyikan_pada", "riwayat"),
    )
    readonly_fields = fields


class PendanaanInline(admin.TabularInline):
    """Money by source, read only."""

    model = Pendanaan
    fields = ["sumber", "tahun", "anggaran"]
    readonly_fields = ["anggaran"]
    extra = 0

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("jumlah")

    @admin.display(description="anggaran")
    def anggaran(self, pendanaan: Pendanaan) -> str:
        return rupiah(pendanaan.pagu)


@admin.register(Proyek)
class ProyekAdmin(CariAdmin):
    """Read only: projects are opened and moved on the pages of the portal."""

    list_display = ["nomor", "judul", "kampung", "tahap", "dibuat"]
    list_filter = ["tahap", "kampung"]
    list_select_related = ["kampung"]
    lain = ProyekFilter.lain
    inlines = [PendanaanInline]
    fields = [
        "judul",
        "uraian",
        "tujuan",
        "pemilik",
        "kampung",
        "kegiatan",
        "jenis",
        "volume",
        "satuan",
        "sasaran",
        "lokasi",
        "lintang",
        "bujur",
        "mulai_rencana",
        "selesai_rencana",
        "pola",
        "pelaksana",
        "frekuensi_laporan",
        "kampung_lain",
    ]

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Keputusan)
class KeputusanAdmin(CariAdmin):
    """Read only: a decision is never changed, another one is entered."""

    list_display = ["nomor", "judul", "kampung", "tanggal_surat", "pencatat", "umum"]
    list_filter = ["dasar", "pencatat", "umum", "kampung"]
    list_select_related = ["kampung"]
    lain = KeputusanFilter.lain
    fields = [
        "kampung",
        "proyek",
        "ke_tahap",
        "judul",
        "isi",
        "alasan",
        "dasar",
        "nomor_surat",
        "tanggal_surat",
        "ditetapkan_jabatan",
        "ditetapkan_nama",
        "berlaku_mulai",
    ]

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False
