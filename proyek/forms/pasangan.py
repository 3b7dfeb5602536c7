"""A form of rows that each hold two fields, of which some may stay empty."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField

LUANG = 2  # empty rows below those that are filled in


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


class PasanganForm(AlasanMixin, forms.Form):
    """Rows `<kolom 1>_1`, `<kolom 2>_1` and so on; empty ones are left out. `awal` fills them
    first; `ada`: something was there before."""

    kolom: ClassVar[tuple[str, str]]
    terbanyak: ClassVar[int]
    separuh: ClassVar[str]  # the error of a row of which half is filled in

    def __init__(
        self, data: Any = None, *, awal: Sequence[tuple[Any, Any]], ada: bool, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.bersyarat: list[str] = []  # rows say nothing of their own about being empty
        terkirim = len([n for n in data or () if n.startswith(f"{self.kolom[0]}_")])
        self.banyak = min(max(terkirim, len(awal) + LUANG), self.terbanyak)
        for nomor in range(1, self.banyak + 1):
            nama = [f"{satu}_{nomor}" for satu in self.kolom]
            self.fields.update(zip(nama, self.bidang_baris(nomor), strict=True))
            self.bersyarat += nama
            if nomor <= len(awal):
                self.initial.update(zip(nama, awal[nomor - 1], strict=True))
        self.pasang_alasan(wajib=ada)

    def bidang_baris(self, nomor: int) -> tuple[forms.Field, forms.Field]:
        """Return the two fields of a row, neither of them required."""
        raise NotImplementedError

    def galat_isi(self) -> str:
        """Return in a sentence what is wrong with the rows together; "" when nothing is."""
        raise NotImplementedError

    @property
    def baris(self) -> list[tuple[Any, Any]]:
        """Return the bound fields of each row."""
        satu, dua = self.kolom
        return [(self[f"{satu}_{n}"], self[f"{dua}_{n}"]) for n in range(1, self.banyak + 1)]

    @property
    def penuh(self) -> bool:
        return self.banyak >= self.terbanyak

    def isi_baris(self) -> list[tuple[Any, Any]]:
        """Return the values of the rows that were filled in, in their order."""
        semua = ((self._isi(satu), self._isi(dua)) for satu, dua in self.baris)
        return [(satu, dua) for satu, dua in semua if satu is not None and dua is not None]

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        for satu, dua in self.baris:
            if (self._isi(satu) is None) != (self._isi(dua) is None):
                kurang = satu if self._isi(satu) is None else dua
                if not self.errors.get(kurang.name):
                    self.add_error(kurang.name, self.separuh)
        if not self.errors and (galat := self.galat_isi()):
            self.add_error(None, galat)
        return isi

    def _isi(self, isian: Any) -> Any:
        nilai = self.cleaned_data.get(isian.name)
        return None if nilai == "" else nilai


def baris_lagi(data: Any, kolom: Sequence[str]) -> Any:
    """Return the sent words with three more empty rows."""
    data = data.copy()
    banyak = len([nama for nama in data if nama.startswith(f"{kolom[0]}_")])
    for nomor in range(banyak + 1, banyak + 4):
        data.update({f"{satu}_{nomor}": "" for satu in kolom})
    return data
