"""Telling the sender of each public step, where a contact was left.

By e-mail by itself; by WhatsApp an official presses a button and ticks that it was sent.
No word of a kiriman that is not public leaves the portal, and never a PIN.
"""

from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from aspirasi.alur import kunci
from aspirasi.enums import PENGIRIM, TRANSISI, Aksi
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi, KabarPengirim, Pengirim
from aspirasi.tanya import tanya_untuk
from core.galat import TidakBisa
from core.jejak import catat
from core.models import Jejak
from core.surat import kirim
from core.waktu import sekarang
from warga.models import Pengguna

PERIHAL = "Ada kabar tentang kiriman Anda"
TANYA = "ditanya"
SALAM = "Salam dari Kecamatan Bangunrejo."
# News although the status stays.
KABAR_TETAP = (Aksi.TANGGAPI, Aksi.RENCANAKAN, Aksi.KABARI, Aksi.TUNDA, Aksi.TANYAI, TANYA)


def kabari(aspirasi: Aspirasi, jejak: Jejak) -> None:
    """Let the sender hear of one step, in the caller's transaction; each step once.

    Does nothing when nothing changed for the sender (a reminder among officials), when it
    was the sender's own act, or when no contact was left.
    """
    transisi = TRANSISI.get(jejak.aksi)
    sendiri = transisi is not None and transisi.izin == PENGIRIM
    if sendiri or (jejak.ke == jejak.dari and jejak.aksi not in KABAR_TETAP):
        return
    pengirim = Pengirim.objects.filter(aspirasi=aspirasi).first()
    if pengirim is None:
        return
    if pengirim.email:
        _lewat_email(aspirasi, jejak, pengirim.email)
    if pengirim.telepon:
        _baris(aspirasi, jejak, KabarPengirim.Cara.WA)


def _lewat_email(aspirasi: Aspirasi, jejak: Jejak, alamat: str) -> None:
    _baris(aspirasi, jejak, KabarPengirim.Cara.EMAIL, dikabari_pada=sekarang())
    isi = teks_kabar(aspirasi, tanya=jejak.aksi == TANYA)
    kirim(kepada=alamat, perihal=PERIHAL, isi=isi, kunci=f"kabar:{jejak.pk}")


def _baris(aspirasi: Aspirasi, jejak: Jejak, cara: str, **lain: object) -> None:
    kabar = KabarPengirim(aspirasi=aspirasi, peristiwa=jejak.pk, cara=cara, **lain)
    KabarPengirim.objects.bulk_create([kabar], ignore_conflicts=True)


def teks_kabar(aspirasi: Aspirasi, *, tanya: bool = False) -> str:
    """Return what is written to the sender.

    Of a public kiriman its number and where it stands; of any other nothing but that there
    is news. The code opens what is public alone, so it may stand in the first.
    """
    lacak = f"{settings.ALAMAT_PORTAL}{reverse('aspirasi:lacak')}"
    if not aspirasi.terbit:
        kabar = "Ada kabar tentang kiriman Anda."
    else:
        lacak = f"{lacak}?kode={tulis_kode(aspirasi.kode)}"
        kabar = f"Kiriman Anda {aspirasi.nomor}: {aspirasi.get_status_display().lower()}."
    tujuan = f"{_pertanyaan(aspirasi)} Jawab di sini" if tanya else "Buka di sini"
    return (
        f"{SALAM} {kabar}\n\n{tujuan}, dengan kode lacak dan PIN Anda:\n{lacak}\n\n"
        "Kami tidak pernah meminta PIN, kata sandi, atau uang."
    )


def _pertanyaan(aspirasi: Aspirasi) -> str:
    """What is asked weeks later; of a kiriman that is not public, no word that tells its kind."""
    kata = tanya_untuk(aspirasi) if aspirasi.terbit else None
    hasil = kata.nanti if kata else "Bagaimana hasilnya sekarang?"
    return f"{hasil} Dan apakah Anda merasa didengar?"


def tautan_wa(telepon: str, teks: str) -> str:
    """Return the address that opens WhatsApp with `teks` ready to send; `telepon` is +62…"""
    angka = "".join(huruf for huruf in telepon if huruf.isdigit())
    return f"https://wa.me/{angka}?text={quote(teks)}"


def peristiwa_terakhir(acuan: UUID) -> int:
    """Return the number of the newest step that waits to be told; 0 when none does.

    Read it before the state that a message tells, so that no later step passes for told.
    """
    belum = KabarPengirim.objects.belum().filter(aspirasi__acuan=acuan)
    terbesar: int | None = belum.aggregate(terbesar=Max("peristiwa"))["terbesar"]
    return terbesar or 0


@transaction.atomic
def tandai_dikabari(*, aspirasi: Aspirasi, sampai: int, oleh: Pengguna) -> int:
    """Record that the sender was told by WhatsApp how things stand; return for how many steps.

    One message tells the state of its moment, so it tells every step up to `sampai`, the
    newest that waited when it was written (`peristiwa_terakhir`); what came later waits on.
    Raises TidakBisa when none waits (somebody was faster).
    """
    kunci(aspirasi)
    belum = KabarPengirim.objects.belum().filter(aspirasi=aspirasi, peristiwa__lte=sampai)
    jumlah = belum.update(dikabari_pada=sekarang(), dikabari_oleh=oleh)
    if not jumlah:
        raise TidakBisa("Pengirim kiriman ini sudah dikabari.")
    catat(objek=aspirasi, aksi="dikabari", oleh=oleh)
    return jumlah
