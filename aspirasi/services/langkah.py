"""Common parts of acts: the office in whose name one acts, and the trail row that tells people."""

from typing import Any

from aspirasi.models import Aspirasi
from aspirasi.services.pengabaran import kabari
from core.jejak.catat import catat
from core.models import Jejak
from warga.enums import JenisInstansi
from warga.models import Instansi, Pengguna
from warga.rules import adalah_kecamatan


def catat_langkah(
    aspirasi: Aspirasi,
    aksi: str,
    oleh: Pengguna | None,
    dari: str,
    alasan: str = "",
    rincian: dict[str, Any] | None = None,
    *,
    ke: str | None = None,
    senyap: bool = False,
) -> Jejak:
    """Append one step to the trail, return it, and tell the people whom the row of the act names.

    `oleh` is None for the sender and for the worker. `ke` is the state after it, the status
    unless given. `senyap`: nobody is told, since another act of this moment says it.
    """
    jejak = catat(
        objek=aspirasi,
        aksi=aksi,
        oleh=oleh,
        dari=dari,
        ke=aspirasi.status if ke is None else ke,
        alasan=alasan,
        rincian=rincian,
    )
    if not senyap:
        kabari(aspirasi, jejak)
    return jejak


def atas_nama(pengguna: Pengguna) -> str:
    """Return the office a person answers for: "Kepala Kampung Sido Rejo"."""
    if pengguna.jabatan_aktif:
        return str(pengguna.jabatan_aktif[0])
    instansi = instansi_dari(pengguna)
    return instansi.nama if instansi else pengguna.get_peran_display()


def instansi_dari(pengguna: Pengguna) -> Instansi | None:
    """Return the office this person acts for; None for one without."""
    if pengguna.jabatan_aktif:
        return pengguna.jabatan_aktif[0].instansi
    if pengguna.kampung_id:
        return Instansi.objects.filter(kampung=pengguna.kampung_id).first()
    return None


def kantor_dari(oleh: Pengguna) -> Instansi | None:
    """Return the office of a person who takes up, answers or promises. Staff of the kecamatan
    without a jabatan act for it."""
    if (sendiri := instansi_dari(oleh)) or not adalah_kecamatan(oleh):
        return sendiri
    return Instansi.objects.filter(jenis=JenisInstansi.KECAMATAN).first()
