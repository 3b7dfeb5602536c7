"""Mails of the demonstration: files that nobody received, shown on the desk."""

import datetime as dt
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

TERBANYAK = 50
# Django's file backend writes this line after each mail.
PEMISAH = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Surel:
    """One mail as it would have gone out."""

    kepada: str
    perihal: str
    waktu: dt.datetime
    isi: str


def surel_contoh() -> list[Surel]:
    """Return the newest mails, newest first."""
    folder = Path(settings.DATA_DIR) / "surat"
    berkas = sorted(folder.glob("*.log"), key=lambda p: p.stat().st_mtime, reverse=True)
    return [surel for jalur in berkas[:TERBANYAK] for surel in _baca(jalur)]


def _baca(jalur: Path) -> list[Surel]:
    waktu = dt.datetime.fromtimestamp(jalur.stat().st_mtime, dt.UTC)
    potongan = [p for p in jalur.read_bytes().split(PEMISAH) if p.strip()]
    return [_surel(message_from_bytes(p, policy=policy.default), waktu) for p in potongan]


def _surel(pesan: EmailMessage, waktu: dt.datetime) -> Surel:
    badan = pesan.get_body(preferencelist=("plain", "html"))
    isi = badan.get_content() if badan else ""
    return Surel(str(pesan["To"] or ""), str(pesan["Subject"] or ""), waktu, isi)
