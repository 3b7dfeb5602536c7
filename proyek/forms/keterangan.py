"""The form that corrects words about a project, also while somebody else does."""

from decimal import Decimal
from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField
from proyek.bacaan.garis_waktu import Butir
from proyek.bacaan.versi import SEMENTARA, lama_sejak, sejak, versi
from proyek.forms.proyek import PETUNJUK
from proyek.models import KETERANGAN, Proyek


class KeteranganForm(BentukMixin, forms.ModelForm):
    """Corrects the words about a project. The reason is public.

    A form that was opened before somebody else changed the project says what they changed
    (`berubah`). Fields that its author left alone take the new words, so that nothing of the other
    is undone unseen; what the author typed stays, and sent once more it is meant.
    """

    alasan = BarisFormField(
        label="Mengapa diubah?",
        max_length=500,
        help_text="Semua orang dapat membaca apa yang diubah dan alasannya.",
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Proyek
        fields = KETERANGAN
        widgets = {
            "uraian": forms.Textarea(attrs={"rows": 5}),
            "tujuan": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = PETUNJUK

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.berubah: list[Butir] = []
        self.versi_kini = self.fields["versi"].initial = versi(self.instance)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        dilihat = isi.get("versi")
        if dilihat is not None and 0 <= dilihat < self.versi_kini:
            self._gabungkan(isi, dilihat)
            self.add_error(None, SEMENTARA)
        return isi

    def _gabungkan(self, isi: dict[str, Any], dilihat: int) -> None:
        """Show what changed since that version, and give untouched fields their new words."""
        self.berubah = sejak(self.instance, dilihat)
        data: Any = self.data
        self.data = data = data.copy()
        data["versi"] = str(self.versi_kini)
        for nama, lama in lama_sejak(self.instance, dilihat).items():
            if nama in isi and _tulis(isi[nama]) == _rapi(lama):
                data[nama] = _tulis(self.initial.get(nama))

    def keterangan(self) -> dict[str, Any]:
        """Return the columns of the project as they were typed."""
        return {nama: self.cleaned_data[nama] for nama in KETERANGAN}


def _tulis(nilai: Any) -> str:
    """Return a value as people type it."""
    if isinstance(nilai, Decimal):
        return f"{nilai.normalize():f}".replace(".", ",")
    return "" if nilai is None else str(nilai)


def _rapi(teks: str) -> str:
    """Return the text of the trail as people type it: numbers stand there with a dot."""
    angka = teks.removeprefix("-").replace(".", "", 1)
    return _tulis(Decimal(teks)) if "." in teks and angka.isdecimal() else teks
