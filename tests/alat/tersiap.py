"""Questions that were asked before are prepared, so that the database plans them once.

Tests ask few rows much: planning took the database several times longer than answering. A question
is sent as it is written twice; from then on its text, with places for its values, is kept as a
prepared statement of its connection. Each value keeps the type that it has when it is written out,
so that the same rows come back. What the database does not take with places for values is asked as
before, and so is whatever changes something.
"""

import codecs
import datetime as dt
import uuid
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connections
from psycopg2 import Error, extensions
from psycopg2.extensions import (
    TRANSACTION_STATUS_IDLE,
    TRANSACTION_STATUS_INTRANS,
    connection,
    cursor,
)

TERTULIS = 2  # how often a question is sent as it is written
TERBANYAK = 1500  # prepared at once in one connection
TANYA = ("SELECT", "(SELECT", "WITH")
KOSONG, TANPA = "NULL", ""  # stands in the text itself; is not prepared
# As psycopg2 writes them: a text has the type of the place where it stands.
JENIS: dict[type, str] = {
    bool: "bool",
    float: "numeric",
    Decimal: "numeric",
    dt.date: "date",
    dt.timedelta: "interval",
    uuid.UUID: "uuid",
    type(None): KOSONG,
}
BULAT, BESAR = 2**31, 2**63

KODEK = "utf_8_langsung"

Kunci = tuple[str, tuple[str, ...]]
_ditanya: Counter[Kunci] = Counter()
_ditolak: set[Kunci] = set()
_siap: "WeakKeyDictionary[connection, OrderedDict[Kunci, str]]" = WeakKeyDictionary()
_nomor = count(1)


def pasang() -> None:
    """Let every connection of the tests from now on ask in this way."""
    codecs.register(_kodek)
    extensions.encodings["UTF8"] = KODEK
    basis = connections["default"].settings_dict
    basis |= bersama(basis)


def bersama(basis: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a database whose connections ask in this way."""
    pilihan = basis.get("OPTIONS") or {}
    sesi = f"{pilihan.get('options', '')} -c plan_cache_mode=force_generic_plan"
    return basis | {"OPTIONS": pilihan | {"cursor_factory": Kursor, "options": sesi}}


def _kodek(nama: str) -> codecs.CodecInfo | None:
    """UTF-8 without a function of Python between: psycopg2 reads the name of each column by it."""
    if nama != KODEK:
        return None
    return codecs.CodecInfo(codecs.utf_8_encode, codecs.utf_8_decode, name=KODEK)


class Kursor(cursor):
    """Asks what was prepared; a log of questions shows them as they were written."""

    _tertulis: tuple[str, Sequence[Any]] | None = None

    def execute(self, sql: Any, isi: Any = None) -> None:
        self._tertulis = None
        perintah = self._perintah(sql, isi)
        if perintah is None:
            super().execute(sql, isi)
            return
        super().execute(perintah, [satu for satu in isi if satu is not None])
        self._tertulis = (sql, isi)

    @property
    def query(self) -> bytes | None:
        return self.mogrify(*self._tertulis) if self._tertulis else super().query

    def _perintah(self, sql: Any, isi: Any) -> str | None:
        """Return how to ask this of what was prepared; None to ask it as it is written."""
        if not isi or isinstance(isi, Mapping) or self.name or not _pertanyaan(sql):
            return None
        kunci, siap = (sql, tuple(map(_jenis, isi))), _siap.setdefault(self.connection, _kosong())
        if kunci in siap:
            siap.move_to_end(kunci)
            return siap[kunci]
        _ditanya[kunci] += 1
        if _ditanya[kunci] <= TERTULIS or kunci in _ditolak or TANPA in kunci[1]:
            return None
        return self._siapkan(kunci, siap)

    def _siapkan(self, kunci: Kunci, siap: OrderedDict[Kunci, str]) -> str | None:
        nama, jenis = f"siap_{next(_nomor)}", [satu for satu in kunci[1] if satu != KOSONG]
        if not self._terima(f"PREPARE {nama}{_kurung(jenis)} AS {_bertempat(*kunci)}"):
            _ditolak.add(kunci)
            return None
        siap[kunci] = f"EXECUTE {nama}{_kurung(['%s'] * len(jenis))}"
        if len(siap) > TERBANYAK:
            terlama = siap.popitem(last=False)[1].partition("(")[0]
            super().execute(terlama.replace("EXECUTE", "DEALLOCATE"))
        return siap[kunci]

    def _terima(self, perintah: str) -> bool:
        """Say whether the database takes it; a refusal leaves the transaction as it was."""
        keadaan = self.connection.info.transaction_status
        dalam = keadaan == TRANSACTION_STATUS_INTRANS
        if not dalam and keadaan != TRANSACTION_STATUS_IDLE:
            return False
        if dalam:
            super().execute("SAVEPOINT siap")
        try:
            super().execute(perintah)
        except Error:
            if dalam:
                super().execute("ROLLBACK TO SAVEPOINT siap")
            return False
        finally:
            if dalam:
                super().execute("RELEASE SAVEPOINT siap")
        return True


def _kosong() -> OrderedDict[Kunci, str]:
    return OrderedDict()


def _pertanyaan(sql: Any) -> bool:
    return isinstance(sql, str) and sql.startswith(TANYA)


def _kurung(isi: list[str]) -> str:
    return f"({', '.join(isi)})" if isi else ""


def _bertempat(sql: str, jenis: tuple[str, ...]) -> str:
    """Return the question with a numbered place for each value."""
    ke = count(1)
    return sql % tuple(KOSONG if satu == KOSONG else f"${next(ke)}" for satu in jenis)


def _jenis(nilai: Any) -> str:
    """Return the type that this value has when it is written out."""
    if isinstance(nilai, str):
        return "unknown"
    if (tetap := JENIS.get(type(nilai))) is not None:
        return tetap
    if isinstance(nilai, int):
        return "int4" if -BULAT <= nilai < BULAT else "int8" if -BESAR <= nilai < BESAR else TANPA
    if isinstance(nilai, dt.datetime):
        return "timestamptz" if nilai.tzinfo else "timestamp"
    return "int4[]" if isinstance(nilai, list) and _bulat(nilai) else TANPA


def _bulat(nilai: list[Any]) -> bool:
    return bool(nilai) and all(_jenis(satu) == "int4" for satu in nilai)
