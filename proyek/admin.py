"""Reference codes are edited here; projects, money and decisions are only read."""

from typing import Any

from django.contrib import admin

from core.admin_dasar import AdminDasar
from proyek.models import Bidang, Kegiatan, Keputusan, Pendanaan, Proyek, SubBidang


@admin.register(Bidang)
class BidangAdmin(AdminDasar):
    """The five fields of the village budget."""

    list_display = ["kode", "nama"]


@admin.register(SubBidang)
class SubBidangAdmin(AdminDasar):
    """Sub-fields of the village budget."""

    list_display = ["kode", "nama", "bidang"]
    list_filter = ["bidang"]
    list_select_related = ["bidang"]
    search_fields = ["kode", "nama"]


@admin.register(Kegiatan)
class KegiatanAdmin(AdminDasar):
    """Activities; the kabupaten adds its own codes (x.x.90 and up)."""

    list_display = ["kode", "nama", "sub_bidang"]
    list_filter = ["sub_bidang__bidang"]
    list_select_related = ["sub_bidang"]
    search_fields = ["kode", "nama"]


class PendanaanInline(admin.TabularInline):
    """Money by source, read only."""

    model = Pendanaan
    extra = 0


@admin.register(Proyek)
class ProyekAdmin(AdminDasar):
    """Read only: projects are opened and moved on the pages of the portal."""

    list_display = ["nomor", "judul", "kampung", "tahap", "dibuat"]
    list_filter = ["tahap", "kampung"]
    list_select_related = ["kampung"]
    search_fields = ["nomor", "judul"]
    inlines = [PendanaanInline]
    exclude = ["vektor", "kunci_sekali"]

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Keputusan)
class KeputusanAdmin(AdminDasar):
    """Read only: a decision is never changed, another one is entered."""

    list_display = ["nomor", "judul", "kampung", "tanggal_surat"]
    list_filter = ["dasar", "kampung"]
    list_select_related = ["kampung"]
    search_fields = ["nomor", "judul", "nomor_surat"]
    exclude = ["vektor", "kunci_sekali"]

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False
