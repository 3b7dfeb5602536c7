"""Asking a person to write drafts of one project."""

from django import forms

from core.formulir.forms import SekaliMixin
from core.formulir.teks import BarisFormField
from warga.forms.isian import KontakField


class PenulisForm(SekaliMixin, forms.Form):
    """The person, as the office calls them, and the number or address of their account."""

    sebutan = BarisFormField(
        label="Nama orangnya",
        max_length=100,
        help_text="Misalnya “Pak Slamet, ketua TPK”. Hanya kantor Anda yang membacanya.",
    )
    kontak = KontakField(
        label="Nomor HP atau e-mail akunnya",
        help_text="Yang sudah diverifikasi pada akun warganya.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
