"""The turns of offices: from which day on a kiriman waits for the kecamatan, and for its kampung.

It may wait for both, or for nobody. A day to come means that it will wait from that day on: some
reasons ask whether a due date has come. The days stand in two columns of a kiriman, and the queue
of a desk compares one of them with today (docs/keputusan/0030-giliran.md).

Nothing here asks the database. The rules read the columns `KOLOM` of a kiriman, the office that
works on it (`KOLOM_INSTANSI`) and its kampung (`KOLOM_KAMPUNG`). Each writer of one of these
columns sets the two days anew: `Aspirasi.save`, `AspirasiQuerySet`, and the setting
TEMPAT_BERUBAH for places.
"""

import datetime as dt
from typing import Any

from django.db.models import Q

from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    STATUS_MENUNGGU_KECAMATAN,
    STATUS_PERLU_JAWABAN,
    STATUS_TERTUTUP,
    Jangkauan,
    Langkah,
    Status,
)
from aspirasi.sampai import sampai
from warga.enums import JenisInstansi

# The rules read these.
KOLOM = frozenset(
    {
        *("status", "langkah", "tenggat", "eskalasi", "ditangani"),
        *("kampung", "jangkauan", "nomor", "tempat_umum", "langsung", "bahaya", "tidak_yakin"),
        *("balasan_pada", "minta_umum_pada", "letak_menunggu_pada"),
    }
)
KOLOM_INSTANSI = frozenset({"jenis", "kampung"})
KOLOM_KAMPUNG = frozenset({"verifikasi_didelegasikan"})
# They set these.
HASIL = ("menunggu_kecamatan_sejak", "menunggu_kampung_sejak")

# One of these may wait. A closed kiriman without a new word of its sender waits for nobody.
BISA_MENUNGGU = (
    ~Q(status__in=STATUS_TERTUTUP)
    | Q(balasan_pada__isnull=False)
    | Q(letak_menunggu_pada__isnull=False)
)
# From this rung of the ladder on the kecamatan looks after it, too (`services.pengingat`).
ESKALASI_KECAMATAN = 2
SEHARI = dt.timedelta(days=1)


def setel(aspirasi: Any, hari: dt.date) -> bool:
    """Set both days as they are on `hari` (WIB). Return whether one of them changed.

    A day since which it has waited without a break stays.
    """
    lama = tuple(getattr(aspirasi, nama) for nama in HASIL)
    baru = (untuk_kecamatan(aspirasi, hari), untuk_kampung(aspirasi, hari))
    kini = tuple(_berlanjut(dulu, mulai, hari) for dulu, mulai in zip(lama, baru, strict=True))
    for nama, nilai in zip(HASIL, kini, strict=True):
        setattr(aspirasi, nama, nilai)
    return kini != lama


def _berlanjut(dulu: dt.date | None, mulai: dt.date | None, hari: dt.date) -> dt.date | None:
    sudah_lama = dulu is not None and mulai is not None and max(dulu, mulai) <= hari
    return dulu if sudah_lama else mulai


def untuk_kecamatan(aspirasi: Any, hari: dt.date) -> dt.date | None:
    """Return from which day on it waits for the kecamatan: `hari` itself, unless a due date says
    it; None when it does not wait there."""
    if _periksa_atau_salurkan(aspirasi) or _jawab_kecamatan(aspirasi) or _izinkan(aspirasi):
        return hari
    if aspirasi.status == Status.MENUNGGU_INSTANSI or _janji_kecamatan(aspirasi):
        tenggat: dt.date | None = aspirasi.tenggat
        return tenggat
    # Its project is finished and its sender is silent: an official must say whether it is proven
    # there.
    if aspirasi.status == Status.DIRENCANAKAN and aspirasi.langkah == Langkah.KONFIRMASI:
        return aspirasi.tenggat + SEHARI if aspirasi.tenggat else None
    return None


def untuk_kampung(aspirasi: Any, hari: dt.date) -> dt.date | None:
    """Return from which day on it waits for its kampung: `hari`, or the day that the kampung
    promised; None when it has not reached the kampung, or does not wait there."""
    if aspirasi.kampung_id is None or not sampai(aspirasi):
        return None
    if _mulai(aspirasi) or _jawab(aspirasi) or _baca_balasan(aspirasi):
        return hari
    tenggat: dt.date | None = aspirasi.tenggat
    return tenggat if _janji_kampung(aspirasi) else None


def _periksa_atau_salurkan(aspirasi: Any) -> bool:
    return aspirasi.status in STATUS_MENUNGGU_KECAMATAN


def _jawab_kecamatan(aspirasi: Any) -> bool:
    """Return whether the kecamatan owes an answer or a reply: no kampung works on it, or one is
    late."""
    if aspirasi.status not in STATUS_PERLU_JAWABAN and aspirasi.balasan_pada is None:
        return False
    return aspirasi.eskalasi >= ESKALASI_KECAMATAN or _tanpa_kampung(aspirasi)


def _janji_kecamatan(aspirasi: Any) -> bool:
    """Return whether the kecamatan must see that a promise is kept: its own, or one long late."""
    if aspirasi.status != Status.DIJANJIKAN:
        return False
    return aspirasi.eskalasi >= ESKALASI_KECAMATAN or _tanpa_kampung(aspirasi)


def _janji_kampung(aspirasi: Any) -> bool:
    """Return whether its kampung promised something, and works on it."""
    if aspirasi.status != Status.DIJANJIKAN:
        return False
    return aspirasi.ditangani is None or _di_kampung_sendiri(aspirasi)


def _tanpa_kampung(aspirasi: Any) -> bool:
    """Return whether no kampung works on it: the kecamatan does, or an instansi without a desk
    here, or nobody and no kampung may."""
    if aspirasi.ditangani is not None:
        return bool(aspirasi.ditangani.jenis != JenisInstansi.KAMPUNG)
    return aspirasi.jangkauan == Jangkauan.KECAMATAN or aspirasi.kampung_id is None


def _izinkan(aspirasi: Any) -> bool:
    """Return whether the sender asks that everyone may read it, or see its exact place."""
    if aspirasi.minta_umum_pada and aspirasi.status not in STATUS_TERTUTUP:
        return True
    return bool(aspirasi.letak_menunggu_pada and aspirasi.tempat_umum and aspirasi.terbit)


def _mulai(aspirasi: Any) -> bool:
    """Return whether it waits to be begun before the first look, or for the look, where that is
    delegated."""
    if aspirasi.status != Status.DIAJUKAN:
        return False
    return aspirasi.ditangani is None or aspirasi.kampung.verifikasi_didelegasikan


def _jawab(aspirasi: Any) -> bool:
    """Return whether it waits for an answer. A reopened kiriman is the kecamatan's to look at
    first."""
    perlu = aspirasi.status in STATUS_PERLU_JAWABAN and aspirasi.status != Status.DIBUKA_KEMBALI
    return perlu and (aspirasi.ditangani is None or _di_kampung_sendiri(aspirasi))


def _baca_balasan(aspirasi: Any) -> bool:
    """Return whether a reply waits. Before the first look it waits for the same office, unless work
    has begun here."""
    if aspirasi.balasan_pada is None:
        return False
    if aspirasi.ditangani is None:
        return aspirasi.status not in STATUS_BELUM_DIPERIKSA
    return _di_kampung_sendiri(aspirasi)


def _di_kampung_sendiri(aspirasi: Any) -> bool:
    """Return whether the office that works on it, which is there, is its kampung."""
    return bool(aspirasi.ditangani.kampung_id == aspirasi.kampung_id)
