"""The kecamatan reads reports in the admin; they are written on the pages of the portal."""

from dataclasses import replace
from typing import Any, ClassVar

from django.contrib import admin
from django.utils.html import format_html_join

from core.admin_dasar import CariAdmin
from core.jejak.baca import untuk_admin
from core.laku import Oleh
from core.moderasi.admin import ModerasiAdmin, dengan_loloskan
from core.templatetags.bentuk import hari_tanggal
from laporan.enums import AlasanCek
from laporan.filters import LaporanFilter
from laporan.models import CekWarga, LaporanKemajuan
from laporan.services.cek_baca import loloskan_cek


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


@admin.register(CekWarga)
class CekAdmin(ModerasiAdmin):
    """Checks of residents: read, let through, hidden. Nobody reads here who wrote one, or on which
    day."""

    izin = "laporan.moderasi_cek"
    search_fields = ("proyek__nomor", "isi_publik")
    tindakan: ClassVar = dengan_loloskan(loloskan_cek) | {
        "sembunyikan": replace(
            ModerasiAdmin.tindakan["sembunyikan"], pilihan=tuple(AlasanCek.labels)
        )
    }
    list_display = (
        "proyek",
        "penilaian",
        "isi_publik",
        "pekan",
        "dari",
        "ditahan",
        "disembunyikan",
    )
    list_filter = ("ditahan", "disembunyikan", "penilaian", "dari")
    list_select_related = ("proyek",)
    fields = (
        *("proyek", "laporan", "penilaian", "dari", "isi", "isi_publik", "pekan", "ditahan"),
        *("disembunyikan", "alasan_sembunyi", "riwayat"),
    )
    readonly_fields = fields

    @admin.display(description="minggu")
    def pekan(self, cek: CekWarga) -> str:
        return cek.kata_minggu

    @admin.display(description="riwayat")
    def riwayat(self, objek: Any) -> str:
        """Return the trail: the acts of officials with their names and days, those of the sender
        without."""
        milik = [(j, oleh, objek.laku[j.aksi]) for j, oleh in untuk_admin(objek)]
        baris = (
            ("", laku.kata, "pengirim", "")
            if laku.oleh is Oleh.PENGIRIM
            else (f"{hari_tanggal(j.waktu)}: ", laku.kata, oleh, j.isi.alasan)
            for j, oleh, laku in milik
        )
        return format_html_join("", "<p>{}{}, oleh {}. {}</p>", baris)
