"""Musyawarah penyelesaian: planned, put off or called off, and their outcome.

The trail of the project tells each of them beside their own, without the reason.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from core.formulir.sekali import satu_kali
from core.galat import TidakBisa, pastikan_beralasan, pastikan_berkata
from core.jejak.catat import catat
from core.moderasi.penarikan import hitamkan_hal
from core.templatetags.bentuk import tanggal as tulis_tanggal
from core.waktu import hari_ini, sekarang
from laporan.bacaan.penyelesaian import tulisan_musyawarah
from laporan.laku import AksiMusyawarah
from laporan.models import Musyawarah, PemeriksaanLapangan
from proyek.laku import Aksi
from proyek.models import Keputusan, Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna

TANPA_TEMPAT = "Tulis tempatnya."
TANPA_HAL = "Tulis apa yang dibicarakan. Semua orang membacanya."
SUDAH_LEWAT = "Pilih hari ini atau sesudahnya."
TANPA_HASIL = "Tulis hasilnya, atau mengapa tidak jadi. Semua orang membacanya."
BELUM_HARINYA = "Hasil dicatat pada harinya atau sesudahnya. Kalau harinya maju, ubah rencananya."
SUDAH_DICATAT = "Hasil musyawarah ini sudah dicatat, atau rencananya dibatalkan. Muat ulang."
BELUM_DICATAT = "Hasil musyawarah ini belum dicatat. Muat ulang halaman."
LAIN_PROYEK = "Keputusan itu bukan tentang proyek ini. Pilih yang lain, atau kosongkan."


@dataclass(frozen=True)
class Rencana:
    """Day, place, and what it is for."""

    tanggal: dt.date
    tempat: str
    tentang: str


@dataclass(frozen=True)
class Hasil:
    """Whether it was held, its outcome (or why it was not), and the decision that followed."""

    diadakan: bool
    hasil: str
    keputusan: Keputusan | None = None


@transaction.atomic
def rencanakan(
    *,
    proyek: Proyek,
    rencana: Rencana,
    oleh: Pengguna,
    kunci: str,
    pemeriksaan: PemeriksaanLapangan | None = None,
) -> Musyawarah:
    """Plan one about a project, for everybody to read. The form with this one-time key plans one.
    Raises TidakBisa without words, and for a day that is over."""

    def buat(tanda: str) -> Musyawarah:
        kini = kunci_proyek(proyek)
        _periksa(rencana)
        baru = Musyawarah(
            proyek=kini, pemeriksaan=pemeriksaan, oleh=oleh, kunci_sekali=tanda, **vars(rencana)
        )
        baru.save(force_insert=True)
        catat(objek=baru, aksi=AksiMusyawarah.DIRENCANAKAN, oleh=oleh)
        rincian = {"ke": tulis_tanggal(baru.tanggal)}
        catat(objek=baru.proyek, aksi=Aksi.MUSYAWARAH, oleh=oleh, rincian=rincian)
        return baru

    return satu_kali(proyek.musyawarah.all(), kunci, buat)[0]


@transaction.atomic
def ubah(*, musyawarah: Musyawarah, rencana: Rencana, alasan: str, oleh: Pengguna) -> Musyawarah:
    """Plan it otherwise, with a public reason. The same plan changes nothing. Raises TidakBisa as
    `rencanakan`, without a reason, and when its outcome was written or it was called off."""
    baris = _kunci(musyawarah, menunggu=True)
    if all(getattr(baris, nama) == nilai for nama, nilai in vars(rencana).items()):
        return baris
    pastikan_beralasan(alasan)
    _periksa(rencana)
    for nama, nilai in vars(rencana).items():
        setattr(baris, nama, nilai)
    baris.save(update_fields=list(vars(rencana)))
    catat(objek=baris, aksi=AksiMusyawarah.DIUBAH, oleh=oleh, alasan=alasan.strip())
    rincian = {"ke": tulis_tanggal(baris.tanggal)}
    catat(objek=baris.proyek, aksi=Aksi.MUSYAWARAH_DIUBAH, oleh=oleh, rincian=rincian)
    return baris


@transaction.atomic
def batalkan(*, musyawarah: Musyawarah, alasan: str, oleh: Pengguna) -> Musyawarah:
    """Call it off, with a public reason. Raises TidakBisa without one, and when its outcome was
    written or it was called off."""
    pastikan_beralasan(alasan)
    baris = _kunci(musyawarah, menunggu=True)
    baris.dibatalkan_pada = sekarang()
    baris.save(update_fields=["dibatalkan_pada"])
    catat(objek=baris, aksi=AksiMusyawarah.DIBATALKAN, oleh=oleh, alasan=alasan.strip())
    catat(objek=baris.proyek, aksi=Aksi.MUSYAWARAH_BATAL, oleh=oleh)
    return baris


@transaction.atomic
def catat_hasil(*, musyawarah: Musyawarah, hasil: Hasil, oleh: Pengguna) -> Musyawarah:
    """Write its outcome, or why it was not held. The same sent twice is written once. Raises
    TidakBisa without words, before its day, for a decision about something else, and when it was
    written or called off."""
    baris = _kunci(musyawarah)
    if _sama(baris, hasil):
        return baris
    if not baris.menunggu:
        raise TidakBisa(SUDAH_DICATAT)
    if baris.tanggal > hari_ini():
        raise TidakBisa(BELUM_HARINYA)
    _tulis(baris, hasil)
    catat(objek=baris, aksi=AksiMusyawarah.DICATAT, oleh=oleh)
    rincian = {"ke": "diadakan" if baris.diadakan else "tidak jadi diadakan"}
    catat(objek=baris.proyek, aksi=Aksi.MUSYAWARAH_DICATAT, oleh=oleh, rincian=rincian)
    return baris


@transaction.atomic
def perbaiki_hasil(
    *, musyawarah: Musyawarah, hasil: Hasil, alasan: str, oleh: Pengguna
) -> Musyawarah:
    """Correct its outcome, with a public reason; the same words change nothing. Raises TidakBisa
    without words or a reason, and before it was written."""
    baris = _kunci(musyawarah)
    if baris.diadakan is None:
        raise TidakBisa(BELUM_DICATAT)
    if _sama(baris, hasil):
        return baris
    pastikan_beralasan(alasan)
    _tulis(baris, hasil)
    catat(objek=baris, aksi=AksiMusyawarah.DIPERBAIKI, oleh=oleh, alasan=alasan.strip())
    return baris


@transaction.atomic
def tarik_tulisan(
    *, musyawarah: Musyawarah, kata: Sequence[str], alasan: str, oleh: Pengguna
) -> None:
    """Black out these words about it. Raises TidakBisa as `hitamkan_hal`."""
    baris = _kunci(musyawarah)
    hitamkan_hal(
        objek=baris,
        baris=tulisan_musyawarah(baris),
        kata=kata,
        alasan=alasan,
        aksi=AksiMusyawarah.DIHITAMKAN,
        oleh=oleh,
    )


def _kunci(musyawarah: Musyawarah, *, menunggu: bool = False) -> Musyawarah:
    proyek = kunci_proyek(musyawarah.proyek)
    baris = Musyawarah.objects.select_for_update().get(pk=musyawarah.pk)
    baris.proyek = proyek
    if menunggu and not baris.menunggu:
        raise TidakBisa(SUDAH_DICATAT)
    return baris


def _periksa(rencana: Rencana) -> None:
    pastikan_berkata(rencana.tempat, TANPA_TEMPAT)
    pastikan_berkata(rencana.tentang, TANPA_HAL)
    if rencana.tanggal < hari_ini():
        raise TidakBisa(SUDAH_LEWAT)


def _sama(baris: Musyawarah, hasil: Hasil) -> bool:
    kini = (baris.diadakan, baris.hasil, baris.keputusan_id)
    return kini == (hasil.diadakan, hasil.hasil.strip(), hasil.keputusan and hasil.keputusan.pk)


def _tulis(baris: Musyawarah, hasil: Hasil) -> None:
    pastikan_berkata(hasil.hasil, TANPA_HASIL)
    if hasil.keputusan and hasil.keputusan.proyek_id != baris.proyek_id:
        raise TidakBisa(LAIN_PROYEK)
    baris.diadakan, baris.hasil = hasil.diadakan, hasil.hasil.strip()
    baris.keputusan = hasil.keputusan if hasil.diadakan else None
    baris.dicatat_pada = baris.dicatat_pada or sekarang()
    baris.save()
