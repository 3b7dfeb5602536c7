"""The trail of a project in words people read.

Only acts listed in `JUDUL` show, and only those of `ALASAN_UMUM` with their reason: an act
that comes later stays among officials until somebody decides otherwise.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from core.jejak.catat import riwayat
from core.models import Jejak
from core.templatetags.bentuk import rupiah
from proyek.enums import SumberDana, Tahap, nama_tindakan
from proyek.models import Proyek
from warga.enums import Peran

DIHAPUS = "Isi dihapus atas permintaan."
# Acts whose reason speaks to everyone.
ALASAN_UMUM = ("keputusan", "tahap", "diubah")


@dataclass(frozen=True)
class Butir:
    """One line of the trail. `nomor` is that of the keputusan or laporan it speaks of."""

    waktu: dt.datetime
    judul: str
    oleh: str
    alasan: str
    tanggal: dt.date | None = None
    keputusan: str = ""
    laporan: str = ""
    perubahan: list[tuple[str, str, str]] = field(default_factory=list)


def garis_waktu(proyek: Proyek) -> list[Butir]:
    """Return the trail, newest first, in one query. Names no person, only offices."""
    return [_butir(jejak) for jejak in reversed(riwayat(proyek)) if jejak.aksi in JUDUL]


def _butir(jejak: Jejak) -> Butir:
    rincian: dict[str, Any] = jejak.isi.rincian or {}
    tanggal = rincian.get("tanggal")
    return Butir(
        waktu=jejak.waktu,
        judul=JUDUL[jejak.aksi](jejak, rincian),
        oleh=str(Peran(jejak.peran).label) if jejak.peran in Peran.values else "Portal",
        alasan=_alasan(jejak),
        tanggal=dt.date.fromisoformat(tanggal) if tanggal else None,
        keputusan=rincian.get("keputusan", ""),
        laporan=rincian.get("laporan", ""),
        perubahan=_perubahan(rincian),
    )


def _alasan(jejak: Jejak) -> str:
    if jejak.isi.dihapus_pada:
        return DIHAPUS
    return jejak.isi.alasan if jejak.aksi in ALASAN_UMUM else ""


def _pencairan(jejak: Jejak, rincian: dict[str, Any]) -> str:
    return f"Uang diterima: {_uang(rincian.get('sumber'), rincian.get('jumlah'))}"


def _keterangan(jejak: Jejak, rincian: dict[str, Any]) -> str:
    nama = ", ".join(nama for nama, _, _ in _perubahan(rincian))
    return f"Keterangan diubah: {nama}"


def _judul_keputusan(ke: str, dana: Iterable[list[Any]]) -> str:
    judul = f"Keputusan: {str(Tahap(ke).label).lower()}" if ke else "Keputusan"
    uang = ", ".join(_uang(sumber, pagu) for sumber, _, pagu in dana)
    return f"{judul} ({uang})" if uang else judul


def _perubahan(rincian: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return (name, old, new) of what was changed, in the order of the columns."""
    ubah = rincian.get("perubahan", {})
    return [
        (str(kolom.verbose_name), _tulis(ubah[kolom.name][0]), _tulis(ubah[kolom.name][1]))
        for kolom in Proyek._meta.fields
        if kolom.name in ubah
    ]


def _tulis(nilai: Any) -> str:
    return str(nilai) if nilai not in (None, "") else "kosong"


def _uang(sumber: Any, jumlah: Any) -> str:
    nama = SumberDana(sumber).label if sumber in SumberDana.values else "sumber lain"
    return f"{rupiah(jumlah)} dari {nama}"


JUDUL: dict[str, Callable[[Jejak, dict[str, Any]], str]] = {
    "dibuka": lambda jejak, rincian: "Dicatat di portal",
    "keputusan": lambda jejak, rincian: _judul_keputusan(jejak.ke, rincian.get("dana", [])),
    "tahap": lambda jejak, rincian: nama_tindakan(jejak.dari, jejak.ke),
    "pencairan": _pencairan,
    "laporan": lambda jejak, rincian: "Laporan kemajuan terbit",
    "diubah": _keterangan,
}
