"""The log of the portal: it says that something broke and where, and never quotes people.

The operator of the machine keeps a log, often for years, and "hapus semuanya" does not reach it. So
no line holds an address of the internet, a query, a code, a reference of a kiriman or a text. The
message of an exception may quote any of them (PostgreSQL shows the whole row of a kiriman under
DETAIL), so the log holds the kind and the place of an exception, and its words only where they
cannot come from a visitor.
"""

import logging
import re
import traceback
from collections.abc import Iterator

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, DataError, InterfaceError, OperationalError

from core.samar import samarkan

# The messages of these kinds name classes, attributes and modules, never input.
BERKATA = (AttributeError, TypeError, NameError, ImportError, ImproperlyConfigured)
BINGKAI_TERBANYAK = 20
RAHASIA = (
    (re.compile(r"(?s)(Invalid request) from ip=.*"), r"\1"),  # gunicorn quotes what was sent
    (re.compile(r"\?\S*"), ""),
    (re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.I), "*"),
    (re.compile(r"\b[0-9a-f]{32,}\b", re.I), "*"),
    (re.compile(r"\bBR[- ]?[A-Z2-9]{4}[- ]?[A-Z2-9]{4}[- ]?[A-Z2-9]{2}\b", re.I), "*"),
    (re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b"), "*"),
    (re.compile(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.I), "*"),
)
# Classes of PostgreSQL's codes which say that the server is away, full, or being stopped.
KELAS_TAK_TERJANGKAU = ("08", "53", "57P", "58")


class Formatter(logging.Formatter):
    """The formatter through which every handler of the portal writes."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another formatter may have kept it there
        return super().format(record)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's name)
        record.message = tanpa_rahasia(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 (logging's name)
        galat = ei[1] if isinstance(ei, tuple) else None
        return uraikan(galat) if isinstance(galat, BaseException) else ""


class SatuBaris(logging.Filter):
    """A database that is away takes one line, whatever it interrupted; never forty for a
    request."""

    def filter(self, record: logging.LogRecord) -> bool:
        galat = record.exc_info[1] if record.exc_info else None
        if galat and (sebab := tak_terjangkau(galat)):
            record.msg, record.args = "Basis data tidak dapat dihubungi: %s", (pesan(sebab),)
            record.exc_info, record.exc_text = None, None
        return True


def tanpa_rahasia(teks: str) -> str:
    """Return `teks` without addresses, queries, references, codes and numbers of people."""
    for pola, ganti in RAHASIA:
        teks = pola.sub(ganti, teks)
    return samarkan(teks)


def uraikan(galat: BaseException, *, berkata: bool = False) -> str:
    """Return where an exception and its causes arose; with `berkata`, also their messages."""
    bagian = []
    for satu in rantai(galat):
        tempat = "".join(traceback.format_tb(satu.__traceback__, limit=-BINGKAI_TERBANYAK))
        bagian.append(f"Traceback (most recent call last):\n{tempat}{_kalimat(satu, berkata)}")
    return "\n\n".join(reversed(bagian))


def _kalimat(galat: BaseException, berkata: bool) -> str:
    # PostgreSQL quotes a value that does not fit already in the first line.
    berkata = berkata and not isinstance(galat, DataError)
    kata = tanpa_rahasia(_baris_pertama(galat)) if berkata else pesan(galat)
    return f"{type(galat).__qualname__}: {kata}" if kata else type(galat).__qualname__


def rantai(galat: BaseException) -> Iterator[BaseException]:
    """Yield an exception and its causes, the newest first."""
    sudah: set[int] = set()
    kini: BaseException | None = galat
    while kini is not None and id(kini) not in sudah:
        sudah.add(id(kini))
        yield kini
        kini = kini.__cause__ or (None if kini.__suppress_context__ else kini.__context__)


def pesan(galat: BaseException) -> str:
    """Return the words of an exception, as far as no visitor can have written them, on one line."""
    kode = kode_basis_data(galat)
    if isinstance(galat, DataError):
        return kode
    if isinstance(galat, DatabaseError | InterfaceError) or kode:
        return " ".join(filter(None, (kode, tanpa_rahasia(_baris_pertama(galat)))))
    if isinstance(galat, OSError):  # its text may name a recipient
        return galat.strerror or ""
    return tanpa_rahasia(_baris_pertama(galat)) if isinstance(galat, BERKATA) else ""


def _baris_pertama(galat: BaseException) -> str:
    return (str(galat).strip().splitlines() or [""])[0]


def kode_basis_data(galat: BaseException) -> str:
    """Return PostgreSQL's code of an error; "" when the server gave none."""
    return next((k for g in (galat, galat.__cause__) if (k := getattr(g, "pgcode", None))), "")


def tak_terjangkau(galat: BaseException) -> BaseException | None:
    """Return the error that says that the database is away, found behind `galat`; else None."""
    return next((satu for satu in rantai(galat) if _putus(satu)), None)


def _putus(galat: BaseException) -> bool:
    kode = kode_basis_data(galat)
    if kode:
        return isinstance(galat, DatabaseError) and kode.startswith(KELAS_TAK_TERJANGKAU)
    # An error without a code: no connection was made, or it broke.
    return isinstance(galat, OperationalError | InterfaceError)
