"""The known money of one project, as its page tells it, without inventing zeros."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef

from core.cari.tumpangan import Tumpangan
from proyek.enums import DasarGerak, Pos, SumberDana
from proyek.models import Gerak, JumlahProyek, Pendanaan, Proyek

_GERAK = Tumpangan(Gerak)
_PEMBETUL: Any = Gerak._meta.get_field("dibetulkan")
# The tills from which these sources are drawn; all others lie in that of the kampung.
KAS = {
    SumberDana.APBD_KAB: "kas kabupaten",
    SumberDana.APBD_PROV: "kas provinsi",
    SumberDana.APBN: "kas negara",
}


@dataclass(frozen=True)
class Uang:
    """The money of a project by source, and over all of them (`jumlah`)."""

    jumlah: JumlahProyek
    sumber: list[Pendanaan]
    pencairan: list[Gerak]

    @property
    def persen_dicairkan(self) -> Decimal | None:
        return persen_dari(self.jumlah.dicairkan, self.jumlah.anggaran)

    @property
    def persen_dibelanjakan(self) -> Decimal | None:
        return persen_dari(self.jumlah.dibelanjakan, self.jumlah.anggaran)

    @property
    def kas(self) -> str:
        """Return the tills that its sources are drawn from, in words; "" for none."""
        semua = (KAS.get(SumberDana(s.sumber), "kas kampung") for s in self.sumber if s.dari_kas)
        return " atau ".join(dict.fromkeys(semua))

    @property
    def tanpa_kas(self) -> str:
        """Return the sources that never lie in a public till, in words; "" for none."""
        return " dan ".join(
            dict.fromkeys(s.get_sumber_display() for s in self.sumber if not s.dari_kas)
        )


def uang_proyek(proyek: Proyek) -> Uang:
    """Return the money of a project that was read with `jumlah`, in one query."""
    cair = Gerak.objects.filter(pendanaan=OuterRef("pk"), pos=Pos.DICAIRKAN)
    sumber: list[Any] = list(proyek.pendanaan.with_uang().annotate(isi_gerak=_GERAK.anotasi(cair)))
    return Uang(proyek.jumlah, sumber, _pencairan(sumber))


def _pencairan(sumber: Iterable[Any]) -> list[Gerak]:
    """Return what was drawn and given back, newest first, each with its source and with the row
    that corrects it; no rows that only correct another."""
    semua: dict[int, Gerak] = {}
    for dana in sumber:
        for gerak in _GERAK.baca(dana.isi_gerak):
            gerak.pendanaan = dana
            _PEMBETUL.set_cached_value(gerak, None)
            semua[gerak.pk] = gerak
    for gerak in semua.values():
        if gerak.membetulkan_id in semua:
            gerak.membetulkan = semua[gerak.membetulkan_id]
    cair = (gerak for gerak in semua.values() if gerak.dasar != DasarGerak.PEMBATALAN)
    return sorted(cair, key=lambda gerak: (gerak.tanggal, gerak.pk), reverse=True)


def persen_dari(bagian: int | None, seluruh: int | None) -> Decimal | None:
    """Return how many percent of `seluruh` this is, with one decimal. None when unknown."""
    if bagian is None or not seluruh:
        return None
    return round(Decimal(bagian) * 100 / seluruh, 1)
