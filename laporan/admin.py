"""The kecamatan reads reports in the admin; they are written on the pages of the portal."""

from typing import Any

from django.contrib import admin

from core.admin_dasar import CariAdmin
from laporan.filters import LaporanFilter
from laporan.models import LaporanKemajuan


@admin.register(LaporanKemajuan)
class LaporanKemajuanAdmin(CariAdmin):
    """Read only: a published report is corrected by a new one."""

    list_display = ["nomor", "proyek", "periode", "revisi", "persen", "status"]
    list_filter = ["status", "proyek__kampung"]
    list_select_related = ["proyek"]
    lain = LaporanFilter.lain
    fields = [
        "proyek",
        "periode",
        "persen",
        "narasi",
        "ada_kendala",
        "kendala",
        "rencana_tindak_lanjut",
        "tanpa_kemajuan",
        "alasan_tanpa_kemajuan",
        "alasan_turun",
        "alasan_perbaikan",
        "belanja_menyusul",
    ]

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False
