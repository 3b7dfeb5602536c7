"""The admin of the machinery: background tasks (read, try again) and days off."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from core.admin_dasar import AdminDasar
from core.antrean.tugas import AWALAN_BERKALA, SURAT, ulangi
from core.models import HariLibur, Tugas
from core.waktu import hari_ini

# The first line of a traceback that is not indented begins with the class of the error.
_JENIS_GALAT = re.compile(r"^(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)(?=:|$)", re.MULTILINE)


@admin.register(Tugas)
class TugasAdmin(AdminDasar):
    """Tasks that failed for good can be tried again.

    The list shows only the kind of each error. Arguments and keys name things, errors quote
    addresses, and even a waiting task tells that something came in, so nobody at the desk reads
    them. The log of the worker holds the whole error.
    """

    list_display = ["apa", "percobaan", "selesai_pada"]
    fields = ["apa", "percobaan", "selesai_pada", "sebab"]
    readonly_fields = ["apa", "percobaan", "selesai_pada", "sebab"]
    actions = ["coba_lagi"]
    ordering = ["-pk"]
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tugas]:
        return super().get_queryset(request).filter(status=Tugas.Status.GAGAL)

    @admin.display(description="pekerjaan")
    def apa(self, tugas: Tugas) -> str:
        if tugas.fungsi == SURAT:
            return "Surat keluar"
        if tugas.kunci.startswith(AWALAN_BERKALA):
            return f"Pekerjaan berkala {tugas.fungsi}"
        return "Pekerjaan latar"

    @admin.display(description="sebab")
    def sebab(self, tugas: Tugas) -> str:
        """Return the kind of error alone: "SMTPRecipientsRefused", without the person it was
        for."""
        akhir = tugas.galat.rpartition("Traceback (most recent call last):\n")[2]
        cocok = _JENIS_GALAT.search(akhir)
        return cocok[1] if cocok else "Pekerja berhenti mendadak"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Tugas | None = None) -> bool:
        return False

    @admin.action(description="Coba lagi pekerjaan yang gagal", permissions=["change"])
    def coba_lagi(self, request: HttpRequest, queryset: QuerySet[Tugas]) -> None:
        jumlah = sum(ulangi(tugas) for tugas in queryset)
        if jumlah:
            messages.success(request, f"{jumlah} pekerjaan akan dicoba lagi.")
        else:
            messages.warning(request, "Tidak ada yang dicoba lagi: hanya yang gagal bisa.")


class TahunFilter(admin.SimpleListFilter):
    """One year of days off; this year, unless another one or all are asked for."""

    title, parameter_name = "tahun", "tahun"
    SEMUA = "semua"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        tahun = {str(hari.year) for hari in HariLibur.objects.dates("tanggal", "year")}
        return [(satu, satu) for satu in sorted(tahun | {self._kini()})]

    def choices(self, changelist: Any) -> Iterator[Any]:
        semua = {"query_string": changelist.get_query_string({"tahun": self.SEMUA})}
        yield semua | {"selected": self.value() == self.SEMUA, "display": "Semua"}
        for tahun, kata in self.lookup_choices:
            alamat = changelist.get_query_string({"tahun": str(tahun)})
            yield {
                "selected": str(tahun) == (self.value() or self._kini()),
                "query_string": alamat,
                "display": kata,
            }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        tahun = self.value() or self._kini()
        if tahun not in [str(satu) for satu, _ in self.lookup_choices]:
            return queryset
        return queryset.filter(tanggal__year=int(tahun))

    @staticmethod
    def _kini() -> str:
        return str(hari_ini().year)


@admin.register(HariLibur)
class HariLiburAdmin(AdminDasar):
    """Days off. A cancelled day is switched off and not deleted: loading would bring it back."""

    list_display = ["tanggal", "nama", "jenis", "berlaku"]
    list_filter = [TahunFilter, "jenis", "berlaku"]
    fields = ["tanggal", "nama", "jenis", "berlaku"]

    def has_delete_permission(self, request: HttpRequest, obj: HariLibur | None = None) -> bool:
        return obj is not None and not obj.dari_pustaka and self.has_change_permission(request)
