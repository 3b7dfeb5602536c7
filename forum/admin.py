"""The forum in the admin: rooms are edited, texts are moderated."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from core.admin_dasar import AdminDasar
from core.moderasi.admin import ModerasiAdmin, dengan_loloskan
from forum.models import Balasan, Ruang, Topik
from forum.services import loloskan


@admin.register(Ruang)
class RuangAdmin(AdminDasar):
    """Rooms of the forum."""

    list_display = ("nama", "slug", "urutan")
    fields = ("nama", "slug", "uraian", "urutan")
    prepopulated_fields: ClassVar = {"slug": ("nama",)}


class TulisanAdmin(ModerasiAdmin):
    """The common part of topics and replies: held ones come first to the eye."""

    izin = "forum.moderasi"
    tindakan: ClassVar = dengan_loloskan(loloskan)
    list_filter: ClassVar[list[Any]] = ["ditahan", "disembunyikan"]
    ordering = ("-dibuat", "-pk")
    lihat: ClassVar[list[str]] = ["isi", "penulis", "dibuat", "ditahan", "disembunyikan"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*self.lihat, "alasan_sembunyi", "disembunyikan_pada", "riwayat"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.get_fields(request, obj)


@admin.register(Topik)
class TopikAdmin(TulisanAdmin):
    """Topics."""

    list_display = ("judul", "ruang", "penulis", "dibuat", "ditahan", "disembunyikan")
    list_filter: ClassVar[list[Any]] = ["ditahan", "disembunyikan", "ruang"]
    list_select_related = ("ruang", "penulis")
    lihat: ClassVar[list[str]] = ["judul", "ruang", *TulisanAdmin.lihat]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topik]:
        return super().get_queryset(request).select_related("ruang")


@admin.register(Balasan)
class BalasanAdmin(TulisanAdmin):
    """Replies."""

    list_display = ("ringkas", "topik", "penulis", "dibuat", "ditahan", "disembunyikan")
    list_select_related = ("topik__ruang", "penulis")
    lihat: ClassVar[list[str]] = ["topik", *TulisanAdmin.lihat]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Balasan]:
        return super().get_queryset(request).select_related("topik__ruang")

    @admin.display(description="isi")
    def ringkas(self, balasan: Balasan) -> str:
        return balasan.isi[:80]
