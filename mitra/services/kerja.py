"""Days of gotong royong: written down, set right, taken back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from core.berkas.simpan import tarik, terbitkan
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import hari_ini, sekarang
from mitra.laku import AksiKerja
from mitra.models import KerjaBakti
from mitra.services.kebutuhan import pastikan_sekampung
from warga.models import Pengguna

NANTI = "Tanggal gotong royong tidak boleh sesudah hari ini."
SUDAH = "Catatan ini sudah dicabut."


@transaction.atomic
def catat_kerja(*, kerja: KerjaBakti, oleh: Pengguna, kunci_sekali: str) -> KerjaBakti:
    """Store an unsaved day. Raises TidakBisa for a day to come."""
    _pastikan(kerja)
    kerja.dicatat_oleh, kerja.kunci_sekali = oleh, kunci_sekali
    kerja.save(force_insert=True)
    if kerja.foto:
        terbitkan(kerja.foto)
    catat(objek=kerja, aksi=AksiKerja.DICATAT, oleh=oleh)
    return kerja


def _pastikan(kerja: KerjaBakti) -> None:
    if kerja.tanggal > hari_ini():
        raise TidakBisa(NANTI)
    pastikan_sekampung(kerja)


@transaction.atomic
def betulkan_kerja(
    *, kerja: KerjaBakti, isi: Mapping[str, Any], alasan: str, oleh: Pengguna
) -> KerjaBakti:
    """Set a day right. Raises TidakBisa without a reason."""
    pastikan_beralasan(alasan)
    kerja = _kunci(kerja)
    for nama, nilai in isi.items():
        setattr(kerja, nama, nilai)
    _pastikan(kerja)
    kerja.save(update_fields=list(isi))
    catat(objek=kerja, aksi=AksiKerja.DIBETULKAN, oleh=oleh, alasan=alasan.strip())
    return kerja


@transaction.atomic
def cabut_kerja(*, kerja: KerjaBakti, alasan: str, oleh: Pengguna) -> KerjaBakti:
    """Take a day back, with its photo. Raises TidakBisa without a reason."""
    pastikan_beralasan(alasan)
    kerja = _kunci(kerja)
    kerja.dicabut_pada = sekarang()
    kerja.save(update_fields=["dicabut_pada"])
    if kerja.foto:
        tarik(kerja.foto)
    catat(objek=kerja, aksi=AksiKerja.DICABUT, oleh=oleh, alasan=alasan.strip())
    return kerja


def _kunci(kerja: KerjaBakti) -> KerjaBakti:
    terkunci = KerjaBakti.objects.select_for_update(of=("self",)).get(pk=kerja.pk)
    if terkunci.dicabut_pada:
        raise TidakBisa(SUDAH)
    return terkunci
