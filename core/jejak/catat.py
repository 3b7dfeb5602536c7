"""Write and read the trail. Services call `catat` inside their own transaction.

The hash of the words is SHA-256(salt ‖ canonical JSON of {"alasan", "rincian"}).
Canonical JSON, here and in the seal: keys sorted, no spaces, characters as they are
(no \\u escapes), UTF-8; only text, whole numbers, true/false, null, lists and objects.
Dates, decimals and UUIDs are written as text; floats are refused, because a number
that PostgreSQL prints differently would break the hash.
"""

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from core.laku import BERSAMA, Aksi, Laku
from core.models import IsiJejak, Jejak
from core.waktu import sekarang


class Berjejak(Protocol):
    """An object with a trail: a model with a kind, the table of its acts, and a public key (a
    number, or the hex of a uuid)."""

    jenis_jejak: ClassVar[str]
    laku: ClassVar[Mapping[str, Laku]]

    @property
    def kunci_jejak(self) -> str: ...


class Orang(Protocol):
    """Somebody who acts: an account with a role."""

    @property
    def pk(self) -> Any: ...

    @property
    def peran(self) -> Any: ...


@transaction.atomic
def catat(
    *,
    objek: Berjejak,
    aksi: str,
    oleh: Orang | None = None,
    dari: str = "",
    ke: str = "",
    alasan: str = "",
    rincian: dict[str, Any] | None = None,
) -> Jejak:
    """Append one row to the trail of `objek` and return it.

    `oleh` is None for the system and for a visitor without an account. `dari` and `ke`
    are states; `alasan` and `rincian` are the erasable words. Raises TypeError when the table
    of `objek` does not declare `aksi`, when the act needs a reason and has none, and when
    `rincian` holds something that canonical JSON cannot keep (a float, an object).
    """
    _pastikan_dikenal(objek, aksi, alasan)
    polos = _polos(rincian or {})
    garam = secrets.token_hex(16)
    jejak = Jejak.objects.create(
        oleh_id=oleh.pk if oleh else None,
        peran=str(oleh.peran) if oleh else "",
        objek_jenis=objek.jenis_jejak,
        objek_kunci=objek.kunci_jejak,
        aksi=aksi,
        dari=dari,
        ke=ke,
        isi_hash=hash_isi(garam, alasan, polos),
    )
    IsiJejak.objects.create(jejak=jejak, alasan=alasan, rincian=polos, garam=garam)
    return jejak


def _pastikan_dikenal(objek: Berjejak, aksi: str, alasan: str) -> None:
    """Raise TypeError for a row that the program must not write: it could never be taken back."""
    try:
        laku = BERSAMA[aksi] if aksi in BERSAMA else objek.laku[aksi]
    except KeyError:
        raise TypeError(f"Laku “{aksi}” tidak ada dalam daftar {objek.jenis_jejak}.") from None
    if laku.alasan.wajib and laku.alasan.dijejak and not alasan.strip():
        raise TypeError(f"Laku “{aksi}” pada {objek.jenis_jejak} perlu alasan.")


def riwayat(objek: Berjejak) -> QuerySet[Jejak]:
    """Return the trail of `objek`, oldest first, with its words joined (no further query)."""
    return (
        Jejak.objects.filter(objek_jenis=objek.jenis_jejak, objek_kunci=objek.kunci_jejak)
        .select_related("isi")
        .order_by("pk")
    )


@transaction.atomic
def hapus_isi(
    *,
    objek: Berjejak,
    alasan: str,
    oleh: Orang | None = None,
    jejak: Iterable[Jejak] | None = None,
) -> int:
    """Empty the words of the trail of `objek` and return how many rows were emptied.

    For the retention and deletion services only. `jejak` limits it to some rows; rows of other
    objects are never touched. The acts, their actors and their times stay, and the chain still
    verifies. The erasing itself is appended with `alasan` and names the rows: `core.jejak.rantai`
    finds words that were emptied without being named. So such a row keeps its own words.
    """
    isi = IsiJejak.objects.filter(
        jejak__objek_jenis=objek.jenis_jejak,
        jejak__objek_kunci=objek.kunci_jejak,
        dihapus_pada__isnull=True,
    ).exclude(jejak__aksi=Aksi.ISI_DIHAPUS)
    if jejak is not None:
        isi = isi.filter(jejak__in=[j.pk for j in jejak])
    nomor = sorted(isi.select_for_update(of=("self",)).values_list("pk", flat=True))
    if nomor:
        kosong = {"alasan": "", "rincian": None, "garam": "", "dihapus_pada": sekarang()}
        IsiJejak.objects.filter(pk__in=nomor).update(**kosong)
        catat(
            objek=objek, aksi=Aksi.ISI_DIHAPUS, oleh=oleh, alasan=alasan, rincian={"jejak": nomor}
        )
    return len(nomor)


def hash_isi(garam: str, alasan: str, rincian: dict[str, Any]) -> str:
    """Return the hash of the words; `garam` is 32 hexadecimal digits."""
    isi = kanonis({"alasan": alasan, "rincian": rincian})
    return hashlib.sha256(bytes.fromhex(garam) + isi).hexdigest()


def kanonis(nilai: dict[str, Any]) -> bytes:
    """Return canonical JSON as UTF-8 (see the module's docstring)."""
    return json.dumps(
        nilai, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def _polos(nilai: Any) -> Any:  # any JSON value in, the same value out
    """Return `nilai` made only of what canonical JSON keeps through PostgreSQL unchanged."""
    match nilai:
        case None | bool() | int():
            return nilai
        case str():
            return str(nilai)
        case dt.date() | Decimal() | UUID():
            return str(nilai)
        case dict():
            return {str(kunci): _polos(isi) for kunci, isi in nilai.items()}
        case list() | tuple():
            return [_polos(isi) for isi in nilai]
    raise TypeError(f"Rincian jejak tidak dapat menyimpan {type(nilai).__name__}.")
