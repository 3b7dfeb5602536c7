"""The common parts of the filters of a desk: counting, ordering, and the size of a page."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.http import urlencode

from core.cari.kueri import Pencarian
from core.cari.saring import CariFilterSet, Temuan
from core.templatetags.bentuk import tanggal
from warga.models import Kampung
from warga.rules import adalah_kecamatan

UKURAN = (50, 100)
SEHALAMAN = 20
SEMUA = {"semua": "ya"}  # the list without one's own default filter
Urutan = Mapping[str, tuple[str, tuple[str, ...]]]


def pilih_kampung(**lain: Any) -> django_filters.ModelChoiceFilter:
    """Return the filter of a kampung, which only the kecamatan gets."""
    return django_filters.ModelChoiceFilter(
        label="Kampung",
        queryset=Kampung.objects.order_by("contoh", "nama"),
        to_field_name="slug",
        empty_label="Semua kampung",
        **lain,
    )


class DaftarFilter(CariFilterSet):
    """Filter of a list of a desk. A list names its orders (`URUT`: the name in the address, its
    words, its keys), the first of them unasked; and where its words stand (`kata_di`: the relation
    whose column `vektor` is searched, "" for its own, None for a list without a search).
    """

    URUT: ClassVar[Urutan]
    kata_di: ClassVar[str | None] = None
    pengurut = ("urut", "per")

    urut = django_filters.ChoiceFilter(label="Urutkan", choices=(), method="tunda")
    per = django_filters.ChoiceFilter(label="Sehalaman", choices=(), method="tunda")

    class Meta:
        fields: list[str] = []

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        bawaan, *lain = [(nama, kata) for nama, (kata, _) in self.URUT.items()]
        self._pilihan_dari("urut", bawaan[1], lain)
        sehalaman = [(str(n), f"{n} {self.satuan}") for n in UKURAN]
        self._pilihan_dari("per", f"{SEHALAMAN} {self.satuan}", sehalaman)
        for nama in self.pengurut:  # they stand last
            self.filters[nama] = self.filters.pop(nama)
        if self.kata_di is None:
            del self.filters["cari"]
        if "kampung" in self.filters and not adalah_kecamatan(user):
            del self.filters["kampung"]

    def _pilihan_dari(self, nama: str, kosong: str, pilihan: list[tuple[str, str]]) -> None:
        bidang = self.filters[nama]
        bidang.extra = bidang.extra | {"choices": pilihan, "empty_label": kosong}

    @property
    def kunci_urut(self) -> tuple[str, ...]:
        """Return the keys that order the list."""
        return self.URUT[self.nama_urut][1]

    @property
    def nama_urut(self) -> str:
        """Return the name of the order that is shown."""
        return self.pilihan("urut") or next(iter(self.URUT))

    @cached_property
    def banyak(self) -> int:
        """Return how many rows the list holds, on all its pages."""
        return self.semua_cocok.order_by().count()

    @cached_property
    def _temuan(self) -> Temuan:
        """Return what was found; these lists tell its exact number, so it is counted once."""
        return Temuan(self.banyak, self.satuan)

    @property
    def berhalaman(self) -> bool:
        """Return whether the list fills more than the smallest page."""
        return self.banyak > SEHALAMAN

    @property
    def ukuran(self) -> int:
        """Return how many rows a page shows."""
        return int(self.pilihan("per") or SEHALAMAN)

    @property
    def semua_ukuran(self) -> list[tuple[int, int | None]]:
        """Return the sizes of a page, each with its `per` in the address; the smallest has none."""
        return [(SEHALAMAN, None), *((banyak, banyak) for banyak in UKURAN)]

    @property
    def kata_saja(self) -> str:
        """Return the query of the address that keeps the words and drops every other choice."""
        return super().kata_saja or self.tanpa_bawaan

    # Without a query the list would open with the default filter, where one is kept.
    tanpa_bawaan = f"?{urlencode(SEMUA)}"

    @property
    def tersimpan(self) -> str:
        """Return the choices as a query that can be kept: of known fields alone, sorted, none
        empty."""
        isi = QueryDict(mutable=True)
        for nama in sorted(self.filters):
            if (nilai := self.data.get(nama, "")) and nama not in self.form.errors:
                isi[nama] = nilai
        return isi.urlencode()

    @property
    def kata_tersimpan(self) -> list[str]:
        """Return the choices of `tersimpan` in words, each with its field: "Kampung: Sido Rejo"."""
        return [
            f"{self.form[nama].label}: {self._kata(nama)}" for nama in QueryDict(self.tersimpan)
        ]

    def _kata(self, nama: str) -> str:
        """Return the word of what was chosen in a field, as its options show it."""
        kata = {str(satu): label for satu, label in getattr(self.form.fields[nama], "choices", ())}
        isi = self.form.cleaned_data[nama]
        return str(kata.get(self.data[nama], tanggal(isi) if isinstance(isi, dt.date) else isi))

    def pilihan(self, nama: str) -> Any:
        """Return what was chosen in a field; "" for nothing, or nothing readable."""
        if not self.is_bound:
            return ""
        self.form.is_valid()  # cleaned_data holds the readable fields, whatever else is wrong
        return self.form.cleaned_data.get(nama) or ""

    def peringkat(self, cocok: QuerySet[Any]) -> QuerySet[Any]:
        """Return found rows: ranked, unless an order was chosen or the words are of others."""
        return cocok if self.pilihan("urut") or self.kata_di else super().peringkat(cocok)

    def cocok(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        if not self.kata_di or not kata.strip():
            return super().cocok(queryset, kata)
        return queryset.filter(**{f"{self.kata_di}__in": self._pemilik_kata().values("pk")})

    def _pemilik_kata(self) -> QuerySet[Any]:
        """Return the rows at the end of `kata_di` that hold the words."""
        model: Any = self.queryset.model
        for bagian in str(self.kata_di).split("__"):
            model = model._meta.get_field(bagian).related_model
        return Pencarian(self.kata).cocok(model._default_manager.all())
