"""The form of a request for a new PIN."""

from django import forms

from aspirasi.forms.isian import IsiField
from core.formulir.forms import BentukMixin


class MintaPinForm(BentukMixin, forms.Form):
    """How the official made sure that the sender is the one who asks."""

    alasan = IsiField(
        label="Bagaimana Anda memastikannya?",
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Contoh: “Ditelepon balik ke nomor yang tercatat, ia menyebut isi kirimannya.” "
        "Catatan ini dibaca petugas.",
    )
