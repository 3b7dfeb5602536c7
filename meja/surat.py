"""Mails of the demonstration: files that nobody received, read for the desk."""

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
class Surat:
    """One mail as it would have gone out."""

    kepada: str
    perihal: str
    waktu: dt.datetime
    isi: str


def surat_contoh() -> list[Surat]:
    """Return the newest mails, newest first."""
    folder = Path(settings.DATA_DIR) / "surat"
    berkas = sorted(folder.glob("*.log"), key=lambda p: p.stat().st_mtime, reverse=True)
    return [surat for jalur in berkas[:TERBANYAK] for surat in _baca(jalur)]


def _baca(jalur: Path) -> list[Surat]:
    waktu = dt.datetime.fromtimestamp(jalur.stat().st_mtime, dt.UTC)
    potongan = [p for p in jalur.read_bytes().split(PEMISAH) if p.strip()]
    return [_surat(message_from_bytes(p, policy=policy.default), waktu) for p in potongan]


def _surat(pesan: EmailMessage, waktu: dt.datetime) -> Surat:
    badan = pesan.get_body(preferencelist=("plain", "html"))
    isi = badan.get_content() if badan else ""
    return Surat(str(pesan["To"] or ""), str(pesan["Subject"] or ""), waktu, isi)
