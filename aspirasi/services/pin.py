"""A new PIN for a sender who lost theirs, after an official called them back."""

import secrets

from django.db import transaction
from django.utils import timezone

from aspirasi.kode import PANJANG_PIN, pin_cocok, sidik_pin
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services.alur import kunci
from aspirasi.services.pengabaran import PIN_DIGANTI, kabari_pin
from core.antrean import Prioritas
from core.galat import TidakBisa
from core.jejak import catat
from core.models import Jejak
from core.surat import kirim
from warga.models import Pengguna

PERIHAL = "PIN kiriman Anda diganti"
ISI = (
    "Petugas kecamatan baru saja membuat PIN baru untuk kiriman Anda, karena ada yang "
    "menyampaikan bahwa PIN lama hilang. PIN lama tidak berlaku lagi.\n\n"
    "Bukan Anda yang memintanya? Segera hubungi kantor kecamatan.\n"
)


def ada_kontak(aspirasi: Aspirasi) -> bool:
    """Say whether its sender left something to be called back by; tells nothing else."""
    kontak = Pengirim.objects.filter(aspirasi=aspirasi)
    return kontak.exclude(telepon="", email="").exists()


@transaction.atomic
def ganti_pin(*, aspirasi: Aspirasi, alasan: str, oleh: Pengguna) -> str:
    """Make a new PIN and return it, once; the old one and every open page of it die.

    Raises TidakBisa when no contact was left: nobody could be called back.
    """
    aspirasi = kunci(aspirasi)
    if not ada_kontak(aspirasi):
        raise TidakBisa(
            "Pengirim tidak meninggalkan nomor HP atau e-mail, jadi tidak dapat dihubungi balik. "
            "Minta ia mengirim lagi dan menyebut kode yang lama."
        )
    if not alasan.strip():
        raise TidakBisa("Tulis bagaimana Anda memastikan bahwa yang meminta adalah pengirimnya.")
    pin = _pin_acak()
    while pin_cocok(pin, aspirasi.kode, aspirasi.pin_hash):
        pin = _pin_acak()
    aspirasi.pin_hash = sidik_pin(pin, aspirasi.kode)
    aspirasi.save(update_fields=["pin_hash"])
    _beri_tahu(aspirasi, catat(objek=aspirasi, aksi=PIN_DIGANTI, oleh=oleh, alasan=alasan.strip()))
    return pin


def _pin_acak() -> str:
    return f"{secrets.randbelow(10**PANJANG_PIN):0{PANJANG_PIN}d}"


def _beri_tahu(aspirasi: Aspirasi, jejak: Jejak) -> None:
    """Tell the contact that was left, so that a PIN is never replaced behind one's back."""
    pengirim = Pengirim.objects.get(aspirasi=aspirasi)
    kabari_pin(aspirasi, jejak, pengirim.telepon)
    if email := pengirim.email:
        kunci_surat = f"pin:{aspirasi.acuan.hex}:{timezone.now().timestamp():.6f}"
        kirim(
            kepada=email,
            perihal=PERIHAL,
            isi=ISI,
            kunci=kunci_surat,
            prioritas=Prioritas.DAHULU,
        )
