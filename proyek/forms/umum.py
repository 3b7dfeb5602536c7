"""Parts that the forms of this app share."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

import core.berkas.pindaian
from core.formulir.forms import BentukMixin
from core.jejak.catat import Berjejak, riwayat
from core.moderasi.penarikan import HITAM
from core.waktu import hari_ini
from proyek.laku import Aksi
from warga.models import Pengguna

DIHITAMKAN = (
    "Sementara Anda mengisi, sebagian tulisan di sini dihitamkan petugas. Kotaknya kini memuat "
    "tulisan yang sudah hitam. Periksa, lalu tekan tombol sekali lagi."
)
HARI_TERDINI = datetime.date(2000, 1, 1)
HARI_TERAKHIR = datetime.date(2100, 1, 1)


def sebut_kosong(bidang: Any, kata: str) -> None:
    """Let a choice field start with `kata` instead of a row of dashes."""
    bidang.choices = [(nilai, label if nilai else kata) for nilai, label in bidang.choices]


def tanggal_wajar(tanggal: datetime.date) -> None:
    """Refuse years that are slips of the finger."""
    if not HARI_TERDINI <= tanggal <= HARI_TERAKHIR:
        raise ValidationError("Tahun pada tanggal ini tidak wajar. Periksa lagi.")


def bukan_masa_depan(tanggal: datetime.date) -> None:
    """Refuse a day that is still to come (WIB)."""
    tanggal_wajar(tanggal)
    if tanggal > hari_ini():
        raise ValidationError("Tanggal tidak boleh sesudah hari ini.")


class TetapHitamMixin(BentukMixin):
    """Form mixin: words that were blacked out since the form was opened do not return with it."""

    def pasang_hitam(self, objek: Berjejak) -> None:
        """Carry how often words about `objek` had been blacked out when the form was opened."""
        self.hitam_kini = riwayat(objek).filter(aksi=Aksi.TULISAN_DIHITAMKAN).count()
        self.fields["dihitamkan"] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, initial=self.hitam_kini
        )

    def clean(self) -> dict[str, Any]:
        form: Any = self
        isi: dict[str, Any] = super().clean() or form.cleaned_data  # type: ignore[misc] # a mixin of forms
        dilihat = isi.pop("dihitamkan", None)
        if dilihat is not None and dilihat < self.hitam_kini:
            form.data = form.data.copy()
            form.data.update(dihitamkan=str(self.hitam_kini), **self._yang_hitam())
            form.add_error(None, DIHITAMKAN)
        return isi

    def _yang_hitam(self) -> dict[str, str]:
        """Return the stored words that are black: their fields show these, not the typed ones."""
        semua: dict[str, Any] = getattr(self, "initial", {})
        return {n: lama for n, lama in semua.items() if isinstance(lama, str) and HITAM in lama}


class PindaianMixin(core.berkas.pindaian.PindaianMixin):
    """Form mixin with the scan of a paper (PDF or photo) that everyone will read."""

    oleh: Pengguna
    label_pindaian: ClassVar[str] = "Pindaian surat (PDF atau foto)"

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        self.pasang_pindaian(
            self.label_pindaian,
            "Paling besar 10 MB. Surat ini dapat dibaca semua orang, jadi tutup dulu "
            "NIK, nomor HP, dan alamat rumah orang di dalamnya.",
        )
