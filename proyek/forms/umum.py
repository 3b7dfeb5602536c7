"""Parts that the forms of this app share."""

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

import core.berkas.pindaian
from core.waktu import hari_ini
from warga.models import Pengguna

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
