"""Shared by the services of accounts: the lock of an account, the end of codes and sessions."""

from core.galat import TidakBisa
from core.models import Berdua
from core.waktu import sekarang
from warga.models import KodeCetak, Pengguna, SesiAkun


def kunci_akun(pengguna: Pengguna) -> Pengguna:
    """Lock the row of an account and return it as stored. Call it before a kiriman is locked.

    Two acts on one account wait for each other. A row that only points at the account does not:
    its act may hold a kiriman that this one wants next (docs/keputusan/0026-kunci.md).
    """
    return Pengguna.objects.select_for_update(no_key=True).get(pk=pengguna.pk)


def pastikan_pemutus(permintaan: Berdua, izin: str, hal: object) -> None:
    """Raise TidakBisa unless the second person still holds the right `izin` over `hal`.

    Days may pass between an approval and its use.
    """
    pemutus = Pengguna.objects.filter(pk=permintaan.diputus_oleh_id).first()
    if pemutus is None or not pemutus.has_perm(izin, hal):
        raise TidakBisa(
            "Orang kedua yang menyetujui sekarang tidak berwenang lagi. Tarik permintaan ini, lalu "
            "ajukan lagi kepada rekan lain."
        )


def matikan_sandi(pengguna: Pengguna) -> None:
    """End the password codes of an account that still work, and open requests for one."""
    kini = sekarang()
    KodeCetak.objects.berlaku().sandi().filter(pengguna=pengguna).update(kedaluwarsa=kini)
    pengguna.permintaan_sandi.hidup().update(ditarik_pada=kini)


def akhiri_sesi(pengguna: Pengguna) -> None:
    """End every session of a locked account, without touching its password."""
    pengguna.sesi_sejak = sekarang()
    pengguna.save(update_fields=["sesi_sejak"])
    lupakan_sesi(pengguna)


def lupakan_sesi(pengguna: Pengguna) -> None:
    """Empty the list of an account's sessions, because they end. A session that lives on is listed
    anew."""
    SesiAkun.objects.filter(pengguna=pengguna).delete()
