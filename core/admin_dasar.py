"""The base of every list in the admin: what it must not tell, and how it answers nonsense."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import ForeignObjectRel, QuerySet
from django.http import HttpRequest, HttpResponse

from core.cari.kueri import Lain, cari

BUKAN_BARIS = (
    "Pilihan barisnya tidak dikenali, jadi tidak ada yang diubah. Muat ulang halaman ini, "
    "lalu centang barisnya sekali lagi."
)


class AdminDasar(admin.ModelAdmin):
    """A ModelAdmin whose list is filtered by nothing that it does not show.

    Django allows `?kiriman=7` and `?penulis=7` on any list: it would tell which account sent a
    kiriman or wrote a check, and when, to people who may not read that. So neither what points to
    its rows nor a column that stands on no page of it is a filter.
    """

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        awal = lookup.split("__")[0]
        try:
            bidang: Any = self.opts.get_field(awal)
        except FieldDoesNotExist:
            bidang = None
        if isinstance(bidang, ForeignObjectRel) or (bidang and not self._tampil(bidang)):
            return False
        return bool(super().lookup_allowed(lookup, value, request))

    def _tampil(self, bidang: Any) -> bool:
        """Return whether the list, its filters or the page of a row show this column."""
        saringan = [satu.split("__")[0] for satu in self.list_filter if isinstance(satu, str)]
        tampil = {*self.list_display, *saringan, *(self.fields or ())}
        return bool(bidang.primary_key) or bidang.name in tampil

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Return the list; a year that no calendar holds counts as a wrong choice: all rows are
        shown."""
        try:
            return super().get_changelist_instance(request)
        except OverflowError as galat:
            raise IncorrectLookupParameters from galat

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Run an action on the ticked rows. Django's own method breaks on a row that is no
        number."""
        if all(map(self._kunci, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            return super().response_action(request, queryset)
        messages.warning(request, BUKAN_BARIS)
        return None

    def _kunci(self, nilai: str) -> bool:
        """Return whether `nilai` could be the key of a row."""
        try:
            self.opts.pk.run_validators(self.opts.pk.to_python(nilai))
        except ValidationError:
            return False
        return True


class CariAdmin(AdminDasar):
    """A list that is searched as the public lists are; `lain` as for `core.cari.kueri.cari`. One
    that names other `search_fields` is searched by Django."""

    search_fields: ClassVar[tuple[str, ...]] = ("vektor",)  # shows the box; see get_search_results
    lain: ClassVar[Sequence[Lain]] = ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term.strip():
            return queryset, False
        if "vektor" not in self.search_fields:  # few rows, without a column of words
            return super().get_search_results(request, queryset, search_term.replace("\x00", " "))
        calon = cari(queryset.order_by(), search_term.replace("\x00", " "), lain=self.lain)
        return queryset.filter(pk__in=[baris["pk"] for baris in calon.values("pk")]), False
