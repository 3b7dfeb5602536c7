"""What the tests of joined kiriman share: joining, answering, and what was told."""

from typing import Any

from django.core import mail
from django.urls import reverse

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi, KabarPengirim, Pengirim
from aspirasi.services import ikut as layanan_ikut
from aspirasi.services import kiriman
from aspirasi.services.jawab import tanggapi
from aspirasi.services.pengabaran import PERIHAL
from core.antrean.tugas import kerjakan_semua
from core.formulir.sekali import kunci_baru
from tests.aspirasi.bantu import terbit

INDUK = "Selokan Xylofon di Dusun 3 mampet."
SENDIRI = "Di depan rumah saya juga, sejak Lebaran."
SURAT, WA = {"email": "wati@contoh.id"}, {"telepon": "+6281234567890"}


def ikut(ke: Aspirasi, isi: str = "", kontak: dict[str, str] | None = None) -> kiriman.Terkirim:
    return layanan_ikut.bergabung(
        ke=ke,
        aspirasi=Aspirasi(isi=isi),
        pengirim=Pengirim(**(kontak or {})),
        kunci=kunci_baru(),
    )


def induk(pemeran: Any, **lain: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, isi=INDUK, jenis=Jenis.KELUHAN, **lain)


def jawab(aspirasi: Aspirasi, pemeran: Any, isi: str = "Kami gali Minggu.") -> None:
    tanggapi(aspirasi=aspirasi, isi=isi, oleh=pemeran.kakam)


def kabar(alamat: str = SURAT["email"]) -> list[str]:
    """The letters to this address, after everything queued was done."""
    kerjakan_semua()
    return [str(s.body) for s in mail.outbox if s.subject == PERIHAL and s.to == [alamat]]


def belum(aspirasi: Aspirasi) -> int:
    kerjakan_semua()
    return KabarPengirim.objects.belum().filter(aspirasi=aspirasi).count()


def pesan(client: Any, aspirasi: Aspirasi) -> str:
    """The words that the desk would send by WhatsApp."""
    return str(client.post(reverse("meja:kabar_buka", args=[aspirasi.acuan])).context["teks"])
