"""Filters of the desk's list."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.functional import cached_property

from aspirasi.enums import Jenis, Status
from aspirasi.filters import LAIN
from aspirasi.kode import rapikan_kode
from aspirasi.models import Aspirasi
from aspirasi.services.tangani import semeja
from core.cari.saring import CariFilterSet
from core.formulir.widgets import TanggalInput
from meja.antrean import TERBARU, URUTAN, saring
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan

AWALAN_KODE = "BR"
KEADAAN = [
    ("bagian", "Menunggu saya"),
    ("baru", "Baru, belum diperiksa"),
    ("jawab", "Menunggu jawaban"),
    ("terlambat", "Terlambat"),
    ("dibuka", "Dibuka kembali"),
    ("bahaya", "Bahaya"),
    ("terbuka", "Semua yang terbuka"),
]


UKURAN = (50, 100)
SEHALAMAN = 20
URUT = {
    "terbaru": ("Terbaru dulu", TERBARU),
    "terlama": ("Terlama dulu", ("dibuat", "pk")),
    "tenggat": ("Batas waktu terdekat dulu", ("batas", "pk")),
}


def _kode(kata: str) -> str:
    """Return the code that was typed; "" for ordinary words."""
    return rapikan_kode(kata) if kata.strip().upper().startswith(AWALAN_KODE) else ""


class MejaFilter(CariFilterSet):
    """Search, state, kind, and for the kecamatan the kampung.

    A whole kode lacak finds its kiriman, whatever else is chosen: a sender who lost a PIN names it.
    """

    satuan = "kiriman"
    lain = LAIN
    bertautan = ("keadaan",)
    pengurut = ("urut", "per")

    cari = django_filters.CharFilter(label="Cari kata, nomor, atau kode lacak", method="tunda")
    keadaan = django_filters.ChoiceFilter(
        label="Keadaan", choices=KEADAAN, empty_label="Semua", method="saring_keadaan"
    )
    jenis = django_filters.ChoiceFilter(
        label="Jenis", choices=Jenis.choices, empty_label="Semua jenis"
    )
    status = django_filters.ChoiceFilter(
        label="Status", choices=Status.choices, empty_label="Semua status"
    )
    pemegang = django_filters.ModelChoiceFilter(
        label="Dipegang oleh",
        field_name="ditugaskan",
        queryset=Pengguna.objects.none(),
        empty_label="Siapa saja",
    )
    dari = django_filters.DateFilter(
        label="Masuk sejak", field_name="dibuat", lookup_expr="date__gte", widget=TanggalInput
    )
    sampai = django_filters.DateFilter(
        label="Masuk sampai", field_name="dibuat", lookup_expr="date__lte", widget=TanggalInput
    )
    urut = django_filters.ChoiceFilter(
        label="Urutkan",
        choices=[(nilai, kata) for nilai, (kata, _) in URUT.items()],
        empty_label="Sesuai antreannya",
        method="tunda",
    )
    per = django_filters.ChoiceFilter(
        label="Sehalaman",
        choices=[(str(n), f"{n} kiriman") for n in UKURAN],
        empty_label=f"{SEHALAMAN} kiriman",
        method="tunda",
    )
    kampung = django_filters.ModelChoiceFilter(
        label="Kampung",
        queryset=Kampung.objects.order_by("contoh", "nama"),
        to_field_name="slug",
        empty_label="Semua kampung",
    )

    class Meta:
        model = Aspirasi
        fields: list[str] = []

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.filters["pemegang"].queryset = semeja(user)
        if not adalah_kecamatan(user):
            del self.filters["kampung"]

    def kunci_urut(self, keadaan: str) -> tuple[str, ...]:
        """Return the order that was chosen, else that of the queue."""
        pilihan = self._pilihan("urut")
        return URUT[pilihan][1] if pilihan else URUTAN.get(keadaan, TERBARU)

    @cached_property
    def banyak(self) -> int:
        """Return how many kiriman the list holds, on all its pages."""
        return self.semua_cocok.order_by().count()

    @property
    def berhalaman(self) -> bool:
        """Return whether the list fills more than the smallest page."""
        return self.banyak > SEHALAMAN

    @property
    def ukuran(self) -> int:
        """Return how many rows a page shows."""
        return int(self._pilihan("per") or SEHALAMAN)

    @property
    def semua_ukuran(self) -> list[tuple[int, int | None]]:
        """Return the sizes of a page, each with its `per` in the address; the smallest has none."""
        return [(SEHALAMAN, None), *((banyak, banyak) for banyak in UKURAN)]

    def _pilihan(self, nama: str) -> str:
        if not self.is_bound:
            return ""
        self.form.is_valid()
        return self.form.cleaned_data.get(nama) or ""

    def saring(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset if _kode(self.kata) else super().saring(queryset)

    def cocok(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        kode = _kode(kata)
        return queryset.filter(kode=kode) if kode else super().cocok(queryset, kata)

    def saring_keadaan(self, queryset: Any, name: str, value: str) -> QuerySet[Aspirasi]:
        tersaring: QuerySet[Aspirasi] = saring(queryset, value, self.user)
        return tersaring
