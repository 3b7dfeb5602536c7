"""The clock of a kiriman: which step is due next, and how many days it has (`aspirasi.hari`).

What a step, a delay and a holiday do to the clock is that of every thing that waits
(`core.tenggat.jam`). While the sender is asked, the days left of the first look wait in
`sisa_hari`.
"""

import datetime as dt

from aspirasi.enums import STATUS_TERTUTUP, Aksi, Langkah, Status
from aspirasi.hari import (
    HARI_INSTANSI,
    HARI_PENGIRIM,
    HARI_PERIKSA,
    HARI_PERIKSA_BAHAYA,
    HARI_SELESAI,
    hari_jawab,
)
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi
from core.tenggat import jam
from core.waktu import hari_ini


def mulai(aspirasi: Aspirasi, langkah: str) -> None:
    """Let `langkah` be due next, counted from today."""
    _setel(aspirasi, langkah, hari_untuk(aspirasi, langkah))


def hari_untuk(aspirasi: Aspirasi, langkah: str) -> int | None:
    """Return how many working days this step has; None when nothing is due."""
    banyak: dict[str, int] = {
        Langkah.PERIKSA: HARI_PERIKSA_BAHAYA if aspirasi.bahaya else HARI_PERIKSA,
        Langkah.JAWAB: hari_jawab(aspirasi.golongan, bahaya=aspirasi.bahaya),
        Langkah.SELESAI: HARI_SELESAI[aspirasi.golongan],
        Langkah.PENGIRIM: HARI_PENGIRIM,
        Langkah.KONFIRMASI: HARI_PENGIRIM,
        Langkah.INSTANSI: HARI_INSTANSI,
    }
    return banyak.get(langkah)


def jalankan(aspirasi: Aspirasi, aksi: str, dari: str) -> None:
    """Move the clock for this act. The kiriman has the new status; `dari` is the one before.

    LENGKAPI and KABARI begin no step: they continue the running one (`_lanjutkan`, `_terkabari`).
    """
    if aspirasi.status in STATUS_TERTUTUP:
        mulai(aspirasi, Langkah.NIHIL)
    elif aksi == Aksi.LENGKAPI:
        _lanjutkan(aspirasi)
    elif aksi == Aksi.KABARI:
        _terkabari(aspirasi)
    elif langkah := PINDAH[aksi].langkah:
        if langkah == Langkah.PENGIRIM:
            aspirasi.sisa_hari = jam.sisa(aspirasi)
        mulai(aspirasi, langkah)
    elif dari in (Status.DIBUKA_KEMBALI, Status.MENUNGGU_INSTANSI) and aspirasi.status != dari:
        mulai(aspirasi, Langkah.SELESAI)


def tunda(aspirasi: Aspirasi, sampai: dt.date, alasan: str) -> None:
    """Announce that the step comes later, and why. What was promised is then promised for that
    day."""
    jam.tunda(aspirasi, sampai, alasan)
    if aspirasi.langkah == Langkah.JANJI:
        aspirasi.dijanjikan = sampai


def janjikan(aspirasi: Aspirasi, hari: dt.date) -> None:
    """Let a promise be due on this day. `janji` keeps the first one, whatever holidays come."""
    aspirasi.langkah, aspirasi.dijanjikan = Langkah.JANJI, hari
    jam.tetapkan(aspirasi, hari)


def setel_golongan(aspirasi: Aspirasi, golongan: str) -> None:
    """Change the class. A running step is counted anew from its own start."""
    aspirasi.golongan = golongan
    if aspirasi.langkah in (Langkah.JAWAB, Langkah.SELESAI):
        _alihkan(aspirasi, aspirasi.langkah)


def hitung_ulang(aspirasi: Aspirasi) -> None:
    """Count the day of the running step anew from its own start; a promise stays as it is."""
    if aspirasi.langkah != Langkah.JANJI:
        jam.hitung_ulang(aspirasi)


def _lanjutkan(aspirasi: Aspirasi) -> None:
    """Continue the first look after the sender's answer, with the days that were left; at least
    one, since an answer in the evening must not be late by midnight."""
    _setel(aspirasi, Langkah.PERIKSA, max(1, aspirasi.sisa_hari or 0))
    aspirasi.sisa_hari = None


def _terkabari(aspirasi: Aspirasi) -> None:
    """Continue after word was given: it is the first answer, so completion counts from the same
    start."""
    if aspirasi.langkah == Langkah.JAWAB:
        _alihkan(aspirasi, Langkah.SELESAI)
    elif aspirasi.langkah == Langkah.INSTANSI:
        mulai(aspirasi, Langkah.INSTANSI)


def _alihkan(aspirasi: Aspirasi, langkah: str) -> None:
    """Let this step run from the same start, with its own days."""
    aspirasi.langkah = langkah
    jam.alihkan(aspirasi, hari_untuk(aspirasi, langkah))


def _setel(aspirasi: Aspirasi, langkah: str, jatah: int | None) -> None:
    """Begin this step, with so many days; without any nothing is due."""
    aspirasi.langkah = langkah
    jam.mulai(aspirasi, jatah, awal=_awal(aspirasi, langkah))


def _awal(aspirasi: Aspirasi, langkah: str) -> dt.date:
    """Return the day from which a step counts. A sender who was told a day has the days to answer
    from that day on, even when the office was done before it."""
    if langkah == Langkah.KONFIRMASI and aspirasi.dijanjikan:
        return max(hari_ini(), aspirasi.dijanjikan)
    return hari_ini()
