"""The work that officials are told of: what newly waits for an office, or for one person.

A `Pekerjaan` says which acts of the trail may give work, and asks the desk whose work it is now. So
nobody is told of what their desk does not hold, and the same question is asked again when a notice
is read (docs/keputusan/0065-kabar-kerja.md).
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, QuerySet
from django.utils import timezone

from core.cari.ada import ada
from core.hal import LAIN, Tampilan, Ucapan
from core.models import Jejak
from kabar.bacaan import (
    kerja_berdua,
    kerja_kiriman,
    kerja_mitra,
    kerja_proyek,
    kerja_rencana,
    kerja_tanggapan,
)
from kabar.enums import Kerja


@dataclass(frozen=True)
class Pekerjaan:
    """One kind of work.

    `hal` is the key of its things in `kabar.models.Hal`, `model` their model. `jejak` and `kunci`
    are the kind in the trail and the lookup by which the trail names them; `kata` has a row for
    each act that may give work, in the words that its reader gets. `tentang(jejak)` may refuse an
    act that gives none.

    `untuk(orang)` gives the rows that wait for this person now, `terbaca(orang)` those that they
    may read. `kampung` leads to the kampung of a row, "" where only the kecamatan is told;
    `pengirim` to the account behind an act by code and PIN. `sepekan`: a notice bears the Monday of
    its week instead of its moment. `baris()` gives rows with all that
    `tampilan` shows. `banyak` and `alamat` are the words and the list for several at once.
    `sebut(objek)` is the public number of a thing, by which a message may name it; "" for none.
    """

    jenis: Kerja
    hal: str
    model: type[Any]
    jejak: str
    kunci: str
    kata: Mapping[str, str]
    untuk: Callable[[Any], QuerySet[Any]]
    terbaca: Callable[[Any], QuerySet[Any]]
    baris: Callable[[], QuerySet[Any]]
    tampilan: Callable[[Any], Tampilan]
    banyak: str
    alamat: Callable[[], str]
    kampung: str = ""
    pengirim: str = ""
    sepekan: bool = False
    tentang: Callable[[Jejak], bool] = lambda jejak: True
    kata_lain: Callable[[Jejak, Any, Any], str] = lambda jejak, objek, orang: ""
    sebut: Callable[[Any], str] = lambda objek: ""

    def memberi_kerja(self, jejak: Jejak) -> bool:
        """Return whether this act may give work of this kind."""
        return jejak.objek_jenis == self.jejak and jejak.aksi in self.kata and self.tentang(jejak)

    def waktu(self, jejak: Jejak) -> dt.datetime:
        """Return the moment that a notice of this act bears."""
        if not self.sepekan:
            return jejak.waktu
        hari = timezone.localtime(jejak.waktu).replace(hour=0, minute=0, second=0, microsecond=0)
        return hari - dt.timedelta(days=hari.weekday())

    def ucapan(self, jejak: Jejak, objek: Any, orang: Any) -> Ucapan:
        """Return the words of a notice. No name of a person stands in them."""
        lain = self.kata_lain(jejak, objek, orang)
        return Ucapan(lain or self.kata.get(jejak.aksi, LAIN))

    def kumpulan(self) -> tuple[Tampilan, Ucapan]:
        """Return how a notice of several things reads: neither their number nor any of them, which
        may change until it is read."""
        return Tampilan("Meja kerja", self.alamat()), Ucapan(self.banyak)


PEKERJAAN: tuple[Pekerjaan, ...] = tuple(
    Pekerjaan(**isi)
    for isi in (
        *kerja_kiriman.PEKERJAAN,
        *kerja_berdua.PEKERJAAN,
        *kerja_proyek.PEKERJAAN,
        *kerja_tanggapan.PEKERJAAN,
        *kerja_rencana.PEKERJAAN,
        *kerja_mitra.PEKERJAAN,
    )
)
MENURUT_JENIS: dict[int, Pekerjaan] = {satu.jenis.value: satu for satu in PEKERJAAN}


def tampil(orang: Any, *, baru: bool = False) -> Q:
    """Return the condition of the notices of work that this person may be shown.

    One that was not opened shows while the thing waits for them; one that was, while they may read
    the thing. So nothing is left of what a colleague did, and of what their office reads no more.
    One for several things shows while any work of its kind waits. With `baru` it serves for rows
    that were not opened, and asks only of these.
    """
    syarat = Q(pk__in=[])
    for satu in PEKERJAAN:
        tunggu = satu.untuk(orang).order_by()
        milik = Q(_ada(tunggu, satu.hal), dibaca_pada__isnull=True, terkumpul=False)
        milik |= Q(ada(tunggu), dibaca_pada__isnull=True, terkumpul=True)
        if not baru:
            milik |= Q(_ada(satu.terbaca(orang), satu.hal), dibaca_pada__isnull=False)
        syarat |= Q(milik, kerja=satu.jenis.value)
    return syarat


def terbaca_rekan(rekan: Any) -> Q:
    """Return the condition of notices about things that this colleague of their owner may read,
    too."""
    syarat = Q(pk__in=[])
    for satu in PEKERJAAN:
        syarat |= Q(_ada(satu.terbaca(rekan), satu.hal), kerja=satu.jenis.value)
    return syarat


def _ada(baris: QuerySet[Any], hal: str) -> Q:
    return Q(ada(baris.filter(pk=OuterRef(f"hal__{hal}"))))
