"""How a change of what stands in a plan is noted: silently in a draft, with a reason once everyone
reads it, and with a paper once it is set."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import hari_ini
from rencana.laku import Aksi
from rencana.models import PerubahanRencana, Rencana
from warga.models import Pengguna

PERLU_SURAT = (
    "Rencana ini sudah ditetapkan. Tulis nomor dan tanggal surat yang mengubahnya, misalnya "
    "Peraturan Kampung tentang perubahan RKP."
)
SURAT_NANTI = "Tanggal surat tidak boleh sesudah hari ini."


@dataclass(frozen=True)
class Sebab:
    """Why a plan changes, and the paper that changes it; empty for a draft."""

    alasan: str = ""
    nomor_surat: str = ""
    tanggal_surat: dt.date | None = None


Butir = Sequence[tuple[str, str, str]]  # what, before, after


def catat_ubah(rencana: Rencana, oleh: Pengguna, butir: Butir, sebab: Sebab) -> None:
    """Note a change of a locked plan. Raises TidakBisa without the reason or the paper that its
    state asks for."""
    rincian = {"ke": "; ".join(_kata(*satu) for satu in butir)}
    if rencana.draf:
        catat(objek=rencana, aksi=Aksi.DISUSUN, oleh=oleh, rincian=rincian)
        return
    pastikan_beralasan(sebab.alasan)
    alasan = sebab.alasan.strip()
    if rencana.tetap:
        _simpan_perubahan(rencana, oleh, butir, sebab)
        catat(objek=rencana, aksi=Aksi.DIUBAH, oleh=oleh, alasan=alasan, rincian=rincian)
    else:
        catat(objek=rencana, aksi=Aksi.DIPERBAIKI, oleh=oleh, alasan=alasan, rincian=rincian)


def _kata(apa: str, dulu: str, kini: str) -> str:
    return f"{apa}: {dulu} menjadi {kini}" if dulu else f"{apa}: {kini}"


def _simpan_perubahan(rencana: Rencana, oleh: Pengguna, butir: Butir, sebab: Sebab) -> None:
    if not sebab.nomor_surat.strip() or sebab.tanggal_surat is None:
        raise TidakBisa(PERLU_SURAT)
    if sebab.tanggal_surat > hari_ini():
        raise TidakBisa(SURAT_NANTI)
    PerubahanRencana.objects.create(
        rencana=rencana,
        alasan=sebab.alasan.strip(),
        nomor_surat=sebab.nomor_surat.strip(),
        tanggal_surat=sebab.tanggal_surat,
        butir=[list(satu) for satu in butir],
        oleh=oleh,
    )
