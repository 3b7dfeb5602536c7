"""A new PIN for a sender who lost theirs: one person asks, another decides, and it is drawn once.

Both call the sender back through the contact that was left (docs/keputusan/0017-pin.md). The sender
is told by every contact, when it is asked for and when it is done, so that no PIN is replaced
behind their back.
"""

import secrets
from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.kode import PANJANG_PIN, pin_cocok, sidik_pin
from aspirasi.models import Aspirasi, Pengirim, PermintaanPin
from aspirasi.services.alur import kunci_baris
from aspirasi.services.pengabaran import kabari_pin
from core.antrean.surel import kirim
from core.galat import TidakBisa
from core.jaga import berdua, keamanan
from core.jaga.keamanan import Kejadian
from core.jejak.catat import catat
from core.models import Jejak
from warga.enums import Peran
from warga.models import Pengguna
from warga.services import pastikan_pemutus

SURAT: dict[str, tuple[str, str]] = {
    Aksi.PIN_DIMINTA: (
        "PIN baru diminta untuk kiriman Anda",
        (
            "Ada yang menyampaikan kepada petugas kecamatan bahwa PIN kiriman Anda hilang. Dua "
            "petugas memastikan dulu, baru PIN baru dibuat dan dibacakan lewat telepon.\n\n"
            "Bukan Anda yang memintanya? Segera hubungi kantor kecamatan, atau buka kiriman Anda "
            "dengan PIN yang lama dan batalkan di sana.\n"
        ),
    ),
    Aksi.PIN_DIGANTI: (
        "PIN kiriman Anda diganti",
        (
            "Petugas kecamatan baru saja membuat PIN baru untuk kiriman Anda, karena ada yang "
            "menyampaikan bahwa PIN lama hilang. PIN lama tidak berlaku lagi.\n\n"
            "Bukan Anda yang memintanya? Segera hubungi kantor kecamatan.\n"
        ),
    ),
    Aksi.PIN_LEWAT_EMAIL: (
        "PIN kiriman Anda diganti",
        (
            "PIN baru baru saja dibuat untuk satu kiriman Anda, dengan kode yang dikirim ke e-mail "
            "akun Anda. PIN lama tidak berlaku lagi.\n\n"
            "Bukan Anda? Segera ganti kata sandi e-mail dan akun Anda, lalu hubungi kantor "
            "kecamatan.\n"
        ),
    ),
}
TANPA_KONTAK = (
    "Pengirim tidak meninggalkan nomor HP atau e-mail, jadi tidak dapat dihubungi balik. "
    "Minta ia mengirim lagi dan menyebut kode yang lama."
)


def ada_kontak(aspirasi: Aspirasi) -> bool:
    """Return whether its sender left a contact for calling back. It tells nothing else."""
    kontak = Pengirim.objects.filter(aspirasi=aspirasi)
    return kontak.exclude(telepon="", email="").exists()


