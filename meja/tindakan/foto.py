"""Photos that everyone may see: the field that picks them, and the act that shows them."""

from typing import Any

from django import forms

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services.foto_umum import setujui_foto
from core.formulir.widgets import PilihanFoto
from meja.tindakan.dasar import TindakanForm


class FotoField(forms.MultipleChoiceField):
    """Photos of one kiriman that are not shown yet, named by their place. It cleans to Lampiran."""

    widget = PilihanFoto

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(
            required=required,
            label="Foto yang boleh tampil untuk umum",
            help_text="Jangan tampilkan wajah, pelat nomor, atau rumah yang dapat dikenali.",
        )
        self._foto: dict[str, Lampiran] = {}

    def muat(self, aspirasi: Aspirasi) -> None:
        """Use the photos that are loaded with the kiriman, without a query."""
        semua = list(enumerate(aspirasi.lampiran.all(), start=1))
        self._foto = {str(i): f for i, f in semua if f.menunggu}
        self.choices = [(i, f"Foto {i}") for i in self._foto]
        self.widget.foto = {i: f.berkas.alamat_kecil for i, f in self._foto.items()}

    def clean(self, value: Any) -> list[Lampiran]:
        return [self._foto[ke] for ke in super().clean(value)]


class TampilkanFoto(TindakanForm):
    """Photos that may be shown to everyone."""

    nama, aksi, izin = "foto", Aksi.FOTO_DISETUJUI, "aspirasi.periksa"
    label, tombol = "Tampilkan foto", "Tampilkan foto yang dipilih"
    pesan = "Foto sudah tampil untuk umum."

    foto = FotoField()

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        menunggu = any(f.menunggu for f in aspirasi.lampiran.all())
        return aspirasi.terbit and not aspirasi.anak and menunggu

    def siapkan(self) -> None:
        self.bidang("foto", FotoField).muat(self.aspirasi)

    def lakukan(self) -> None:
        for lampiran in self.cleaned_data["foto"]:
            setujui_foto(lampiran=lampiran, oleh=self.oleh)
