"""The trail of a project in words people read."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.jejak import riwayat
from core.models import Jejak
from core.templatetags.bentuk import rupiah
from proyek.enums import SumberDana, Tahap, nama_tindakan
from proyek.models import Proyek
from warga.enums import Peran

DIHAPUS = "Isi dihapus atas permintaan."


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
    return [_butir(jejak) for jejak in reversed(riwayat(proyek))]


def _butir(jejak: Jejak) -> Butir:
    rincian: dict[str, Any] = jejak.isi.rincian or {}
    tanggal = rincian.get("tanggal")
    return Butir(
        waktu=jejak.waktu,
        judul=_judul(jejak, rincian),
        oleh=str(Peran(jejak.peran).label) if jejak.peran in Peran.values else "Portal",
        alasan=DIHAPUS if jejak.isi.dihapus_pada else jejak.isi.alasan,
        tanggal=dt.date.fromisoformat(tanggal) if tanggal else None,
        keputusan=rincian.get("keputusan", ""),
        laporan=rincian.get("laporan", ""),
        perubahan=_perubahan(rincian),
    )


def _judul(jejak: Jejak, rincian: dict[str, Any]) -> str:
    match jejak.aksi:
        case "dibuka":
            return "Dicatat di portal"
        case "keputusan":
            return _judul_keputusan(jejak.ke, rincian.get("dana", []))
        case "tahap":
            return nama_tindakan(jejak.dari, jejak.ke)
        case "pencairan":
            return f"Uang diterima: {_uang(rincian.get('sumber'), rincian.get('jumlah'))}"
        case "laporan":
            return "Laporan kemajuan terbit"
        case "diubah":
            nama = ", ".join(nama for nama, _, _ in _perubahan(rincian))
            return f"Keterangan diubah: {nama}"
    return jejak.aksi.replace("_", " ").capitalize()


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
