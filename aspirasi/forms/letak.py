"""The form of the place of a kiriman that was sent already."""

from typing import Any

from django import forms

from aspirasi.forms.isian import BerletakMixin, BujurIsianField, LintangIsianField
from core.formulir.forms import BentukMixin


class LetakForm(BentukMixin, BerletakMixin, forms.Form):
    """The place. It cleans to `titik`, a pair of degrees."""

    lintang = LintangIsianField()
    bujur = BujurIsianField()
    tempat_umum = forms.BooleanField(
        label="Ini tempat umum",
        required=False,
        help_text="Jalan, jembatan, sekolah, pasar. Kalau dicentang, semua orang melihat lokasinya "
        "dengan tepat. Jangan dicentang kalau ini rumah orang: lokasinya kami bulatkan ± 500 m.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.errors:
            return data
        titik = data["lintang"], data["bujur"]
        if titik == (None, None):
            raise forms.ValidationError("Sentuh dulu tempatnya di peta, lalu simpan.")
        if None in titik:
            raise forms.ValidationError("Isi lintang dan bujur dua-duanya.")
        data["titik"] = titik
        return data
