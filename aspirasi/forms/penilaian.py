"""What the sender is asked on settling a kiriman, and weeks after."""

from typing import Any

from django import forms

from aspirasi.enums import Didengar
from core.forms import BentukMixin

YA, TIDAK = "ya", "tidak"
SEDIKIT = 3


class BeresForm(BentukMixin, forms.Form):
    """It is settled; whether one was heard may be left out."""

    didengar = forms.ChoiceField(
        label="Apakah Anda merasa didengar? (boleh dilewati)",
        choices=Didengar.choices,
        required=False,
        widget=forms.RadioSelect,
    )


class PenilaianForm(BentukMixin, forms.Form):
    """Does it hold, and was the sender heard? "Not settled" needs a few words."""

    masih_beres = forms.ChoiceField(
        label="Masih beres?",
        choices=[(YA, "Ya, masih beres"), (TIDAK, "Tidak beres lagi")],
        widget=forms.RadioSelect,
    )
    didengar = forms.ChoiceField(
        label="Apakah Anda merasa didengar?", choices=Didengar.choices, widget=forms.RadioSelect
    )
    catatan = forms.CharField(
        label="Apa yang tidak beres?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Diisi kalau tidak beres lagi. Kiriman lalu dibuka kembali untuk kecamatan.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("masih_beres") == TIDAK and len(data.get("catatan", "x" * SEDIKIT)) < SEDIKIT:
            self.add_error("catatan", "Ceritakan dengan singkat apa yang tidak beres.")
        data["masih_beres"] = data.get("masih_beres") == YA
        return data
