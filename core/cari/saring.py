"""The filter of a list: a search box first, other filters after it, and what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.forms import Form
from django.utils.http import urlencode

from core.cari.kueri import HASIL_TERBANYAK, Lain, Pencarian
from core.formulir.forms import BentukMixin


@dataclass(frozen=True)
class Temuan:
    """How many rows were found, counted up to HASIL_TERBANYAK, and what they are called."""

    banyak: int
    satuan: str

    def __str__(self) -> str:
        """Return the sentence that stands above the list and is read out."""
        kalimat = f"{self.jumlah} ditemukan." if self.banyak else f"{self.jumlah} yang cocok."
        return kalimat[0].upper() + kalimat[1:]

    @property
    def jumlah(self) -> str:
        """Return the number with what is counted: "2 aspirasi", "lebih dari 200 aspirasi"."""
        if self.banyak > HASIL_TERBANYAK:
            return f"lebih dari {HASIL_TERBANYAK} {self.satuan}"
        return f"{self.banyak or 'tidak ada'} {self.satuan}"


def hitung(queryset: QuerySet[Any], satuan: str) -> Temuan:
    """Count the rows of `queryset`; one query, which stops at the first row too many."""
    return Temuan(queryset.order_by().values("pk")[: HASIL_TERBANYAK + 1].count(), satuan)


class CariFilterSet(django_filters.FilterSet):
    """FilterSet whose first field `cari` searches the column `vektor`.

    The search comes last, because its result is ranked and sliced. A field that cannot be read
    (NUL, an unknown choice) is left out and says why; the other fields still work.
    """

    # Fields that have links of their own on the page: choosing one unfolds nothing.
    bertautan: ClassVar[tuple[str, ...]] = ()
    # Fields that only order the list.
    pengurut: ClassVar[tuple[str, ...]] = ()
    # The rows are called so; the words of these tables stand on their pages, too.
    satuan: ClassVar[str] = "hasil"
    lain: ClassVar[Sequence[Lain]] = ()

    cari = django_filters.CharFilter(label="Cari", method="tunda")

    @property
    def terbuka(self) -> bool:
        """Return whether the folded fields stand open, because one of them was chosen."""
        return bool(set(self._dipilih) - {"cari", *self.bertautan})

    # The query of the address of the whole list.
    tanpa_bawaan: str = ""

    @property
    def bercari(self) -> bool:
        """Return whether the list is searched by words."""
        return "cari" in self.filters

    @property
    def temuan(self) -> Temuan | None:
        """Return how many were found; None where nothing was asked for."""
        return self._temuan if set(self._dipilih) - set(self.pengurut) else None

    @property
    def tanpa_pilihan(self) -> Temuan | None:
        """Return what the words alone find, where they and the other choices find nothing; None
        where that is nothing, too."""
        lain = set(self._dipilih) - {"cari", *self.pengurut}
        if not lain or self.temuan is None or self.temuan.banyak:
            return None
        semua = hitung(self.cocok(self._semua, self.kata), self.satuan)
        return semua if semua.banyak else None

    @property
    def kata_saja(self) -> str:
        """Return the query of the address that keeps the words and drops every other choice."""
        return f"?{urlencode({'cari': self.kata})}" if self.kata else ""

    def tunda(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        self._semua = queryset
        self._cocok = self.cocok(self.saring(queryset), self.kata)
        return self.peringkat(self._cocok)

    def saring(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows that fit every choice but the words."""
        return super().filter_queryset(queryset)

    def cocok(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """Return the rows that fit the words, all of them without any."""
        return self._pencarian.cocok(queryset) if kata.strip() else queryset

    def peringkat(self, cocok: QuerySet[Any]) -> QuerySet[Any]:
        """Return found rows as they are shown: ranked where words were searched for."""
        return self._pencarian.peringkat(cocok) if self.kata.strip() else cocok

    @property
    def semua_cocok(self) -> QuerySet[Any]:
        """Return all found rows, neither ranked nor cut."""
        self.qs  # noqa: B018 - it filters when it is first read
        return self._cocok

    @property
    def kata(self) -> str:
        """Return the words that are searched for, "" without any."""
        if not self.is_bound:
            return ""
        self.form.is_valid()  # cleaned_data holds the readable fields, whatever else is wrong
        return self.form.cleaned_data.get("cari") or ""

    @cached_property
    def _pencarian(self) -> Pencarian:
        return Pencarian(self.kata, self.lain)

    @cached_property
    def _temuan(self) -> Temuan:
        return hitung(self.semua_cocok, self.satuan)

    @property
    def _dipilih(self) -> list[str]:
        return self.form.changed_data if self.is_bound else []

    def get_form_class(self) -> type[Form]:
        return type("SaringForm", (BentukMixin, super().get_form_class()), {})
