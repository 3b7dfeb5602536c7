"""The questions to a sender on settling a kiriman, and weeks later."""

from typing import Any

from django import forms

from aspirasi.bacaan.tanya import LAPANGAN, Tanya
from aspirasi.enums import Didengar
from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField

YA, TIDAK = "ya", "tidak"
SEDIKIT = 3


class BeresForm(BentukMixin, forms.Form):
    """It is settled. Whether the sender was heard may be left out."""

    didengar = forms.ChoiceField(
        label="Apakah Anda merasa didengar?",
        choices=Didengar.choices,
        required=False,
        widget=forms.RadioSelect,
    )


class PenilaianForm(BentukMixin, forms.Form):
    """Whether it still holds, and whether the sender was heard. "Not settled" needs a few words.

    `tanya` are the questions to its sender; None for a kiriman that nobody asks about.
    """

    masih_beres = forms.ChoiceField(widget=forms.RadioSelect)
    didengar = forms.ChoiceField(
        label="Apakah Anda merasa didengar?", choices=Didengar.choices, widget=forms.RadioSelect
    )
    catatan = TeksFormField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, tanya: Tanya | None, **kwargs: Any) -> None:
        # Beside `BeresForm` on one page, where both ask whether the sender was heard.
        super().__init__(*args, **kwargs | {"auto_id": "id_nilai_%s"})
        kata = tanya or LAPANGAN
        masih = self.bidang("masih_beres", forms.ChoiceField)
        catatan = self.fields["catatan"]
        masih.label, catatan.label = kata.nanti, kata.nanti_apa
        masih.choices = [(YA, kata.nanti_ya), (TIDAK, kata.nanti_tidak)]
        catatan.help_text = (
            f"Diisi kalau jawabannya “{kata.nanti_tidak}”. Kiriman lalu dibuka kembali untuk "
            "kecamatan."
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("masih_beres") == TIDAK and len(data.get("catatan", "x" * SEDIKIT)) < SEDIKIT:
            self.add_error("catatan", "Ceritakan dengan singkat, supaya petugas mengerti.")
        data["masih_beres"] = data.get("masih_beres") == YA
        return data
