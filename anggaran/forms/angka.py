"""Forms of money that arrived, programs from outside, and help for families."""

from typing import Any, ClassVar

from django import forms

from anggaran.models import BantuanKeluarga, Penyaluran, ProgramMasuk
from anggaran.models.angka import AngkaKampung
from core.formulir.forms import BentukMixin, SekaliMixin
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from proyek.forms.umum import bukan_masa_depan

ALASAN = "Semua orang membacanya. Jangan menulis nama orang."


class AngkaForm(SekaliMixin, forms.ModelForm):
    """A number of a kampung and year; `alasan` once it stands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["alasan"] = BarisFormField(
                label="Mengapa dibetulkan?", max_length=500, help_text=ALASAN
            )

    def isi(self) -> dict[str, Any]:
        """Return the typed fields of the number."""
        return {nama: self.cleaned_data[nama] for nama in self._meta.fields or ()}


class PenyaluranForm(AngkaForm):
    """Money of one source and stage that came into the till."""

    class Meta:
        model = Penyaluran
        fields = ("sumber", "tahap", "tanggal", "jumlah")
        widgets: ClassVar = {"tanggal": TanggalInput}

    def clean_tanggal(self) -> Any:
        bukan_masa_depan(self.cleaned_data["tanggal"])
        return self.cleaned_data["tanggal"]


class ProgramForm(AngkaForm):
    """A program of another office in the kampung."""

    class Meta:
        model = ProgramMasuk
        fields = ("nama", "pemilik", "jumlah", "penerima")
        help_texts: ClassVar = {
            "nama": "Contoh: PKH, bedah rumah, jalan usaha tani dari dinas.",
            "jumlah": "Kosongkan bila belum diketahui.",
            "penerima": "Angkanya saja, tanpa nama.",
        }


class BantuanForm(AngkaForm):
    """Help for families of bidang 5, as numbers."""

    class Meta:
        model = BantuanKeluarga
        fields = ("nama", "keluarga", "per_bulan", "bulan")
        help_texts: ClassVar = {
            "nama": "Contoh: BLT Dana Desa.",
            "keluarga": "Angkanya saja, tanpa nama. Kosongkan bila belum diketahui.",
        }


class CabutForm(BentukMixin, forms.Form):
    """Why a number is taken back."""

    alasan = BarisFormField(label="Mengapa dicabut?", max_length=500, help_text=ALASAN)


# How addresses name them.
MACAM: dict[str, tuple[type[AngkaForm], type[AngkaKampung]]] = {
    "penyaluran": (PenyaluranForm, Penyaluran),
    "program": (ProgramForm, ProgramMasuk),
    "bantuan": (BantuanForm, BantuanKeluarga),
}
