"""Turn rows of the trail into what people read: which acts, in which words, and why.

An app adds only the special parts of its own trail. No function here returns the name of a person,
except for admins (`untuk_admin`).
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth import get_user_model

from core.jejak.catat import Berjejak, riwayat
from core.laku import Laku, Oleh, Pembaca
from core.models import Jejak

DIHAPUS = "Isi dihapus atas permintaan."
PORTAL = "Portal"
WARGA = "Warga"


@dataclass(frozen=True)
class Peristiwa:
    """One act as somebody reads it: its time, its words, the office that did it, its reason ("" for
    none)."""

    waktu: dt.datetime
    kata: str
    oleh: str
    alasan: str = ""


def terbaca(
    jejak: Iterable[Jejak], laku: Mapping[str, Laku], pembaca: Pembaca
) -> list[tuple[Jejak, Laku]]:
    """Return the rows that this circle reads, each with its act. Nobody reads an unknown verb."""
    pasangan = ((j, laku.get(j.aksi)) for j in jejak)
    return [(j, satu) for j, satu in pasangan if satu and satu.terbaca(pembaca)]


def peristiwa(jejak: Jejak, laku: Laku, pembaca: Pembaca, kantor: Mapping[str, str]) -> Peristiwa:
    """Return the words that this circle reads of one row. `kantor` names the office of each
    role."""
    return Peristiwa(
        waktu=jejak.waktu,
        kata=laku.kata_untuk(pembaca),
        oleh=oleh_siapa(jejak, laku, pembaca, kantor),
        alasan=alasan(jejak, laku, pembaca),
    )


def oleh_siapa(jejak: Jejak, laku: Laku, pembaca: Pembaca, kantor: Mapping[str, str]) -> str:
    """Return the actor in words: the sender ("Anda" to themselves), a resident, an office, or the
    portal."""
    if laku.oleh is Oleh.PENGIRIM:
        return "Anda" if pembaca is Pembaca.PENGIRIM else "Pengirim"
    if laku.oleh is Oleh.WARGA:  # a former official, too, speaks for no office then
        return WARGA
    return kantor.get(jejak.peran, PORTAL)


def alasan(jejak: Jejak, laku: Laku, pembaca: Pembaca) -> str:
    """Return the reason, where this circle reads it. A note stands in place of an erased one."""
    if not laku.beralasan(pembaca):
        return ""
    return DIHAPUS if jejak.isi.dihapus_pada else jejak.isi.alasan


def untuk_admin(objek: Berjejak) -> list[tuple[Jejak, object]]:
    """Return the trail of `objek`, oldest first, each row with the account that acted.

    "sistem" stands where no account did. It takes two queries.
    """
    jejak = list(riwayat(objek))
    orang = get_user_model().objects.in_bulk([j.oleh_id for j in jejak if j.oleh_id])
    return [(j, orang.get(j.oleh_id, "sistem")) for j in jejak]
