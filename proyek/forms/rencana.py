"""The form of the planned progress: a few rows of a day and a percent."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from proyek.forms.umum import tanggal_wajar
from proyek.models import PENERIMA, Proyek, RencanaKemajuan
from proyek.services.rencana import TITIK_TERBANYAK, Titik, galat_titik

LUANG = 2  # empty rows below those that are filled in
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


class AlasanMixin(BentukMixin):
    """Form mixin with the reason of a change, which everyone reads. `wajib`: something was there
    before."""

    def pasang_alasan(self, *, wajib: bool) -> None:
        self.fields["alasan"] = BarisFormField(
            label="Mengapa diubah?",
            max_length=500,
            required=wajib,
            help_text="Semua orang dapat membaca alasannya. Jangan menulis nama orang di sini.",
        )
        if not wajib:
            self.fields["alasan"].widget = forms.HiddenInput()


class RencanaForm(AlasanMixin, forms.Form):
    """Rows `tanggal_1`, `persen_1` and so on; empty ones are left out. `titik` fills them first."""

    def __init__(
        self, data: Any = None, *, proyek: Proyek, titik: Sequence[Titik], ada: bool, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.proyek = proyek
        self.bersyarat: list[str] = []  # rows say nothing of their own about being empty
        terkirim = len([n for n in data or () if n.startswith("tanggal_")])
        self.banyak = min(max(terkirim, len(titik) + LUANG), TITIK_TERBANYAK)
        for nomor in range(1, self.banyak + 1):
            self._pasang(nomor, titik[nomor - 1] if nomor <= len(titik) else (None, None))
        self.pasang_alasan(wajib=ada)

    def _pasang(self, nomor: int, titik: tuple[Any, Any]) -> None:
        hari, persen = titik
        self.fields[f"tanggal_{nomor}"] = forms.DateField(
            label=f"Tanggal {nomor}",
            required=False,
            initial=hari,
            widget=TanggalInput,
            validators=[tanggal_wajar],
            error_messages={"invalid": "Tanggal ini tidak dapat dibaca. Contoh: 24-11-2026."},
        )
        bidang: Any = RencanaKemajuan._meta.get_field("persen")
        self.fields[f"persen_{nomor}"] = bidang.formfield(
            label=f"Persen {nomor}", required=False, initial=persen
        )
        self.bersyarat += [f"tanggal_{nomor}", f"persen_{nomor}"]

    @property
    def baris(self) -> list[tuple[Any, Any]]:
        """Return the bound fields of each row."""
        return [(self[f"tanggal_{n}"], self[f"persen_{n}"]) for n in range(1, self.banyak + 1)]

    @property
    def penuh(self) -> bool:
        return self.banyak >= TITIK_TERBANYAK

    def titik(self) -> list[Titik]:
        """Return the rows that were filled in, in the order of their days."""
        isi = self.cleaned_data
        semua = [(isi.get(t.name), isi.get(p.name)) for t, p in self.baris]
        return sorted((t, p) for t, p in semua if t and p is not None)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        for hari, persen in self.baris:
            if (isi.get(hari.name) is None) != (isi.get(persen.name) is None):
                kurang = hari if isi.get(hari.name) is None else persen
                if not self.errors.get(kurang.name):
                    self.add_error(kurang.name, "Isi tanggal dan persennya, atau kosongkan.")
        if not self.errors and (galat := galat_titik(self.proyek, self.titik())):
            self.add_error(None, galat)
        return isi


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
