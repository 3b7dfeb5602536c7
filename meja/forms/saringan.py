"""Naming a kept filter."""

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField


def _nama() -> BarisFormField:
    return BarisFormField(label="Nama pilihan", max_length=40)


class SimpanSaringanForm(BentukMixin, forms.Form):
    """A name for the choices in the address, and whether the list always opens so."""

    nama = _nama()
    bawaan = forms.BooleanField(label="Daftar ini selalu dibuka begini", required=False)


class NamaSaringanForm(BentukMixin, forms.Form):
    """Another name."""

    nama = _nama()
