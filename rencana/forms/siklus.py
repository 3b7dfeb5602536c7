"""The form of a step of the planning year."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.widgets import TanggalInput
from rencana.enums import Boleh
from rencana.models import Masa


class MasaForm(BentukMixin, forms.ModelForm):
    """The days of a step and what it allows; other days of a kampung with their reason."""

    boleh = forms.MultipleChoiceField(
        label="Yang boleh dilakukan",
        choices=Boleh.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Yang tidak dicentang pada langkah mana pun boleh sepanjang tahun.",
    )

    class Meta:
        model = Masa
        fields = ("langkah", "kampung", "buka", "tutup", "boleh", "alasan")
        widgets = {"buka": TanggalInput, "tutup": TanggalInput}
        help_texts = {
            "kampung": "Kosongkan untuk semua kampung.",
            "alasan": "Perlu untuk hari lain bagi satu kampung. Semua orang membacanya.",
        }

    def __init__(self, *args: Any, tahun: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.tahun = tahun
        if self.instance.pk:
            del self.fields["langkah"], self.fields["kampung"]
        else:
            kampung: Any = self.fields["kampung"]
            kampung.empty_label = "Semua kampung"
