"""The answer to "Masih berfungsi?"."""

from typing import Any

from django import forms

from core.formulir.forms import SekaliMixin
from proyek.enums import Fungsi
from proyek.models import JawabanFungsi


class FungsiForm(SekaliMixin, forms.ModelForm):
    """One of three states, and short words."""

    class Meta:
        model = JawabanFungsi
        fields = ("keadaan", "kata")
        labels = {"keadaan": "Masih berfungsi?", "kata": "Keterangan singkat"}
        help_texts = {"kata": "Misalnya: pompanya mati sejak Agustus. Jangan sebut nama orang."}
        widgets = {"keadaan": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["keadaan"]
        pilihan.choices = Fungsi.choices
