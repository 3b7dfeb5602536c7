"""One form, one row: a repeated send finds what the first one made."""

import hashlib
import secrets
from collections.abc import Callable
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from core.galat import TidakBisa

M = TypeVar("M", bound=Model)
TERPAKAI = "Formulir ini sudah dipakai di halaman lain. Muat ulang halaman ini, lalu isi lagi."


def kunci_baru() -> str:
    """Return a one-time key for a form: 192 random bits, 32 characters."""
    return secrets.token_urlsafe(24)


def sidik(kunci: str) -> str:
    """Return the fingerprint that is stored of a key (64 hexadecimal digits), never the key
    itself."""
    return hashlib.sha256(kunci.encode()).hexdigest()


@transaction.atomic
def satu_kali(himpunan: QuerySet[M], kunci: str, buat: Callable[[str], M]) -> tuple[M, bool]:
    """Return the row of `himpunan` made with `kunci`, and whether it was made just now.

    `buat(sidik)` makes it and stores `sidik` in its `kunci_sekali` (a KunciSekaliField).
    A second send that arrives meanwhile waits until the first has committed.
    Raises TidakBisa when the key made a row outside of `himpunan`: the form was of another page.
    """
    tanda = sidik(kunci)
    tunggu_giliran(tanda)
    if ada := himpunan.filter(kunci_sekali=tanda).first():
        return ada, False
    pastikan_belum(himpunan.model, tanda)
    return buat(tanda), True


def pastikan_belum(model: type[Model], tanda: str) -> None:
    """Raise TidakBisa when the form with this fingerprint has made a row already."""
    if model._base_manager.filter(kunci_sekali=tanda).exists():
        raise TidakBisa(TERPAKAI)


def tunggu_giliran(tanda: str) -> None:
    """Wait until no other transaction works on the form with this fingerprint.

    The turn lasts until the transaction ends. A request that waited finds the row that the first
    one made. Running into the unique constraint instead would write the words of the form into the
    database's log.
    """
    _tunggu(tanda)


def tunggu_urusan(hal: str) -> None:
    """Wait until no other transaction works on `hal`, which is no form. The turn lasts as long.
    Unlike the key of a form it comes after row locks (docs/keputusan/0026-kunci.md)."""
    _tunggu(sidik(hal))


def _tunggu(tanda: str) -> None:
    with connection.cursor() as cursor:
        angka = int.from_bytes(bytes.fromhex(tanda[:16]), signed=True)
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [angka])
