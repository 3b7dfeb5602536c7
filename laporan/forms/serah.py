"""Sending a draft back to its writer."""

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField


class KembalikanForm(BentukMixin, forms.Form):
    """A sentence for the writer."""

    catatan = TeksFormField(
        label="Apa yang perlu diperbaiki?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Penulisnya membaca kalimat ini.",
    )
