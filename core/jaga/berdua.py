"""Acts that one person asks for and another approves or refuses (see `core.models.berdua`).

Each function locks the row, checks, and saves. The service that calls it decides who may ask or
decide, writes the trail and does what follows, in the same transaction.
"""

import datetime as dt
from typing import TypeVar

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import Orang
from core.models.berdua import Berdua
from core.waktu import sekarang

B = TypeVar("B", bound=Berdua)
MASA = dt.timedelta(days=3)  # from the asking to the decision, and again to the use
TIDAK_MENUNGGU = (
    "Permintaan ini sudah diputuskan, ditarik, atau lewat waktunya. Muat ulang halaman."
)


@transaction.atomic
def ajukan(baris: B, *, oleh: Orang, alasan: str) -> B:
    """Save the new request `baris`, asked by `oleh`. Raises TidakBisa without a fit reason."""
    baris.diminta_oleh_id, baris.alasan = oleh.pk, _alasan(alasan)
    baris.diminta_pada = sekarang()
    baris.kedaluwarsa = baris.diminta_pada + MASA
    baris.save()
    return baris


def setujui(baris: B, *, oleh: Orang, alasan: str) -> B:
    """Approve; from now it may be used within MASA. Returns the row as stored.

    Raises TidakBisa for the person who asked, without a fit reason, or when it waits no more.
    """
    return _putuskan(baris, oleh=oleh, alasan=alasan, disetujui=True)


def tolak(baris: B, *, oleh: Orang, alasan: str) -> B:
    """Refuse the request. Raises TidakBisa as `setujui` does."""
    return _putuskan(baris, oleh=oleh, alasan=alasan, disetujui=False)


@transaction.atomic
def tarik(baris: B, *, oleh: Orang) -> B:
    """Take one's own request back, decided or not. Raises TidakBisa for others, or once it
    ended."""
    terkunci = kunci_baris(baris)
    if terkunci.diminta_oleh_id != oleh.pk:
        raise TidakBisa("Hanya yang meminta dapat menarik permintaan ini.")
    return batalkan(terkunci)


@transaction.atomic
def batalkan(baris: B) -> B:
    """End a request that others than the asker may end (its owner, an emptied account).

    Raises TidakBisa once it ended.
    """
    terkunci = kunci_baris(baris)
    if not terkunci.masih_hidup:
        raise TidakBisa(TIDAK_MENUNGGU)
    terkunci.ditarik_pada = sekarang()
    terkunci.save(update_fields=["ditarik_pada"])
    return terkunci


@transaction.atomic
def pakai(baris: B, *, oleh: Orang | None = None) -> B:
    """Use an approved request, once; with `oleh`, only the person who asked may.

    Raises TidakBisa for anybody else, or when it is not approved, used, or out of date.
    """
    terkunci = kunci_baris(baris)
    if oleh and terkunci.diminta_oleh_id != oleh.pk:
        raise TidakBisa("Hanya yang meminta dapat memakai persetujuan ini.")
    if not terkunci.dapat_dipakai:
        raise TidakBisa("Persetujuan ini sudah dipakai atau tidak berlaku. Ajukan lagi bila perlu.")
    terkunci.dipakai_pada = sekarang()
    terkunci.save(update_fields=["dipakai_pada"])
    return terkunci


def kunci_baris(baris: B) -> B:
    """Lock the row and return it as stored."""
    return type(baris)._base_manager.select_for_update().get(pk=baris.pk)


@transaction.atomic
def _putuskan(baris: B, *, oleh: Orang, alasan: str, disetujui: bool) -> B:
    terkunci = kunci_baris(baris)
    if terkunci.diminta_oleh_id == oleh.pk:
        raise TidakBisa("Permintaan Anda sendiri diputuskan oleh orang lain.")
    if not terkunci.masih_menunggu:
        raise TidakBisa(TIDAK_MENUNGGU)
    terkunci.alasan_putusan = _alasan(alasan)
    terkunci.diputus_oleh_id, terkunci.disetujui = oleh.pk, disetujui
    terkunci.diputus_pada = sekarang()
    terkunci.kedaluwarsa = terkunci.diputus_pada + MASA
    terkunci.save()
    return terkunci


def _alasan(alasan: str) -> str:
    bersih = " ".join(alasan.split())
    batas = Berdua._meta.get_field("alasan").max_length or 0
    pastikan_berkata(bersih, "Tulis alasannya dulu. Orang kedua memutuskan dari alasan itu.")
    if len(bersih) > batas:
        raise TidakBisa(f"Alasan terlalu panjang. Paling banyak {batas} huruf.")
    return bersih
