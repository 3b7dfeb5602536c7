"""The question whom it is about, asked of everybody who sends something."""

from typing import Any

from django import forms

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.forms.pilihan import KETERANGAN_TENTANG, PILIHAN_TENTANG, TIDAK_YAKIN
from core.formulir.widgets import PilihanKartu


class TentangField(forms.ChoiceField):
    """Whether it is about an official, and of which office. One of the four must be chosen."""

    def __init__(self, **kwargs: Any) -> None:
        asal: dict[str, Any] = {
            "label": "Apakah ini tentang seorang petugas atau pengurus kampung?",
            "choices": PILIHAN_TENTANG,
            "error_messages": {"required": "Pilih satu dulu, supaya Anda terlindung."},
            "widget": PilihanKartu(keterangan=KETERANGAN_TENTANG),
        }
        super().__init__(**asal | kwargs)


class BertentangMixin(forms.Form):
    """Form mixin: `tentang`, and the readers that follow from it.

    A kiriman about officials is for the kecamatan, whatever else was chosen. `tidak_yakin` says
    that the sender did not know; `tentang` is then as if it were about nobody.
    """

    tentang = TentangField()
    tidak_yakin = False

    def clean_tentang(self) -> str:
        jawaban: str = self.cleaned_data["tentang"]
        self.tidak_yakin = jawaban == TIDAK_YAKIN
        return Tentang.TIDAK if self.tidak_yakin else jawaban

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("tentang", Tentang.TIDAK) != Tentang.TIDAK:
            data["jangkauan"] = Jangkauan.KECAMATAN
        return data
