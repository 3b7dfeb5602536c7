"""Opening and closing a plan for questions, and taking either back."""

import datetime as dt

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, sekarang
from rencana.bacaan.siklus import halangan
from rencana.enums import BOLEH_JENIS, JenisRencana
from rencana.laku import Aksi
from rencana.models import Rencana
from rencana.services.kunci import kunci_rencana, pindahkan
from warga.models import Pengguna

PALING_SINGKAT = dt.timedelta(days=3)
PALING_LAMA = dt.timedelta(days=90)
KOSONG = "Rancangan ini belum berisi. Tambahkan dulu barisnya."
SINGKAT = "Beri warga paling sedikit tiga hari untuk bertanya, dan paling lama 90 hari."
KEMBALI = ["status", "tanya_sampai", "dibuka_pada"]


@transaction.atomic
def buka(*, rencana: Rencana, sampai: dt.date, oleh: Pengguna) -> Rencana:
    """Open a draft to everyone until the end of a day. Raises TidakBisa without rows, outside the
    days of the calendar, or for too short a time."""
    rencana = kunci_rencana(rencana)
    pindahkan(rencana, Aksi.DIBUKA)
    if not rencana.baris.exists():
        raise TidakBisa(KOSONG)
    pastikan_masa(rencana)
    rencana.tanya_sampai, rencana.dibuka_pada = _wajar(sampai), sekarang()
    rencana.save(update_fields=KEMBALI)
    _catat(rencana, Aksi.DIBUKA, oleh)
    return rencana


def pastikan_masa(rencana: Rencana) -> None:
    """Raise TidakBisa when the calendar of the year does not allow opening or setting it today."""
    boleh = BOLEH_JENIS[JenisRencana(rencana.jenis)]
    if sebab := halangan(boleh, rencana.kampung, rencana.tahun):
        raise TidakBisa(sebab)


def _wajar(sampai: dt.date) -> dt.date:
    if not PALING_SINGKAT <= sampai - hari_ini() <= PALING_LAMA:
        raise TidakBisa(SINGKAT)
    return sampai


def _catat(rencana: Rencana, aksi: Aksi, oleh: Pengguna, alasan: str = "") -> None:
    sampai = rencana.tanya_sampai
    rincian = {"ke": f"sampai {tanggal(sampai)}"} if sampai else None
    catat(objek=rencana, aksi=aksi, oleh=oleh, alasan=alasan.strip(), rincian=rincian)


@transaction.atomic
def batal_buka(*, rencana: Rencana, alasan: str, oleh: Pengguna) -> Rencana:
    """Take the opening back: it is a draft again, and what residents sent stays theirs."""
    pastikan_beralasan(alasan)
    rencana = kunci_rencana(rencana)
    pindahkan(rencana, Aksi.BATAL_DIBUKA)
    rencana.tanya_sampai = rencana.dibuka_pada = None
    rencana.save(update_fields=KEMBALI)
    catat(objek=rencana, aksi=Aksi.BATAL_DIBUKA, oleh=oleh, alasan=alasan.strip())
    return rencana


@transaction.atomic
def ubah_masa(*, rencana: Rencana, sampai: dt.date, alasan: str, oleh: Pengguna) -> Rencana:
    """Set another last day of questions, with a reason."""
    pastikan_beralasan(alasan)
    rencana = kunci_rencana(rencana)
    pindahkan(rencana, Aksi.DIPERPANJANG)
    rencana.tanya_sampai = _wajar(sampai)
    rencana.save(update_fields=["tanya_sampai"])
    _catat(rencana, Aksi.DIPERPANJANG, oleh, alasan)
    return rencana


@transaction.atomic
def tutup(*, rencana: Rencana, alasan: str, oleh: Pengguna) -> Rencana:
    """Close the time for questions. Before its last day is over that needs a reason."""
    rencana = kunci_rencana(rencana)
    if rencana.dapat_ditanya:
        pastikan_beralasan(alasan)
    pindahkan(rencana, Aksi.DITUTUP)
    rencana.ditutup_pada = sekarang()
    rencana.save(update_fields=["status", "ditutup_pada"])
    catat(objek=rencana, aksi=Aksi.DITUTUP, oleh=oleh, alasan=alasan.strip())
    return rencana


@transaction.atomic
def buka_lagi(*, rencana: Rencana, sampai: dt.date, alasan: str, oleh: Pengguna) -> Rencana:
    """Take the closing back, until another day, with a reason."""
    pastikan_beralasan(alasan)
    rencana = kunci_rencana(rencana)
    pindahkan(rencana, Aksi.DIBUKA_LAGI)
    rencana.tanya_sampai, rencana.ditutup_pada = _wajar(sampai), None
    rencana.save(update_fields=["status", "tanya_sampai", "ditutup_pada"])
    _catat(rencana, Aksi.DIBUKA_LAGI, oleh, alasan)
    return rencana
