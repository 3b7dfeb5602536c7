"""The team of a project, as its page and its board tell it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from proyek.enums import PeranTim


@dataclass(frozen=True)
class Anggota:
    """A member of the team, or a firm with its contract."""

    peran: str
    nama: str
    jabatan: str
    nomor_kontrak: str
    tanggal_kontrak: dt.date | None
    nilai_kontrak: int | None

    @property
    def kata(self) -> str:
        return str(PeranTim(self.peran).label)

    @property
    def di_papan(self) -> bool:
        """Return whether the board names it: plain members stand on the page alone."""
        return self.peran != PeranTim.ANGGOTA_TPK

    @property
    def penyedia(self) -> bool:
        return self.peran == PeranTim.PENYEDIA


def tim(isi: Iterable[dict[str, Any]]) -> list[Anggota]:
    """Return the team in the order of `PeranTim`, from the values of `proyek.bacaan.halaman`."""
    urutan = PeranTim.values
    semua = [Anggota(**{**satu, "tanggal_kontrak": _hari(satu["tanggal_kontrak"])}) for satu in isi]
    return sorted(semua, key=lambda satu: urutan.index(satu.peran))


def _hari(teks: str | None) -> dt.date | None:
    return dt.date.fromisoformat(teks) if teks else None
