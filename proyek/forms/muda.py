"""Forms of a project so young that all of it may be set right."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField
from proyek.enums import Jenis
from proyek.forms.proyek import PETUNJUK
from proyek.models import Proyek
from warga.models import Instansi, Kampung, Pengguna
from warga.rules import adalah_kecamatan


class CabutForm(BentukMixin, forms.Form):
    """Takes back a project that was opened by mistake."""

    alasan = TeksFormField(
        label="Mengapa dicabut?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca semua orang yang membuka alamat proyek ini. Contoh: Terisi dua kali; "
        "yang benar PRJ-2026-0012. Jangan tulis nama orang.",
    )


class BetulkanForm(BentukMixin, forms.Form):
    """Why something was wrong, and what is chosen: its kind, and the other kampung that it serves;
    for the kecamatan also its kampung and its owner."""

    alasan = TeksFormField(
        label="Apa yang keliru?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dibaca semua orang. Contoh: Salah ketik nol pada anggaran.",
    )
    kampung = forms.ModelChoiceField(
        label="Kampung", queryset=Kampung.objects.all(), required=False, empty_label=None
    )
    pemilik = forms.ModelChoiceField(
        label="Pemilik", queryset=Instansi.objects.all(), required=False, empty_label=None
    )
    jenis = forms.ChoiceField(label="Jenis", choices=Jenis.choices, required=False)
    kampung_lain = forms.ModelMultipleChoiceField(
        label="Kampung lain",
        queryset=Kampung.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=PETUNJUK["kampung_lain"],
    )

    def __init__(self, *args: Any, oleh: Pengguna, proyek: Proyek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("kampung", "pemilik", "jenis"):
            self.fields[nama].initial = getattr(proyek, nama)
        lain: Any = self.fields["kampung_lain"]
        lain.initial = proyek.kampung_lain.all()
        if not adalah_kecamatan(oleh):
            lain.queryset = lain.queryset.exclude(pk=proyek.kampung_id)  # it serves itself
            del self.fields["kampung"], self.fields["pemilik"]
