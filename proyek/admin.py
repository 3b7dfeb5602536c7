"""Reference codes are edited here; projects, money and decisions are only read."""

from typing import Any

from django.contrib import admin

from core.admin_dasar import AdminDasar, CariAdmin
from core.templatetags.bentuk import rupiah
from proyek.filters import KeputusanFilter, ProyekFilter
from proyek.models import Bidang, Kegiatan, Keputusan, Pendanaan, Proyek, SubBidang


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
    """Activities; the kabupaten adds its own codes (x.x.90 and up)."""

    list_display = ["kode", "nama", "sub_bidang"]
    fields = ["sub_bidang", "kode", "nama"]
    list_filter = ["sub_bidang__bidang"]
    list_select_related = ["sub_bidang"]
    search_fields = ["kode", "nama"]


class PendanaanInline(admin.TabularInline):
    """Money by source, read only."""

    model = Pendanaan
    fields = ["sumber", "tahun", "anggaran"]
    readonly_fields = ["anggaran"]
    extra = 0

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

    list_display = ["nomor", "judul", "kampung", "tanggal_surat"]
    list_filter = ["dasar", "kampung"]
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
        "berkas",
    ]

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False
