"""The declaration of an app about its things, so that people can follow them and are told of them.

A `JenisHal` is one kind of thing. Its app fills it in `<app>/bacaan/hal.py`, and
`kabar.bacaan.jenis` collects them all: kabar knows nothing else about a kind
(docs/menambah.md, docs/keputusan/0029-kabar-hal.md).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.expressions import Combinable

from core.jejak.baca import peristiwa
from core.laku import Laku, Pembaca
from core.models import Jejak

# Says an act that its reader may not read any more, or that nobody declared.
LAIN = "Ada perkembangan"


@dataclass(frozen=True)
class Tampilan:
    """One thing as a row shows it: its title, its address, a line of small print, and the word and
    tone of its badge ("" for none)."""

    judul: str
    alamat: str
    keterangan: str = ""
    lencana: str = ""
    nada: str = "netral"


@dataclass(frozen=True)
class Ucapan:
    """The words of a notice about one act.

    `alamat` is where to read about it, "" for the page of the thing; `ajakan` asks its reader for
    something; `lanjutan` is the thing that goes on in its place.
    """

    kata: str
    oleh: str = ""
    alasan: str = ""
    ajakan: str = ""
    alamat: str = ""
    lanjutan: Tampilan | None = None


@dataclass(frozen=True)
class Serta:
    """Rows whose people follow a thing without having pressed "Ikuti".

    `objek`, `pengguna` and `sejak` are lookups from a row of `semua()`: the thing, the account and
    the moment. `kata` tells the person why it is in their list, `tetap` what stays when they stop.
    """

    semua: Callable[[], QuerySet[Any]]
    objek: str
    pengguna: str
    sejak: str
    kata: str
    tetap: str = ""


@dataclass(frozen=True)
class Waris:
    """How followers go along from one thing to another of its kind.

    They do when the act `pergi` is done to the one they follow. `pasangan()` gives (left,
    receiver) as keys of rows; `tidak()` gives (left, account) for people whose "no" goes along,
    too. The act `datang` on the receiver is no news for anyone who came along.
    """

    pergi: str
    datang: str
    pasangan: Callable[[], QuerySet[Any]]
    tidak: Callable[[], QuerySet[Any]]


@dataclass(frozen=True)
class JenisHal:
    """One kind of thing.

    `nama` is its column in `kabar.models.Hal` and its word in addresses, `kata` its word for
    people, `kunci` the field by which the trail names it ("" for a thing without a trail).
    `umum()` gives the rows that everybody may read now: nothing else is told to followers.
    `alamat` is the field by which addresses name it, "" when nobody follows it by itself.

    `lewat` is a foreign key to the thing whose followers hear of its acts instead of its own
    followers; it is also that thing's `nama`. `kampung` leads to the kampung whose followers hear
    of acts with `core.laku.Kabar.KAMPUNG`; `kampung_lain()` gives (row, kampung) as keys for the
    others that these acts concern. `penulis` leads to the account that is told everything
    that the sender's circle reads, and `milik(orang)` gives the rows that only their author reads
    now. `pengirim` leads to the account behind acts by code and PIN, which the trail does not name:
    nobody is told of their own acts.

    `baris()` gives rows with all that `tampilan(objek)` and `ucapan(jejak, objek, orang)` show, in
    one query. `tamu` is a further sentence for visitors beside the button.
    """

    nama: str
    model: type[Model]
    kata: str
    umum: Callable[[], QuerySet[Any]]
    tampilan: Callable[[Any], Tampilan]
    baris: Callable[[], QuerySet[Any]]
    ucapan: Callable[[Jejak, Any, Any], Ucapan] | None = None
    kunci: str = ""
    alamat: str = ""
    lewat: str = ""
    kampung: str | Combinable = ""
    kampung_lain: Callable[[], QuerySet[Any]] | None = None
    penulis: str = ""
    milik: Callable[[Any], QuerySet[Any]] | None = None
    pengirim: str = ""
    serta: Serta | None = None
    waris: Waris | None = None
    tamu: str = ""

    @property
    def jejak(self) -> str:
        """Return its kind in the trail; "" when it has none."""
        return str(getattr(self.model, "jenis_jejak", ""))

    @property
    def laku(self) -> Mapping[str, Laku]:
        return getattr(self.model, "laku", {})


def ucapkan(
    jejak: Jejak, laku: Mapping[str, Laku], pembaca: Pembaca, kantor: Mapping[str, str]
) -> Ucapan:
    """Return one act in the words of its row, for this circle; `kantor` names the offices."""
    satu = laku.get(jejak.aksi)
    if satu is None or not satu.terbaca(pembaca):
        return Ucapan(LAIN)
    dasar = peristiwa(jejak, satu, pembaca, kantor)
    return Ucapan(dasar.kata, dasar.oleh, dasar.alasan)
