"""The form of black boxes over a photo."""

import re
from typing import Any

from django import forms

from core.berkas.redaksi import BARIS, KOLOM, TERBANYAK, Kotak
from core.formulir.forms import BentukMixin
from core.moderasi.forms import AlasanTarikField


class KotakField(forms.MultipleChoiceField):
    """Cells of the grid over a photo, "row-column". It cleans to Kotak."""

    def __init__(self, **kwargs: Any) -> None:
        semua = [
            (f"{b}-{k}", f"Baris {b + 1} kolom {k + 1}") for b in range(BARIS) for k in range(KOLOM)
        ]
        super().__init__(choices=semua, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value: Any) -> list[Kotak]:
        return [Kotak.dari_sel(*map(int, sel.split("-"))) for sel in super().clean(value)]


class SeretField(forms.Field):
    """Boxes drawn over a photo, each "left-top-right-bottom" in parts. It cleans to Kotak."""

    widget = forms.MultipleHiddenInput
    POLA = re.compile(r"(\d{1,5})-(\d{1,5})-(\d{1,5})-(\d{1,5})", re.ASCII)

    def clean(self, value: Any) -> list[Kotak]:
        semua = [str(satu) for satu in value or []]
        if len(semua) > TERBANYAK:
            raise forms.ValidationError(f"Sekali jalan paling banyak {TERBANYAK} bagian.")
        return [self._kotak(satu) for satu in semua]

    def _kotak(self, teks: str) -> Kotak:
        cocok = self.POLA.fullmatch(teks)
        try:
            return Kotak.dari_bagian(*map(int, cocok.groups() if cocok else ()))
        except (TypeError, ValueError) as galat:
            pesan = "Bagian yang diseret tidak dapat dibaca. Gambar sekali lagi."
            raise forms.ValidationError(pesan) from galat


class TutupFotoForm(BentukMixin, forms.Form):
    """The parts of a photo that become black: cells of the grid, drawn boxes, or both. `tampil`:
    everyone sees it, so everyone reads why."""

    kotak = KotakField(label="Bagian yang ditutup", required=False)
    seret = SeretField(label="Bagian yang diseret", required=False)
    alasan = AlasanTarikField("ditutup")

    def __init__(self, *args: Any, tampil: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not tampil:
            del self.fields["alasan"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "seret" in self.errors:  # boxes that cannot be read are not sent again
            isian: Any = self.data
            isian = isian.copy()
            isian.setlist(self.add_prefix("seret"), [])
            self.data = isian
        data["semua"] = data.get("kotak", []) + data.get("seret", [])
        if not data["semua"] and not self.errors:
            self.add_error("kotak", "Tandai paling sedikit satu bagian yang akan ditutup.")
        return data
