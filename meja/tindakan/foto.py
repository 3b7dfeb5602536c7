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

BERUBAH = "Fotonya baru saja berubah. Lihat yang ada sekarang, lalu pilih lagi."


class FotoField(forms.MultipleChoiceField):
    """Photos of one kiriman that are not shown yet. It cleans to Lampiran.

    The name of its file names a photo, and changes when parts of it are covered. So a form that was
    made before shows no picture that nobody looked at.
    """

    widget = PilihanFoto

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(
            required=required,
            label="Foto yang boleh tampil untuk umum",
            help_text="Jangan tampilkan wajah, pelat nomor, atau rumah yang dapat dikenali.",
            error_messages={"invalid_choice": BERUBAH},
        )
        self._foto: dict[str, Lampiran] = {}

    def muat(self, semua: Iterable[Lampiran]) -> None:
        """Offer those of these photos of a kiriman that wait to be shown, without a query."""
        bernomor = enumerate(semua, start=1)
        menunggu = [(ke, foto) for ke, foto in bernomor if foto.menunggu]
        self._foto = {foto.berkas.nama: foto for _, foto in menunggu}
        self.choices = [(foto.berkas.nama, _nama(ke, foto)) for ke, foto in menunggu]
        self.widget.foto = {nama: foto.berkas.alamat_kecil for nama, foto in self._foto.items()}

    def clean(self, value: Any) -> list[Lampiran]:
        return [self._foto[nama] for nama in super().clean(value)]


def _nama(ke: int, foto: Lampiran) -> str:
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
