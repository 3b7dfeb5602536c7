"""The form of the money that follows a report."""

from typing import Any, ClassVar

from django import forms

from core.formulir.forms import BentukMixin
from laporan.forms.belanja import BelanjaMixin
from laporan.models import LaporanKemajuan

TANPA_SUMBER = (
    "Proyek ini belum punya sumber dana yang tercatat. Catat sumber dananya dulu di halaman proyek."
)


class IsiBelanjaForm(BentukMixin, BelanjaMixin, forms.Form):
    """The money spent from each source, and on what. `instance` is the report that awaits it."""

    belanja_kosong: ClassVar[str] = "Tulis jumlahnya. Tulis 0 bila memang tidak ada belanja."

    def __init__(self, *args: Any, instance: LaporanKemajuan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = instance
        self.pasang_belanja({})
        self.pasang_rincian()

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.sumber:
            raise forms.ValidationError(TANPA_SUMBER)
        self.periksa_belanja(isi)
        return isi
