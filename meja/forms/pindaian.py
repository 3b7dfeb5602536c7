"""Forms of the scan of a letter: attach it, and show it to everyone."""

from typing import Any

from django import forms

from core.berkas.pindaian import PindaianMixin
from core.formulir.forms import BentukMixin
from warga.models import Pengguna

PETUNJUK_PINDAIAN = (
    "Foto atau PDF, paling besar 10 MB. Hanya dibaca petugas kecamatan, sampai Anda "
    "menampilkannya. Isi PDF tidak dapat dihitamkan di sini: kalau memuat nama atau alamat warga, "
    "tutup dulu di kertasnya, atau kirim fotonya."
)


class PindaianForm(PindaianMixin, forms.Form):
    """The scan alone; `dokumen` is the stored file."""

    nama_titipan = "PindaianForm"

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.oleh = oleh
        self.pasang_pindaian("Pindaian surat", PETUNJUK_PINDAIAN, wajib=True)
        del self.fields["titipan"]  # nothing else in this form can be wrong


class TampilkanForm(BentukMixin, forms.Form):
    """A tick that an official looked at this very scan; `dilihat` is its name."""

    dilihat = forms.CharField(widget=forms.HiddenInput, required=False)
    diperiksa = forms.BooleanField(
        label="Sudah diperiksa: tidak memuat nama atau alamat warga",
        error_messages={"required": "Periksa dulu pindaiannya, lalu centang ini."},
    )
