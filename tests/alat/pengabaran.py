"""The news that senders of kiriman got, by letter and by WhatsApp."""

from typing import Any

from django.core import mail
from django.urls import reverse

from aspirasi.models import Aspirasi, KabarPengirim
from aspirasi.services.pengabaran import PERIHAL
from core.antrean.tugas import kerjakan_semua
from tests.pabrik.gabungan import SURAT


def kabar(alamat: str = SURAT["email"]) -> list[str]:
    """The letters to this address, after everything queued was done."""
    kerjakan_semua()
    return [str(s.body) for s in mail.outbox if s.subject == PERIHAL and s.to == [alamat]]


def belum(aspirasi: Aspirasi) -> int:
    """How many rows still wait for somebody to tell the sender."""
    kerjakan_semua()
    return KabarPengirim.objects.belum().filter(aspirasi=aspirasi).count()


def pesan(client: Any, aspirasi: Aspirasi) -> str:
    """The words that the desk would send by WhatsApp."""
    return str(client.post(reverse("meja:kabar_buka", args=[aspirasi.acuan])).context["teks"])
