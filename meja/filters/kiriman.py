"""The filter of the kiriman on a desk."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from aspirasi.enums import Jenis, Status
from aspirasi.filters import LAIN
from aspirasi.kode import rapikan_kode
from aspirasi.models import Aspirasi
from aspirasi.services.tangani import semeja
from core.formulir.widgets import TanggalInput
from meja.antrean import TERBARU, URUTAN, saring
from meja.filters.dasar import DaftarFilter, pilih_kampung
from warga.models import Pengguna

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
SESUAI_ANTREAN = "antrean"


def kode_diketik(kata: str) -> str:
    """Return the kode lacak that was typed; "" for ordinary words."""
    return rapikan_kode(kata) if kata.strip().upper().startswith(AWALAN_KODE) else ""


class MejaFilter(DaftarFilter):
    """Search, state, kind, status, holder, days, and for the kecamatan the kampung.

    A whole kode lacak finds its kiriman, whatever else is chosen: a sender who lost a PIN names it.
    """

    satuan = "kiriman"
    lain = LAIN
    kata_di = ""
    bertautan = ("keadaan",)
    URUT = {
        SESUAI_ANTREAN: ("Sesuai antreannya", TERBARU),
        "terbaru": ("Terbaru dulu", TERBARU),
        "terlama": ("Terlama dulu", ("dibuat", "pk")),
        "tenggat": ("Batas waktu terdekat dulu", ("batas", "pk")),
        "tenggat-akhir": ("Batas waktu terjauh dulu", ("-batas", "-pk")),
    }

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
    kampung = pilih_kampung(null_label="Tanpa kampung")
    pembaca = django_filters.ChoiceFilter(
        label="Yang membaca",
        choices=[("umum", "Semua orang")],
        empty_label="Siapa saja",
        method="saring_pembaca",
    )

    class Meta:
        model = Aspirasi
        fields: list[str] = []

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.filters["pemegang"].queryset = semeja(user)

    @property
    def kunci_urut(self) -> tuple[str, ...]:
        """Return the order that was chosen, else that of the queue."""
        if self.pilihan("urut"):
            return super().kunci_urut
        return URUTAN.get(self.pilihan("keadaan"), TERBARU)

    def saring(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset if kode_diketik(self.kata) else super().saring(queryset)

    def cocok(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        kode = kode_diketik(kata)
        return queryset.filter(kode=kode) if kode else super().cocok(queryset, kata)

    def saring_keadaan(self, queryset: Any, name: str, value: str) -> QuerySet[Aspirasi]:
        tersaring: QuerySet[Aspirasi] = saring(queryset, value, self.user)
        return tersaring

    def saring_pembaca(self, queryset: Any, name: str, value: str) -> QuerySet[Aspirasi]:
        """Return what everybody reads, which the sheets for meetings count."""
        umum: QuerySet[Aspirasi] = queryset.terbit()
        return umum
