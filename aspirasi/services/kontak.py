"""The contact that a sender left: they see it masked, and correct or remove it.

Only the sender does this, behind code and PIN. The trail says that the contact changed,
never what it was or is.
"""

from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services.alur import kunci_baris
from aspirasi.services.kiriman import VERSI_PERSETUJUAN
from aspirasi.services.pengabaran import hentikan_kabar
from core.galat import TidakBisa
from core.jejak.catat import catat
from warga.kontak import tulis_telepon
from warga.models import Pengguna

SAMARAN = "…"
TERBUKA = 4  # digits of a number that stay readable on each side


@transaction.atomic
def atur_kontak(*, aspirasi: Aspirasi, telepon: str, email: str) -> bool:
    """Store what the sender leaves from now on ("" for nothing); return whether it changed.

    `telepon` is E.164. Letters that wait for a removed address are not sent. Raises TidakBisa for a
    sender under 18, whose contact is never kept, and when the kiriman was erased, or is closed and
    would get its first contact.
    """
    aspirasi = kunci_baris(aspirasi)
    pengirim = Pengirim.objects.select_for_update(of=("self",)).get(aspirasi=aspirasi)
    lama = (pengirim.telepon, pengirim.email)
    if lama == (telepon, email):
        return False
    baru = not any(lama)
    _pastikan_boleh(aspirasi, bertambah=baru)
    hentikan_kabar(aspirasi, email=email != pengirim.email, wa=not telepon)
    pengirim.telepon, pengirim.email = telepon, email
    if baru:
        # The consent is the text of today, and the contact is forgotten in its time once more.
        pengirim.versi_persetujuan, pengirim.dikosongkan_pada = VERSI_PERSETUJUAN, None
    pengirim.save()
    catat(objek=aspirasi, aksi=Aksi.KONTAK_DIUBAH)
    return True


def _pastikan_boleh(aspirasi: Aspirasi, *, bertambah: bool) -> None:
    if aspirasi.anak:
        raise TidakBisa(
            "Anda menulis bahwa Anda belum 18 tahun. Untuk melindungi Anda, nomor HP dan e-mail "
            "tidak kami simpan. Ikuti jawabannya dengan kode dan PIN."
        )
    if aspirasi.dihapus_pada:
        raise TidakBisa("Isi kiriman ini sudah dihapus, jadi kontak tidak kami simpan lagi.")
    if bertambah and not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi kontak baru tidak kami simpan.")


def kontak_tertutup(pengirim: Pengirim) -> list[str]:
    """Return the contacts, masked in the middle: "0812…7890", "sl…@contoh.id"."""
    return [k for k in (tutup_telepon(pengirim.telepon), tutup_email(pengirim.email)) if k]


def tutup_telepon(telepon: str) -> str:
    """ "+6281234567890" → "0812…7890"; '' stays ''."""
    nomor = tulis_telepon(telepon).replace("-", "").replace(" ", "")
    return f"{nomor[:TERBUKA]}{SAMARAN}{nomor[-TERBUKA:]}" if nomor else ""


def tutup_email(email: str) -> str:
    """ "slamet@contoh.id" → "sl…@contoh.id"; a short name keeps one letter."""
    nama, _, ranah = email.rpartition("@")
    terbuka = nama[: min(2, len(nama) - 1)] if len(nama) > 1 else ""
    return f"{terbuka}{SAMARAN}@{ranah}" if email else ""


@transaction.atomic
def baca_pengirim(*, aspirasi: Aspirasi, oleh: Pengguna) -> Pengirim:
    """Return the sender. Every reading is logged, and the sender can see the log."""
    catat(objek=aspirasi, aksi=Aksi.PENGIRIM_DIBACA, oleh=oleh)
    return Pengirim.objects.select_related("pengguna", "lewat").get(aspirasi=aspirasi)
