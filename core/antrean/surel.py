"""Mail goes out through the queue: a mail server that is down delays a letter but never loses
it."""

import hashlib
from collections.abc import Iterable
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q

from core.antrean.tugas import SURAT, Prioritas, antre, nama_fungsi
from core.models import Tugas

# The last line of letters that nobody asked for.
PENUTUP = "Portal ini tidak pernah meminta kata sandi, PIN, atau uang lewat surat.\n"


def kirim(
    *,
    kepada: str,
    perihal: str,
    isi: str,
    kunci: str,
    prioritas: Prioritas = Prioritas.BIASA,
    henti: str = "",
) -> None:
    """Queue a plain-text letter to one address, in the caller's transaction.

    `kunci` names the letter ("sandi:4711:2026-11-24"): the same letter is never queued twice.
    `henti` is the whole address that stops letters of this kind by one POST, without sign-in.
    Unsent letters are counted in `core.antrean.tugas.kesehatan`.
    """
    if not kunci:
        raise ValueError("Surat harus mempunyai kunci.")
    perihal = " ".join(perihal.split())  # a line break would begin a new header
    surat = (kepada, perihal, isi, kunci, henti)
    antre(SURAT, *surat, kunci=f"surat:{kunci}", prioritas=prioritas)


def batalkan(*, kunci: Iterable[str] = (), awalan: str = "", kepada: str = "") -> int:
    """Forget letters that have not gone out, and return how many there were.

    They are named by their keys (`kunci`), by the beginning of their keys (`awalan`), or by their
    recipient (`kepada`). A letter that a worker holds just now goes out.
    """
    syarat = Q(kunci__in=[f"surat:{k}" for k in kunci])
    if awalan:
        syarat |= Q(kunci__startswith=f"surat:{awalan}")
    if kepada:
        syarat |= Q(argumen__0=kepada)
    belum = Q(status__in=(Tugas.Status.MENUNGGU, Tugas.Status.GAGAL))
    surat = Tugas.objects.filter(fungsi__in=nama_fungsi(SURAT))
    return surat.filter(belum & syarat).delete()[0]


def antar(kepada: str, perihal: str, isi: str, kunci: str, henti: str = "") -> None:
    """Hand one letter to the mail server (a task).

    After a crash at the wrong moment it may go out twice; the same Message-ID lets the
    receiving side show it once. Letters that were queued by older versions have no `henti`.
    """
    ranah = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    nomor = hashlib.sha256(kunci.encode()).hexdigest()[:40]
    kepala = {"Message-ID": f"<{nomor}@{ranah}>"} | _kepala(henti)
    EmailMessage(perihal, isi, to=[kepada], headers=kepala).send()


def _kepala(henti: str) -> dict[str, str]:
    """Return the headers that say that a machine wrote (RFC 3834), and how letters of this kind end
    (RFC 2369 and 8058).

    There is no `Precedence`: no standard defines it, and some mail servers sort such letters out.
    """
    kepala = {"Auto-Submitted": "auto-generated"}
    if "://" in henti:  # a portal without an address of its own has no link to give
        kepala["List-Unsubscribe"] = f"<{henti}>"
        kepala["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return kepala
