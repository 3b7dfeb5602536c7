"""Whole days as an iCalendar file (RFC 5545), for calendars that subscribe to an address."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from core.waktu import hari_ini

OKTET = 75  # of a line without its end (RFC 5545, 3.1)
SEHARI = dt.timedelta(days=1)
_LOLOS = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


@dataclass(frozen=True)
class Acara:
    """One whole day. `uid` stays the same as long as it is the same thing; `alamat` leads to it."""

    uid: str
    hari: dt.date
    judul: str
    alamat: str


def kalender(nama: str, acara: Iterable[Acara]) -> bytes:
    """Return the file. Its text is UTF-8, its lines end with CRLF and are folded at 75 octets. It
    is the same all day, for everybody."""
    pagi = timezone.make_aware(dt.datetime.combine(hari_ini(), dt.time()))
    baris = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Portal Bangunrejo//Kalender//ID"),
        *("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_teks(nama)}"),
        *("REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"),
        *(satu for a in acara for satu in _acara(a, pagi)),
        "END:VCALENDAR",
    ]
    return b"".join(_lipat(satu) for satu in baris)


def _acara(acara: Acara, dibuat: dt.datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{acara.uid}"
    yield f"DTSTAMP:{dibuat.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{acara.hari:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{acara.hari + SEHARI:%Y%m%d}"  # the first day after it
    yield f"SUMMARY:{_teks(acara.judul)}"
    yield f"URL:{acara.alamat}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _teks(teks: str) -> str:
    return teks.translate(_LOLOS)


def _lipat(baris: str) -> bytes:
    """Return a line with its end, folded so that no letter is cut in two."""
    hasil, potongan = [], b""
    for huruf in baris:
        oktet = huruf.encode()
        if len(potongan) + len(oktet) > OKTET:
            hasil.append(potongan)
            potongan = b" "
        potongan += oktet
    return b"\r\n".join([*hasil, potongan]) + b"\r\n"
