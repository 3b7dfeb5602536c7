"""What the services of accounts share: the lock of an account, and the end of its codes."""

from core.waktu import sekarang
from warga.enums import TujuanKode
from warga.models import KodeCetak, Pengguna


def kunci_akun(pengguna: Pengguna) -> Pengguna:
    return Pengguna.objects.select_for_update().get(pk=pengguna.pk)


def matikan_kode(pengguna: Pengguna, *tujuan: TujuanKode) -> None:
    KodeCetak.objects.berlaku().filter(pengguna=pengguna, tujuan__in=tujuan).update(
        kedaluwarsa=sekarang()
    )
