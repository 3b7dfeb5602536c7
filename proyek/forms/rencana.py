"""The form of the planned progress: a few rows of a day and a percent."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator

from core.formulir.widgets import TanggalInput
from proyek.forms.pasangan import AlasanMixin, PasanganForm
from proyek.forms.umum import tanggal_wajar
from proyek.models import PENERIMA, Proyek, RencanaKemajuan
from proyek.services.rencana import TITIK_TERBANYAK, Titik, galat_titik

USUL = (25, 50, 75, 100)
TERBANYAK = 1_000_000  # people; a slip of zeros
TERLALU_BANYAK = "Jumlah ini terlalu besar. Periksa jumlah nolnya."


def usul_lurus(proyek: Proyek) -> list[Titik]:
    """Return four points on the straight line from the planned start to the planned end; nothing
    when a day is unknown, or the days are too few."""
    mulai, selesai = proyek.mulai_rencana, proyek.selesai_rencana
    lama = (selesai - mulai).days if mulai and selesai else 0
    if mulai is None or lama < len(USUL):
        return []
    return [(mulai + dt.timedelta(days=lama * p // 100), Decimal(p)) for p in USUL]


class RencanaForm(PasanganForm):
    """Rows `tanggal_1`, `persen_1` and so on. `titik` fills them first."""

    kolom, terbanyak = ("tanggal", "persen"), TITIK_TERBANYAK
    separuh = "Isi tanggal dan persennya, atau kosongkan."

    def __init__(
        self, data: Any = None, *, proyek: Proyek, titik: Sequence[Titik], ada: bool, **kwargs: Any
    ) -> None:
        self.proyek = proyek
        super().__init__(data, awal=titik, ada=ada, **kwargs)

    def bidang_baris(self, nomor: int) -> tuple[forms.Field, forms.Field]:
        hari = forms.DateField(
            label=f"Tanggal {nomor}",
            required=False,
            widget=TanggalInput,
            validators=[tanggal_wajar],
            error_messages={"invalid": "Tanggal ini tidak dapat dibaca. Contoh: 24-11-2026."},
        )
        bidang: Any = RencanaKemajuan._meta.get_field("persen")
        return hari, bidang.formfield(label=f"Persen {nomor}", required=False)

    def titik(self) -> list[Titik]:
        """Return the rows that were filled in, in the order of their days."""
        return sorted(self.isi_baris())

    def galat_isi(self) -> str:
        return galat_titik(self.proyek, self.titik())


class PenerimaForm(AlasanMixin, forms.ModelForm):
    """The counts of beneficiaries."""

    class Meta:
        model = Proyek
        fields = PENERIMA
        labels = {
            "penerima_l": "Laki-laki (orang)",
            "penerima_p": "Perempuan (orang)",
            "penerima_kk": "Keluarga (KK)",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in PENERIMA:
            self.fields[nama].validators.append(MaxValueValidator(TERBANYAK, TERLALU_BANYAK))
        self.pasang_alasan(wajib=any(getattr(self.instance, n) is not None for n in PENERIMA))