def ada_orang_kedua(aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Return whether anybody else may decide the request of `oleh`."""
    rekan = Pengguna.objects.filter(is_active=True, peran=Peran.STAF).exclude(pk=oleh.pk)
    return any(o.has_perm("aspirasi.ganti_pin", aspirasi) for o in rekan.untuk_sesi())


@transaction.atomic
def minta_pin(*, aspirasi: Aspirasi, alasan: str, oleh: Pengguna) -> PermintaanPin:
    """Ask for a new PIN. `alasan` says how the asker made sure that it is the sender.

    Raises TidakBisa when no contact was left (nobody could be called back), or when one is asked
    for already.
    """
    aspirasi = kunci_baris(aspirasi)
    if not ada_kontak(aspirasi):
        raise TidakBisa(TANPA_KONTAK)
    if aspirasi.permintaan_pin.hidup().exists():
        raise TidakBisa("Untuk kiriman ini sudah ada permintaan PIN. Tunggu dahulu putusannya.")
    baris = berdua.ajukan(PermintaanPin(aspirasi=aspirasi), oleh=oleh, alasan=alasan)
    jejak = catat(objek=aspirasi, aksi=Aksi.PIN_DIMINTA, oleh=oleh, alasan=baris.alasan)
    _beri_tahu(aspirasi, jejak)
    return baris


@transaction.atomic
def putuskan_pin(
    *, permintaan: PermintaanPin, setuju: bool, alasan: str, oleh: Pengguna
) -> PermintaanPin:
    """Approve or refuse a request of somebody else. Raises TidakBisa once it no longer waits."""
    aspirasi = kunci_baris(permintaan.aspirasi)
    putuskan = berdua.setujui if setuju else berdua.tolak
    baris = putuskan(permintaan, oleh=oleh, alasan=alasan)
    aksi = Aksi.PIN_DISETUJUI if setuju else Aksi.PIN_DITOLAK
    catat(objek=aspirasi, aksi=aksi, oleh=oleh, alasan=baris.alasan_putusan)
    return baris


@transaction.atomic
def tarik_pin(*, permintaan: PermintaanPin, oleh: Pengguna) -> None:
    """Take one's own request back. Raises TidakBisa for others, or once it ended."""
    aspirasi = kunci_baris(permintaan.aspirasi)
    berdua.tarik(permintaan, oleh=oleh)
    catat(objek=aspirasi, aksi=Aksi.PIN_DITARIK, oleh=oleh)


@transaction.atomic
def batalkan_pin(*, aspirasi: Aspirasi) -> bool:
    """End requests, because the sender with the PIN says that nobody lost it. Return False when
    none waited."""
    aspirasi = kunci_baris(aspirasi)
    hidup = list(aspirasi.permintaan_pin.hidup())
    for baris in hidup:
        berdua.batalkan(baris)
        catat(objek=aspirasi, aksi=Aksi.PIN_DIBATALKAN)
    return bool(hidup)


@transaction.atomic
def ganti_pin(*, permintaan: PermintaanPin, oleh: Pengguna) -> str:
    """Make the new PIN of an approved request and return it, once, to the person who asked.

    The old PIN and every page that it opened stop working. Raises TidakBisa for anybody else, and
    when it is not approved, was used, is out of date, or the second person lost the right
    meanwhile.
    """
    aspirasi = kunci_baris(permintaan.aspirasi)
    dipakai = berdua.pakai(permintaan, oleh=oleh)
    pastikan_pemutus(dipakai, "aspirasi.ganti_pin", aspirasi)
    return pasang_pin(aspirasi, iter(_pin_acak, ""), aksi=Aksi.PIN_DIGANTI, oleh=oleh)


def pasang_pin(
    aspirasi: Aspirasi, calon: Iterable[str], *, aksi: str, oleh: Pengguna | None = None
) -> str:
    """Make the first of `calon` that is new the PIN of a locked kiriman, and tell it. A code for
    making one by e-mail stops working."""
    pin = next(p for p in calon if not pin_cocok(p, aspirasi.kode, aspirasi.pin_hash))
    aspirasi.pin_hash = sidik_pin(pin, aspirasi.kode)
    aspirasi.save(update_fields=["pin_hash"])
    Pengirim.objects.filter(aspirasi=aspirasi).update(kode_pin_hash="", kode_pin_sampai=None)
    _beri_tahu(aspirasi, catat(objek=aspirasi, aksi=aksi, oleh=oleh))
    # The log holds the official, and nothing of the kiriman; for a sender not even the place.
    keamanan.catat(Kejadian.PIN_DIPERBARUI, oleh=oleh, bertempat=oleh is not None)
    return pin


def _pin_acak() -> str:
    return f"{secrets.randbelow(10**PANJANG_PIN):0{PANJANG_PIN}d}"


def _beri_tahu(aspirasi: Aspirasi, jejak: Jejak) -> None:
    """Tell every contact: those left with the kiriman, and the account's proven e-mail."""
    pengirim = Pengirim.objects.get(aspirasi=aspirasi)
    kabari_pin(aspirasi, jejak, pengirim.telepon)
    akun = EmailAddress.objects.filter(user=pengirim.pengguna_id, verified=True)
    perihal, isi = SURAT[jejak.aksi]
    for ke, email in enumerate(sorted({pengirim.email, *akun.values_list("email", flat=True)})):
        if email:
            sidik = f"pin:{aspirasi.acuan.hex}:{jejak.pk}:{ke}"
            kirim(kepada=email, perihal=perihal, isi=isi, kunci=sidik)
