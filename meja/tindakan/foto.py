"""Photos that everyone may see: the field that picks them, and the act that shows them."""

from collections.abc import Iterable
from typing import Any

import rules
from django import forms

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services.foto_umum import setujui_foto
from core.formulir.widgets import PilihanFoto
from meja.tindakan.dasar import TindakanForm
from warga.models import Pengguna


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

    def muat(self, semua: Iterable[Lampiran]) -> None:
        """Offer those of these photos of a kiriman that wait to be shown, without a query."""
        bernomor = enumerate(semua, start=1)
        self._foto = {str(i): f for i, f in bernomor if f.menunggu}
        self.choices = [(i, _nama(i, f)) for i, f in self._foto.items()]
        self.widget.foto = {i: f.berkas.alamat_kecil for i, f in self._foto.items()}

    def clean(self, value: Any) -> list[Lampiran]:
        return [self._foto[ke] for ke in super().clean(value)]


def _nama(ke: str, foto: Lampiran) -> str:
    return f"Foto {ke}, pada jawaban resmi" if foto.dari_jawaban else f"Foto {ke}"


class TampilkanFoto(TindakanForm):
    """Photos that may be shown to everyone: those of the sender after the first look, and those of
    answers that the own office held back or covered."""

    nama, aksi, izin = "foto", Aksi.FOTO_DISETUJUI, "aspirasi.tangani"
    label, tombol = "Tampilkan foto", "Tampilkan foto yang dipilih"
    pesan = "Foto sudah tampil untuk umum."

    foto = FotoField()

    @classmethod
    def mungkin(cls, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        if not super().mungkin(aspirasi, oleh) or not aspirasi.terbit or aspirasi.anak:
            return False
        return any(f.menunggu for f in _yang_boleh(aspirasi, oleh))

    def siapkan(self) -> None:
        self.bidang("foto", FotoField).muat(_yang_boleh(self.aspirasi, self.oleh))

    def lakukan(self) -> None:
        for lampiran in self.cleaned_data["foto"]:
            setujui_foto(lampiran=lampiran, oleh=self.oleh)


def _yang_boleh(aspirasi: Aspirasi, oleh: Pengguna) -> list[Lampiran]:
    """Return the photos of the kiriman that this person may show, read along with it."""
    return [f for f in aspirasi.lampiran.all() if _boleh(f, aspirasi, oleh)]


def _boleh(foto: Lampiran, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    if foto.jawaban is None:
        return bool(rules.has_perm("aspirasi.periksa", oleh, aspirasi))
    foto.jawaban.aspirasi = aspirasi  # the same row, without a query
    return bool(rules.has_perm("aspirasi.tarik_jawaban", oleh, foto.jawaban))
