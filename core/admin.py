"""The admin of the machinery: background tasks (read, try again) and days off."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from core.admin_dasar import AdminDasar
from core.antrean import ulangi
from core.models import HariLibur, Tugas


@admin.register(Tugas)
class TugasAdmin(AdminDasar):
    """Tasks can be looked at and tried again.

    Arguments may be personal, keys name what a task is about, and a finished one tells that
    something came in: none of that is for everybody at the kecamatan.
    """

    list_display = ["fungsi", "status", "percobaan", "siap_pada", "selesai_pada"]
    list_filter = ["status", "fungsi"]
    exclude = ["argumen", "kunci"]
    readonly_fields = ["fungsi", "status", "percobaan", "siap_pada", "dibuat"]
    readonly_fields += ["selesai_pada", "galat"]
    actions = ["coba_lagi"]
    ordering = ["-pk"]
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tugas]:
        return super().get_queryset(request).exclude(status=Tugas.Status.SELESAI)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Tugas | None = None) -> bool:
        return False

    @admin.action(description="Coba lagi tugas yang gagal", permissions=["change"])
    def coba_lagi(self, request: HttpRequest, queryset: QuerySet[Tugas]) -> None:
        jumlah = sum(ulangi(tugas) for tugas in queryset)
        if jumlah:
            messages.success(request, f"{jumlah} tugas akan dicoba lagi.")
        else:
            messages.warning(request, "Tidak ada yang dicoba lagi: hanya tugas gagal yang bisa.")


@admin.register(HariLibur)
class HariLiburAdmin(AdminDasar):
    """Days off. A cancelled day is switched off, not deleted, or loading brings it back."""

    list_display = ["tanggal", "nama", "jenis", "berlaku"]
    list_filter = ["jenis", "berlaku"]
    date_hierarchy = "tanggal"
    fields = ["tanggal", "nama", "jenis", "berlaku"]

    def has_delete_permission(self, request: HttpRequest, obj: HariLibur | None = None) -> bool:
        return obj is not None and not obj.dari_pustaka and self.has_change_permission(request)
