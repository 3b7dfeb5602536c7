"""The log of security events in the admin. Admins alone read it, and nobody changes it."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from core.admin_dasar import AdminDasar
from core.models import KejadianKeamanan
from warga.forms.isian import baca_kontak
from warga.models import Pengguna

TAK_DIKENAL = "tidak diketahui"


@admin.register(KejadianKeamanan)
class KejadianKeamananAdmin(AdminDasar):
    """Events by kind, by day, and by account (its name, its number, or its exact contact)."""

    list_display = ("waktu", "kejadian", "akun", "peran", "oleh", "tempat")
    fields = list_display
    readonly_fields = list_display
    list_display_links = None
    list_filter = ("kejadian",)
    date_hierarchy = "waktu"
    ordering = ("-pk",)
    list_per_page = 100
    show_full_result_count = False
    search_fields = ("akun_id",)
    search_help_text = "Nama, e-mail, atau nomor HP pemilik akun."

    def get_queryset(self, request: HttpRequest) -> QuerySet[KejadianKeamanan]:
        nama = {
            f"nama_{siapa}": Subquery(
                Pengguna.objects.filter(pk=OuterRef(f"{siapa}_id")).values("nama")[:1]
            )
            for siapa in ("akun", "oleh")
        }
        return super().get_queryset(request).annotate(**nama)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        kata = search_term.strip()
        if not kata:
            return queryset, False
        orang = Pengguna.objects.filter(Q(nama__icontains=kata) | _kontak(kata)).values("pk")
        return queryset.filter(Q(akun_id__in=orang) | Q(oleh_id__in=orang)), False

    @admin.display(description="akun")
    def akun(self, kejadian: Any) -> str:
        return kejadian.nama_akun or TAK_DIKENAL

    @admin.display(description="oleh")
    def oleh(self, kejadian: Any) -> str:
        return kejadian.nama_oleh or ""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _kontak(kata: str) -> Q:
    """Return the condition of the account with this contact, however it is written."""
    try:
        kontak = baca_kontak(kata)
    except ValidationError:
        return Q(pk=None)
    return Q(email__iexact=kontak) if "@" in kontak else Q(telepon=kontak)
