"""The planning year: which step runs now, what comes next, and what is allowed on a day.

Everything that asks for a day asks `halangan` here; the days stand in the table `Masa` alone.
"""

import datetime as dt
from dataclasses import dataclass

from core.templatetags.bentuk import rentang_tanggal, tanggal
from core.waktu import hari_ini
from rencana.enums import Boleh, LangkahTahunan
from rencana.models import Masa
from warga.models import Kampung

_URUT = {langkah: nomor for nomor, langkah in enumerate(LangkahTahunan.values)}


@dataclass(frozen=True)
class Langkah:
    """One step of a year, as a page shows it."""

    masa: Masa
    kini: bool
    lewat: bool

    @property
    def nama(self) -> str:
        return str(self.masa.get_langkah_display())

    @property
    def kata_hari(self) -> str:
        return rentang_tanggal(self.masa.buka, self.masa.tutup)

    @property
    def boleh(self) -> str:
        """Return what it allows, in a phrase; "" for nothing that the portal checks."""
        return "; ".join(str(Boleh(satu).label) for satu in self.masa.boleh)


def masa_berlaku(tahun: int, kampung: Kampung | None = None) -> list[Masa]:
    """Return the steps of a year as they hold for a kampung: its own days in place of the common
    ones; one query."""
    semua = list(Masa.objects.untuk(kampung, tahun).select_related("kampung"))
    berlaku = {masa.langkah: masa for masa in semua if masa.kampung_id is None}
    berlaku |= {masa.langkah: masa for masa in semua if masa.kampung_id is not None}
    return sorted(berlaku.values(), key=lambda masa: (masa.buka, _URUT[masa.langkah]))


def langkah_tahun(tahun: int, kampung: Kampung | None = None) -> list[Langkah]:
    """Return the steps of a year with their places in time."""
    hari = hari_ini()
    return [
        Langkah(masa, masa.buka <= hari <= masa.tutup, masa.tutup < hari)
        for masa in masa_berlaku(tahun, kampung)
    ]


def halangan(apa: str, kampung: Kampung, tahun: int) -> str:
    """Return why this is not allowed today, with what to do; "" when it is. Whatever no step of
    the year allows is free all year."""
    hari = hari_ini()
    milik = [masa for masa in masa_berlaku(tahun, kampung) if apa in masa.boleh]
    if not milik or any(masa.buka <= hari <= masa.tutup for masa in milik):
        return ""
    nanti = [masa.buka for masa in milik if masa.buka > hari]
    kapan = f"baru mulai {tanggal(min(nanti))}" if nanti else f"sudah lewat {_akhir(milik)}"
    return (
        f"Menurut jadwal {tahun}, waktu untuk ini {kapan}. Perlu hari lain untuk kampung ini? "
        "Minta kecamatan mengaturnya, dengan alasannya."
    )


def _akhir(milik: list[Masa]) -> str:
    return tanggal(max(masa.tutup for masa in milik))


def jawaban_paling_lambat(tahun: int) -> dt.date:
    """Return the last day on which the kabupaten answers what was asked for this year: as the
    table has it, else the end of July."""
    masa = Masa.objects.kecamatan(tahun).filter(langkah=LangkahTahunan.JAWABAN).first()
    return masa.tutup if masa else dt.date(tahun, 7, 31)
