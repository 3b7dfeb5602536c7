"""What every list of the admin keeps to itself."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignObjectRel
from django.http import HttpRequest


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
