"""The filter of a public list: a search box first, other filters after it."""

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.forms import Form

from core.cari.kueri import cari
from core.formulir.forms import BentukMixin


class CariFilterSet(django_filters.FilterSet):
    """FilterSet whose first field `cari` searches the column `vektor`.

    The search comes last, because its result is ranked and sliced. A field that cannot be read
    (NUL, an unknown choice) is left out and says why; the other fields still work.
    """

    # Fields that have links of their own on the page: choosing one unfolds nothing.
    bertautan: ClassVar[tuple[str, ...]] = ()

    cari = django_filters.CharFilter(label="Cari", method="tunda")

    @property
    def terbuka(self) -> bool:
        """Return whether the folded fields stand open, because one of them was chosen."""
        if not self.is_bound:
            return False
        return bool(set(self.form.changed_data) - {"cari", *self.bertautan})

    def tunda(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        tersaring = super().filter_queryset(queryset)
        return cari(tersaring, self.form.cleaned_data.get("cari") or "")

    def get_form_class(self) -> type[Form]:
        return type("SaringForm", (BentukMixin, super().get_form_class()), {})
