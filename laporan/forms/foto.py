"""Photos in the form of a report, and the form of those that come later."""

from typing import Any

from django import forms

from core.formulir.forms import FotoBanyakField, SekaliMixin
from core.formulir.teks import BarisFormField
from laporan.enums import TahapFoto
from laporan.services.foto_titipan import TITIPAN

FOTO_SEKALI = 10


class FotoMixin(SekaliMixin):
    """Form mixin with photos of one stage, taken from the same point."""

    def pasang_foto(self, *, wajib: bool) -> None:
        """Add the fields."""
        self.fields["foto"] = FotoBanyakField(
            label="Pilih foto",
            terbanyak=FOTO_SEKALI,
            required=wajib,
            help_text=f"Sampai {FOTO_SEKALI} foto sekaligus: JPEG, PNG, atau WebP, paling besar "
            "10 MB satu foto. Ambil dari titik yang sama.",
        )
        self.fields["tahap"] = forms.TypedChoiceField(
            label="Diambil saat",
            choices=TahapFoto.choices,
            coerce=int,
            initial=TahapFoto.TENGAH,
            required=wajib,
            widget=forms.RadioSelect,
        )
        self.fields["keterangan"] = BarisFormField(
            label="Keterangan foto", max_length=200, required=False
        )

    def clean_tahap(self) -> int:
        """Return the stage; the middle one where a form of before did not ask."""
        form: Any = self
        tahap = form.cleaned_data["tahap"]
        return int(TahapFoto.TENGAH if tahap == "" else tahap)


class FotoForm(FotoMixin, forms.Form):
    """Photos that come later than the words. Those that wait already for this form are enough."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasang_foto(wajib=True)
        if self.is_bound:
            self.fields["foto"].required = not TITIPAN.dititip(self.data.get("kunci", "")).exists()
