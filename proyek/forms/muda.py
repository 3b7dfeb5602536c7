"""Forms of a project so young that all of it may be set right."""

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField


class CabutForm(BentukMixin, forms.Form):
    """Takes back a project that was opened by mistake."""

    alasan = TeksFormField(
        label="Mengapa dicabut?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca semua orang yang membuka alamat proyek ini. Contoh: Terisi dua kali; "
        "yang benar PRJ-2026-0012. Jangan tulis nama orang.",
    )
