"""The projects that the portal knows of a kampung's budget year, as a part of the budget."""

from collections import Counter
from dataclasses import dataclass, field

from anggaran.bacaan.susunan import Susunan
from proyek.enums import TAHAP_DAPAT_DICAIRKAN, TANPA_KAS, SumberDana
from proyek.models import JumlahDana
from warga.models import Kampung


@dataclass
class BagianProyek:
    """Rupiah of projects by the words of their bidang and of their source, and how many they
    are."""

    bidang: Counter[str] = field(default_factory=Counter)
    sumber: Counter[str] = field(default_factory=Counter)
    proyek: set[int] = field(default_factory=set)

    @property
    def jumlah(self) -> int:
        return self.bidang.total()


def bagian_proyek(kampung: Kampung, tahun: int) -> BagianProyek:
    """Return the money of projects that stands in the budget of this year: from a public till, of
    works that are in a budget and were not taken back. One query."""
    dana = JumlahDana.objects.filter(
        pendanaan__tahun=tahun,
        pendanaan__proyek__kampung=kampung,
        pendanaan__proyek__tahap__in=TAHAP_DAPAT_DICAIRKAN,
        pendanaan__proyek__dicabut_pada__isnull=True,
    ).exclude(pendanaan__sumber__in=TANPA_KAS)
    rujuk = "pendanaan__proyek__kegiatan__sub_bidang__bidang"
    hasil = BagianProyek()
    kolom = ("pendanaan__proyek", "pendanaan__sumber", f"{rujuk}__kode", f"{rujuk}__nama")
    for proyek, sumber, kode, nama, rupiah in dana.order_by().values_list(*kolom, "anggaran"):
        hasil.proyek.add(proyek)
        hasil.bidang[f"Bidang {kode} {nama}"] += rupiah
        hasil.sumber[str(SumberDana(sumber).label)] += rupiah
    return hasil


def tandai(susunan: Susunan, bagian: BagianProyek) -> None:
    """Say for each bidang of a budget how much of it projects of the portal are."""
    for pos in susunan.bidang:
        pos.proyek = bagian.bidang[pos.kata]
