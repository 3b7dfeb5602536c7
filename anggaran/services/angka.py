"""Money that arrived, programs from outside, help for families: written down, set right, taken
back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anggaran.laku import AksiAngka
from anggaran.models.angka import AngkaKampung
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import sekarang
from warga.models import Pengguna

DICABUT = "Catatan ini sudah dicabut."


@transaction.atomic
def catat_angka(*, angka: AngkaKampung, oleh: Pengguna, kunci_sekali: str) -> AngkaKampung:
    """Write an unsaved number down. Raises TidakBisa where the same stands already."""
    angka.dibuat_oleh, angka.kunci_sekali = oleh, kunci_sekali
    pastikan_baru(angka)
    angka.save(force_insert=True)
    catat(objek=angka, aksi=AksiAngka.DICATAT, oleh=oleh)
    return angka


@transaction.atomic
def betulkan_angka(
    *, angka: AngkaKampung, isi: Mapping[str, Any], alasan: str, oleh: Pengguna
) -> AngkaKampung:
    """Set the fields `isi` of a number right; everyone reads the reason. Raises TidakBisa without
    one, or when the number was taken back."""
    baris = _kunci(angka, alasan)
    for nama, nilai in isi.items():
        setattr(baris, nama, nilai)
    pastikan_baru(baris)
    baris.save()
    catat(objek=baris, aksi=AksiAngka.DIBETULKAN, oleh=oleh, alasan=alasan)
    return baris


@transaction.atomic
def cabut_angka(*, angka: AngkaKampung, alasan: str, oleh: Pengguna) -> AngkaKampung:
    """Take a number back that was written by mistake. Raises TidakBisa without a reason."""
    baris = _kunci(angka, alasan)
    baris.dicabut_pada = sekarang()
    baris.save(update_fields=["dicabut_pada"])
    catat(objek=baris, aksi=AksiAngka.DICABUT, oleh=oleh, alasan=alasan)
    return baris


def pastikan_baru(angka: AngkaKampung) -> None:
    """Raise TidakBisa where another row says the same: in the sentence of its constraint."""
    milik = type(angka)._default_manager.filter(
        kampung=angka.kampung_id, tahun=angka.tahun, dicabut_pada=None
    )
    for satu in angka._meta.constraints:
        kolom = [k for k in getattr(satu, "fields", ()) if k not in ("kampung", "tahun")]
        sama = {k: getattr(angka, k) for k in kolom}
        if kolom and milik.filter(**sama).exclude(pk=angka.pk).exists():
            raise TidakBisa(str(satu.violation_error_message))


def _kunci(angka: AngkaKampung, alasan: str) -> AngkaKampung:
    pastikan_beralasan(alasan)
    baris: AngkaKampung = type(angka)._default_manager.select_for_update().get(pk=angka.pk)
    if baris.dicabut_pada:
        raise TidakBisa(DICABUT)
    return baris
