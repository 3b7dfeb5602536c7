"""Password codes: one person of the kecamatan asks, another decides, and the code is opened once.

`warga.rules` says who may. The owner of the account is told of each step
(docs/keputusan/0016-kode.md).
"""

import datetime as dt

from django.db import transaction

from core.galat import TidakBisa
from core.jaga import berdua, keamanan
from core.jaga.keamanan import Kejadian
from core.jejak.catat import catat
from core.waktu import sekarang
from warga import kode as kode_cetak
from warga.enums import TujuanKode
from warga.laku import Aksi
from warga.models import KodeCetak, Pengguna, PermintaanSandi
from warga.services.bukti import alamat_terbukti
from warga.services.dasar import kunci_akun, lupakan_sesi, matikan_sandi, pastikan_pemutus
from warga.services.surel import SANDI_DIMINTA, SANDI_DIPAKAI, kabari_pemilik

MASA_SANDI = dt.timedelta(days=2)


@transaction.atomic
def minta_sandi(*, pengguna: Pengguna, oleh: Pengguna, alasan: str) -> PermintaanSandi:
    """Ask for a password code. `alasan` says how the asker knows that it is the owner.

    Raises TidakBisa for an account that is switched off, or has a request already.
    """
    pengguna = _aktif(pengguna)
    if pengguna.permintaan_sandi.hidup().exists():
        raise TidakBisa("Untuk akun ini sudah ada permintaan. Tunggu dahulu putusannya.")
    baris = berdua.ajukan(PermintaanSandi(pengguna=pengguna), oleh=oleh, alasan=alasan)
    catat(objek=pengguna, aksi=Aksi.KODE_SANDI_DIMINTA, oleh=oleh, alasan=baris.alasan)
    keamanan.catat(Kejadian.KODE_DIMINTA, akun=pengguna, oleh=oleh)
    kabari_pemilik(pengguna, SANDI_DIMINTA, f"sandi-diminta:{baris.pk}")
    return baris


@transaction.atomic
def putuskan_sandi(
    *, permintaan: PermintaanSandi, oleh: Pengguna, setuju: bool, alasan: str
) -> PermintaanSandi:
    """Approve or refuse a request of somebody else. Raises TidakBisa once it no longer waits."""
    pengguna = kunci_akun(permintaan.pengguna)
    putuskan = berdua.setujui if setuju else berdua.tolak
    baris = putuskan(permintaan, oleh=oleh, alasan=alasan)
    aksi = Aksi.KODE_SANDI_DISETUJUI if setuju else Aksi.KODE_SANDI_DITOLAK
    catat(objek=pengguna, aksi=aksi, oleh=oleh, alasan=baris.alasan_putusan)
    return baris


@transaction.atomic
def tarik_sandi(*, permintaan: PermintaanSandi, oleh: Pengguna) -> None:
    """Take one's own request back."""
    pengguna = kunci_akun(permintaan.pengguna)
    berdua.tarik(permintaan, oleh=oleh)
    catat(objek=pengguna, aksi=Aksi.KODE_SANDI_DITARIK, oleh=oleh)


@transaction.atomic
def buka_sandi(*, permintaan: PermintaanSandi, oleh: Pengguna) -> tuple[KodeCetak, str]:
    """Make the code of an approved request, once, for the person who asked.

    Returns the row and the code, which is shown once and kept nowhere. Raises TidakBisa when the
    second person lost the right meanwhile.
    """
    pengguna = _aktif(permintaan.pengguna)
    dipakai = berdua.pakai(permintaan, oleh=oleh)
    pastikan_pemutus(dipakai, "warga.putuskan_sandi", dipakai)
    matikan_sandi(pengguna)
    teks = kode_cetak.kode_baru()
    baris = KodeCetak.objects.create(
        pengguna=pengguna,
        tujuan=TujuanKode.SANDI,
        kode_hash=kode_cetak.hash_kode(teks),
        oleh=oleh,
        peran_pemberi=oleh.peran,
        kampung_pemberi_id=oleh.kampung_id,
        kedaluwarsa=sekarang() + MASA_SANDI,
    )
    catat(objek=pengguna, aksi=Aksi.KODE_SANDI_DIBUKA, oleh=oleh)
    keamanan.catat(Kejadian.KODE_DIBERI, akun=pengguna, oleh=oleh)
    return baris, teks


def cari_kode_sandi(teks: str) -> KodeCetak | None:
    """Return the password code that was typed, if it still works; else None."""
    berlaku = KodeCetak.objects.berlaku().sandi().select_related("pengguna")
    return berlaku.filter(kode_hash=kode_cetak.hash_kode(teks), pengguna__is_active=True).first()


@transaction.atomic
def buat_sandi(*, kode: KodeCetak, sandi: str) -> Pengguna:
    """Use a password code: set the new password and end every session.

    The account is marked until its owner has shown who they are (`buktikan_pemilik`). A number that
    too many others carry signs in from now on: two people know whose number it is, and there may be
    no other way in.
    """
    assert kode.pengguna  # noqa: S101 (a password code belongs to an account, says the database)
    pengguna = kunci_akun(kode.pengguna)
    dipakai = KodeCetak.objects.berlaku().sandi().filter(pk=kode.pk)
    alamat, kini = _alamat_lama(pengguna), sekarang()
    if not pengguna.is_active or not dipakai.update(dipakai_pada=kini, alamat_lama=alamat):
        raise TidakBisa("Kode ini sudah dipakai atau tidak berlaku lagi. Mintalah kode baru.")
    pengguna.set_password(sandi)
    # The first of several codes counts: a kiriman that was sent after it does not prove the owner.
    pengguna.sandi_dari_kode_pada = pengguna.sandi_dari_kode_pada or kini
    pengguna.telepon_ditahan = False
    pengguna.save(update_fields=["password", "sandi_dari_kode_pada", "telepon_ditahan"])
    matikan_sandi(pengguna)
    lupakan_sesi(pengguna)
    catat(objek=pengguna, aksi=Aksi.SANDI_DIBUAT_DENGAN_KODE, oleh=pengguna)
    keamanan.catat(Kejadian.KODE_DIPAKAI, akun=pengguna)
    keamanan.catat(Kejadian.SANDI_DIGANTI, akun=pengguna)
    kabari_pemilik(pengguna, SANDI_DIPAKAI, f"sandi-dipakai:{kode.pk}")
    return pengguna


@transaction.atomic
def batalkan_sandi(*, pengguna: Pengguna) -> None:
    """End requests and codes, because the signed-in owner says "that was not me"."""
    pengguna = kunci_akun(pengguna)
    matikan_sandi(pengguna)
    catat(objek=pengguna, aksi=Aksi.KODE_SANDI_DIBATALKAN_PEMILIK, oleh=pengguna)


def _alamat_lama(pengguna: Pengguna) -> list[str]:
    """Return the hashes of the proven addresses by which an account shows its owner.

    In a marked account only older addresses count: a person who came in by a code could prove an
    address of their own, and then ask for a second code.
    """
    kini = set(alamat_terbukti(pengguna))
    if sejak := pengguna.sandi_dari_kode_pada:
        dahulu = pengguna.kode_cetak.sandi().filter(dipakai_pada__gte=sejak)
        terakhir = dahulu.order_by("-dipakai_pada").first()
        kini &= set(terakhir.alamat_lama if terakhir else ())
    return sorted(kini)


def _aktif(pengguna: Pengguna) -> Pengguna:
    terkunci = kunci_akun(pengguna)
    if not terkunci.is_active:
        raise TidakBisa("Akun ini tidak aktif, jadi kode tidak dapat dibuat.")
    return terkunci
