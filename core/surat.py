"""Mail goes out through the queue: a server that is down delays a letter, never loses it."""

import hashlib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from core.antrean import SURAT, antre


def kirim(*, kepada: str, perihal: str, isi: str, kunci: str) -> None:
    """Queue a plain-text letter to one address, in the caller's transaction.

    `kunci` names the letter ("sandi:4711:2026-11-24"): the same one is never queued
    twice. Unsent letters are counted in `core.antrean.kesehatan`.
    """
    if not kunci:
        raise ValueError("Surat harus mempunyai kunci.")
    perihal = " ".join(perihal.split())  # a line break would begin a new header
    antre(SURAT, kepada, perihal, isi, kunci, kunci=f"surat:{kunci}")


def antar(kepada: str, perihal: str, isi: str, kunci: str) -> None:
    """Hand one letter to the mail server (a task).

    After a crash at the wrong moment it may go out twice; the same Message-ID lets the
    receiving side show it once.
    """
    ranah = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    nomor = hashlib.sha256(kunci.encode()).hexdigest()[:40]
    EmailMessage(perihal, isi, to=[kepada], headers={"Message-ID": f"<{nomor}@{ranah}>"}).send()
