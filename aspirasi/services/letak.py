"""Put the place of a kiriman on the map: its sender sets it, officials may only narrow.

`letak.letak_umum` decides what everybody sees of it. While the kiriman is public, an exact place
waits for an official who looks at it, as text and photos do; until then it stays rounded. The trail
tells that the place changed, never where it is.
"""

import datetime as dt

from django.db import transaction

from aspirasi.bacaan.letak import Titik
from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from aspirasi.services.alur import kunci_baris, pastikan_beralasan
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from warga.models import Pengguna

BULAT, TEPAT = "bulat", "tepat"


@transaction.atomic
def atur(*, aspirasi: Aspirasi, titik: Titik | None, tempat_umum: bool) -> Aspirasi:
    """Set, move or remove the place for the sender, who says whether it is a public one.

    The same once more changes nothing. Raises TidakBisa when the kiriman is closed and its place
    would tell more than before.
    """
    aspirasi = kunci_baris(aspirasi)
    tempat_umum = tempat_umum and titik is not None
    tetap = titik == _titik(aspirasi)
    if tetap and tempat_umum == aspirasi.tempat_umum:
        return aspirasi
    menyempit = titik is None or (tetap and not tempat_umum)
    if not (aspirasi.terbuka or menyempit):
        raise TidakBisa("Kiriman ini sudah ditutup, jadi lokasinya hanya dapat dihapus.")
    aspirasi.lintang, aspirasi.bujur = titik or (None, None)
    aspirasi.tempat_umum = tempat_umum
    aspirasi.letak_menunggu_pada = sekarang() if tempat_umum and aspirasi.terbit else None
    aspirasi.save()
    catat(objek=aspirasi, aksi=Aksi.LETAK_DIATUR if titik else Aksi.LETAK_DIHAPUS)
    return aspirasi


def _titik(aspirasi: Aspirasi) -> Titik | None:
    if aspirasi.lintang is None or aspirasi.bujur is None:
        return None
    return aspirasi.lintang, aspirasi.bujur


@transaction.atomic
def bulatkan(*, aspirasi: Aspirasi, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Round the place from now on, because an official says that it is no public place, and why.

    Raises TidakBisa when it is rounded already, or the reason is missing.
    """
    aspirasi = kunci_baris(aspirasi)
    if not aspirasi.tempat_umum:
        raise TidakBisa("Lokasi kiriman ini sudah dibulatkan.")
    pastikan_beralasan(Aksi.LETAK_DIBULATKAN, alasan)
    aspirasi.tempat_umum, aspirasi.letak_menunggu_pada = False, None
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.LETAK_DIBULATKAN, oleh, TEPAT, alasan.strip(), ke=BULAT)
    return aspirasi


@transaction.atomic
def tepatkan(*, aspirasi: Aspirasi, sejak: dt.datetime, oleh: Pengguna) -> Aspirasi:
    """Show the exact place that its sender marked, after an official looked at it.

    `sejak` is the `letak_menunggu_pada` of the place that was looked at. Raises TidakBisa when the
    sender moved it since, or does not ask for it (any more).
    """
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.letak_menunggu_pada is None:
        raise TidakBisa("Pengirim tidak (lagi) meminta lokasi yang tepat ditampilkan.")
    if aspirasi.letak_menunggu_pada != sejak:
        raise TidakBisa("Pengirim baru saja mengubah lokasinya. Lihat petanya sekali lagi.")
    aspirasi.letak_menunggu_pada = None
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.LETAK_DITEPATKAN, oleh, BULAT, ke=TEPAT)
    return aspirasi
