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
    """A ModelAdmin whose list is never filtered by what points to its rows.

    Django allows `?kiriman=7` on any list: it would tell which account sent a kiriman, or
    which project a closed one speaks of, to people who may not read that.
    """

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        try:
            bidang: Any = self.opts.get_field(lookup.split("__")[0])
        except FieldDoesNotExist:
            bidang = None
        if isinstance(bidang, ForeignObjectRel):
            return False
        return bool(super().lookup_allowed(lookup, value, request))

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
