"""Entering the paper list of a musyawarah dusun, and correcting it until the plan is set."""

from collections.abc import Mapping

from django.db import transaction

from core.formulir.sekali import satu_kali
from core.galat import TidakBisa
from core.waktu import hari_ini
from rencana.bacaan.siklus import halangan
from rencana.enums import Boleh
from rencana.models import MusyawarahDusun, Rencana, SuaraDusun
from rencana.services.catatan import Sebab, catat_ubah
from rencana.services.kunci import kunci_rencana
from warga.models import Pengguna

TETAP = "Rencana ini sudah ditetapkan, jadi daftar suara tidak berubah lagi."
NANTI = "Tanggal musyawarah tidak boleh sesudah hari ini."
KEMBAR = "Musyawarah dusun ini pada hari itu sudah dicatat. Buka yang sudah ada."
LEBIH = "Suara untuk satu baris tidak boleh lebih banyak daripada yang hadir."
BUKAN = "Salah satu baris sudah tidak ada. Muat ulang halaman."
Suara = Mapping[int, tuple[int, int]]  # key of a row → men, women


def catat_dusun(
    *,
    musyawarah: MusyawarahDusun,
    suara: Suara,
    oleh: Pengguna,
    kunci: str,
    sebab: Sebab | None = None,
) -> MusyawarahDusun:
    """Store a new list with its voices, once for the form with this key. Raises TidakBisa for a day
    to come, more voices than people, the same list twice, and outside the days of the calendar."""

    def buat(sidik: str) -> MusyawarahDusun:
        musyawarah.kunci_sekali, musyawarah.dicatat_oleh = sidik, oleh
        return _simpan(musyawarah, suara, oleh, sebab or Sebab())

    return satu_kali(MusyawarahDusun.objects.filter(dicatat_oleh=oleh), kunci, buat)[0]


@transaction.atomic
def ubah_dusun(
    *, musyawarah: MusyawarahDusun, suara: Suara, oleh: Pengguna, sebab: Sebab | None = None
) -> MusyawarahDusun:
    """Correct a list; raises as above."""
    return _simpan(musyawarah, suara, oleh, sebab or Sebab())


def _simpan(
    musyawarah: MusyawarahDusun, suara: Suara, oleh: Pengguna, sebab: Sebab
) -> MusyawarahDusun:
    rencana = _terbuka(musyawarah.rencana)
    _pastikan(musyawarah, suara, rencana)
    musyawarah.save()
    musyawarah.suara.all().delete()
    SuaraDusun.objects.bulk_create(
        SuaraDusun(musyawarah=musyawarah, baris_id=baris, laki=laki, perempuan=perempuan)
        for baris, (laki, perempuan) in suara.items()
        if laki or perempuan
    )
    catat_ubah(rencana, oleh, [("Daftar suara musyawarah dusun", "", "dicatat")], sebab)
    return musyawarah


def _terbuka(rencana: Rencana) -> Rencana:
    rencana = kunci_rencana(rencana)
    if rencana.tetap:
        raise TidakBisa(TETAP)
    if galat := halangan(Boleh.SUARA, rencana.kampung, rencana.tahun):
        raise TidakBisa(galat)
    return rencana


def _pastikan(musyawarah: MusyawarahDusun, suara: Suara, rencana: Rencana) -> None:
    if musyawarah.tanggal > hari_ini():
        raise TidakBisa(NANTI)
    hadir = (musyawarah.hadir_l, musyawarah.hadir_p)
    if any(laki > hadir[0] or perempuan > hadir[1] for laki, perempuan in suara.values()):
        raise TidakBisa(LEBIH)
    if set(suara) - set(rencana.baris.values_list("pk", flat=True)):
        raise TidakBisa(BUKAN)
    sama = rencana.musyawarah_dusun.filter(dusun=musyawarah.dusun, tanggal=musyawarah.tanggal)
    if sama.exclude(pk=musyawarah.pk).exists():
        raise TidakBisa(KEMBAR)


@transaction.atomic
def hapus_dusun(*, musyawarah: MusyawarahDusun, oleh: Pengguna, sebab: Sebab | None = None) -> None:
    """Take a list away that was entered by mistake."""
    rencana = _terbuka(musyawarah.rencana)
    musyawarah.delete()
    butir = [("Daftar suara musyawarah dusun", "", "dihapus")]
    catat_ubah(rencana, oleh, butir, sebab or Sebab())
