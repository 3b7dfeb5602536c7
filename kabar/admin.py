"""News in the admin: read, hide with a reason, show again."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from core.moderasi.admin import ModerasiAdmin
from kabar.models import Kabar


@admin.register(Kabar)
class KabarAdmin(ModerasiAdmin):
    """News."""

    izin = "kabar.moderasi"
    list_display = ("judul", "jenis", "kampung", "penulis", "terbit_pada", "disembunyikan")
    list_filter: ClassVar[list[Any]] = ["disembunyikan", "jenis", "kampung"]
    list_select_related = ("kampung", "penulis")
    ordering = ("-terbit_pada", "-pk")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        isi = ["judul", "jenis", "kampung", "isi", "penulis", "terbit_pada"]
        return [*isi, "disembunyikan", "alasan_sembunyi", "disembunyikan_pada", "riwayat"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.get_fields(request, obj)
