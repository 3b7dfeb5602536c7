"""Needs of a kampung: written down, set right, closed with a word."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import sekarang
from mitra.laku import AksiKebutuhan
from mitra.models import Kebutuhan
from warga.models import Pengguna

PERLU_HASIL = "Tulis hasilnya dulu, misalnya “Sudah terpenuhi dari PT Contoh”."
SUDAH = "Kebutuhan ini sudah ditutup."
LAIN_KAMPUNG = "Proyek itu milik kampung lain. Pilih proyek kampung ini."


@transaction.atomic
def catat_kebutuhan(*, kebutuhan: Kebutuhan, oleh: Pengguna, kunci_sekali: str) -> Kebutuhan:
    """Store an unsaved need. Raises TidakBisa for a project of another kampung."""
    pastikan_sekampung(kebutuhan)
    kebutuhan.dibuat_oleh, kebutuhan.kunci_sekali = oleh, kunci_sekali
    kebutuhan.save(force_insert=True)
    catat(objek=kebutuhan, aksi=AksiKebutuhan.DICATAT, oleh=oleh)
    return kebutuhan


@transaction.atomic
def betulkan_kebutuhan(
    *, kebutuhan: Kebutuhan, isi: Mapping[str, Any], alasan: str, oleh: Pengguna
) -> Kebutuhan:
    """Set an open need right. Raises TidakBisa without a reason, or once it is closed."""
    pastikan_beralasan(alasan)
    kebutuhan = _kunci(kebutuhan)
    for nama, nilai in isi.items():
        setattr(kebutuhan, nama, nilai)
    pastikan_sekampung(kebutuhan)
    kebutuhan.save(update_fields=list(isi))
    catat(objek=kebutuhan, aksi=AksiKebutuhan.DIBETULKAN, oleh=oleh, alasan=alasan.strip())
    return kebutuhan


@transaction.atomic
def tutup_kebutuhan(*, kebutuhan: Kebutuhan, hasil: str, oleh: Pengguna) -> Kebutuhan:
    """Close a need, and say what became of it. Raises TidakBisa without words, or the second
    time."""
    pastikan_berkata(hasil, PERLU_HASIL)
    kebutuhan = _kunci(kebutuhan)
    kebutuhan.ditutup_pada, kebutuhan.hasil = sekarang(), hasil.strip()
    kebutuhan.save(update_fields=["ditutup_pada", "hasil"])
    catat(objek=kebutuhan, aksi=AksiKebutuhan.DITUTUP, oleh=oleh, alasan=kebutuhan.hasil)
    return kebutuhan


def _kunci(kebutuhan: Kebutuhan) -> Kebutuhan:
    terkunci = Kebutuhan.objects.select_for_update().get(pk=kebutuhan.pk)
    if terkunci.ditutup_pada:
        raise TidakBisa(SUDAH)
    return terkunci


def pastikan_sekampung(benda: Any) -> None:
    """Raise TidakBisa when something of a kampung names a project of another one."""
    if benda.proyek_id and benda.proyek.kampung_id != benda.kampung_id:
        raise TidakBisa(LAIN_KAMPUNG)
