"""The list of what an office says is ready, and the day on which a kampung joins.

Who may stands in `warga.rules`. What a kampung lacks is known above this app, so whoever opens one
says it (`meja.services.kesiapan`).
"""

import datetime as dt

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import hari_ini, sekarang
from warga.laku import AksiKampung, AksiKesiapan
from warga.models import Kampung, Kesiapan, Pengguna

TANPA_ALASAN = "Tulis alasannya. Petugas kecamatan membacanya."
NANTI = "Tanggalnya belum tiba. Catat sesudah terlaksana."
SUDAH_DICABUT = "Catatan ini sudah dicabut. Muat ulang halaman."
SUDAH_BERGABUNG = "Kampung ini sudah bergabung. Muat ulang halaman."
BELUM_BERGABUNG = "Kampung ini belum bergabung. Muat ulang halaman."


@transaction.atomic
def catat_siap(
    *,
    butir: str,
    kampung: Kampung | None,
    tanggal: dt.date,
    surat: str,
    keterangan: str = "",
    oleh: Pengguna,
) -> Kesiapan:
    """Say that a line is done, or correct what was said of it. The same sent twice stands once.

    Raises TidakBisa for a day to come.
    """
    if tanggal > hari_ini():
        raise TidakBisa(NANTI)
    isi = {"tanggal": tanggal, "surat": surat, "keterangan": keterangan}
    lama = _kunci(butir, kampung)
    if lama and all(getattr(lama, nama) == nilai for nama, nilai in isi.items()):
        return lama
    baris = lama or Kesiapan(butir=butir, kampung=kampung)
    for nama, nilai in isi.items():
        setattr(baris, nama, nilai)
    baris.dicatat_oleh, baris.dicatat = oleh, sekarang()
    baris.save()
    catat(objek=baris, aksi=AksiKesiapan.DIPERBAIKI if lama else AksiKesiapan.DICATAT, oleh=oleh)
    return baris


@transaction.atomic
def cabut_siap(*, kesiapan: Kesiapan, alasan: str, oleh: Pengguna) -> Kesiapan:
    """Take a line back. Raises TidakBisa without a reason, and when it was taken back before."""
    pastikan_berkata(alasan, TANPA_ALASAN)
    baris = Kesiapan.objects.select_for_update().get(pk=kesiapan.pk)
    if baris.dicabut:
        raise TidakBisa(SUDAH_DICABUT)
    baris.dicabut = True
    baris.save(update_fields=["dicabut"])
    catat(objek=baris, aksi=AksiKesiapan.DICABUT, oleh=oleh, alasan=alasan)
    return baris


@transaction.atomic
def gabungkan(*, kampung: Kampung, oleh: Pengguna) -> Kampung:
    """Open a kampung to the public today. Raises TidakBisa when it has joined before."""
    kampung = kunci_kampung(kampung)
    if kampung.bergabung:
        raise TidakBisa(SUDAH_BERGABUNG)
    return _setel(kampung, hari_ini(), AksiKampung.BERGABUNG, oleh)


@transaction.atomic
def batalkan_gabung(*, kampung: Kampung, alasan: str, oleh: Pengguna) -> Kampung:
    """Let its pages say again that it has not joined. Nothing that it wrote is hidden.

    Raises TidakBisa without a reason, and when it has not joined.
    """
    pastikan_berkata(alasan, TANPA_ALASAN)
    kampung = kunci_kampung(kampung)
    if not kampung.bergabung:
        raise TidakBisa(BELUM_BERGABUNG)
    return _setel(kampung, None, AksiKampung.BATAL_BERGABUNG, oleh, alasan)


def kunci_kampung(kampung: Kampung) -> Kampung:
    """Return a kampung as it is now, locked."""
    return Kampung.objects.select_for_update(no_key=True).get(pk=kampung.pk)


def _setel(
    kampung: Kampung, hari: dt.date | None, aksi: str, oleh: Pengguna, alasan: str = ""
) -> Kampung:
    kampung.bergabung_pada = hari
    kampung.save(update_fields=["bergabung_pada"])
    catat(objek=kampung, aksi=aksi, oleh=oleh, alasan=alasan)
    return kampung


def _kunci(butir: str, kampung: Kampung | None) -> Kesiapan | None:
    """Return the line that stands, locked; a new one waits for the other who makes it."""
    if kampung is not None:
        kunci_kampung(kampung)
    berdiri = Kesiapan.objects.select_for_update().filter(butir=butir, dicabut=False)
    return berdiri.filter(kampung=kampung).first()
