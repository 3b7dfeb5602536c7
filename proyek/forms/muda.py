"""Forms of a project so young that all of it may be set right."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField
from proyek.models import Proyek
from warga.models import Kampung, Pengguna
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
    """Why something was wrong; the kecamatan may also say which kampung is the right one."""

    alasan = TeksFormField(
        label="Apa yang keliru?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dibaca semua orang. Contoh: Salah ketik nol pada anggaran.",
    )
    kampung = forms.ModelChoiceField(
        label="Kampung", queryset=Kampung.objects.all(), required=False, empty_label=None
    )

    def __init__(self, *args: Any, oleh: Pengguna, proyek: Proyek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kampung"].initial = proyek.kampung
        if not adalah_kecamatan(oleh):
            del self.fields["kampung"]
