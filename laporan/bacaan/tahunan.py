"""The projects of a kampung in one budget year, as its yearly sheets tell of them.

Money is that of the ledger for the sources of that year, work that of the report that stands now.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import JSONObject

from core.samar import samarkan
from laporan.models import LaporanKemajuan
from proyek.enums import TAHAP_DAPAT_DICAIRKAN, TAHAP_RAMPUNG, SumberDana, Tahap
from proyek.models import JumlahDana, Keputusan, Pendanaan, Proyek
from warga.models import Kampung

TERBANYAK = 300  # rows of a sheet


@dataclass(frozen=True)
class Kegiatan:
    """One project in the year. Money in rupiah; `belanja` is None where it is unknown."""

    proyek: Proyek
    anggaran: int
    belanja: int | None

    @property
    def sisa(self) -> int | None:
        return None if self.belanja is None else self.anggaran - self.belanja

    @property
    def batal(self) -> bool:
        return self.proyek.tahap == Tahap.DIBATALKAN

    @property
    def rampung(self) -> bool:
        return self.proyek.tahap in TAHAP_RAMPUNG

    @property
    def sebab(self) -> str:
        """Return why it is not finished, in words that the office published; "" where it told
        none."""
        return samarkan(_sebab(self.proyek))


@dataclass
class Uang:
    """Money of one bidang, of one source, or of all; None while nothing is known to be spent."""

    anggaran: int = 0
    belanja: int | None = None

    def tambah(self, anggaran: int, belanja: int | None) -> None:
        """Add rupiah; None for spending that is not known adds nothing to it."""
        self.anggaran += anggaran
        if belanja is not None:
            self.belanja = (self.belanja or 0) + belanja

    @property
    def sisa(self) -> int | None:
        return None if self.belanja is None else self.anggaran - self.belanja


@dataclass(frozen=True)
class Setahun:
    """The matter of a year's sheets: the first TERBANYAK of `banyak` projects, and sums over all
    that count. `hitung` counts them by their state. Cancelled projects count in no sum."""

    kampung: Kampung
    tahun: int
    hitung: dict[str, int]
    kegiatan: list[Kegiatan]
    per_bidang: dict[str, Uang]
    per_sumber: dict[str, Uang]
    jumlah: Uang

    @property
    def banyak(self) -> int:
        return sum(self.hitung.values())


def setahun(kampung: Kampung, tahun: int) -> Setahun:
    """Return the year of a kampung. Three queries, however many projects it has."""
    milik = _milik(kampung, tahun)
    per_bidang, per_sumber, jumlah = _uang(kampung, tahun)
    return Setahun(
        kampung=kampung,
        tahun=tahun,
        hitung=_hitung(milik),
        kegiatan=[_kegiatan(satu) for satu in _dengan_uang(milik, tahun)[:TERBANYAK]],
        per_bidang=per_bidang,
        per_sumber=per_sumber,
        jumlah=jumlah,
    )


def _hitung(milik: QuerySet[Proyek]) -> dict[str, int]:
    baris = milik.order_by().values_list("tahap").annotate(n=Count("pk"))
    return {str(tahap): banyak for tahap, banyak in baris}


def _milik(kampung: Kampung, tahun: int) -> QuerySet[Proyek]:
    """Return the projects of the budget of that year, and those that were cancelled; none that are
    only planned."""
    dana = Pendanaan.objects.filter(tahun=tahun, proyek__kampung=kampung).values("proyek")
    tahap = (*TAHAP_DAPAT_DICAIRKAN, Tahap.DIBATALKAN)
    return Proyek.objects.berlaku().filter(pk__in=dana, kampung=kampung, tahap__in=tahap)


def _dengan_uang(milik: Any, tahun: int) -> Any:
    """Return them by the codes of the budget, with their money of the year, and what their offices
    told last of what stands in the way."""
    dana = JumlahDana.objects.filter(pendanaan__proyek=OuterRef("pk"), pendanaan__tahun=tahun)
    per_proyek = dana.order_by().values("pendanaan__proyek")
    belanja = Sum("dibelanjakan", filter=Q(banyak_dibelanjakan__gt=0))
    batal = Keputusan.objects.terbit().filter(
        pindah_tahap__proyek=OuterRef("pk"),
        pindah_tahap__ke=Tahap.DIBATALKAN,
        pindah_tahap__ditarik_pada=None,
    )
    return (
        milik.select_related("kegiatan__sub_bidang__bidang", "jumlah")
        .with_alasan_berhenti()
        .annotate(
            anggaran=_satu(per_proyek.annotate(n=Sum("anggaran"))),
            belanja=_satu(per_proyek.annotate(n=belanja)),
            alasan_batal=Subquery(batal.order_by("-pk").values("alasan")[:1]),
            isi_kendala=_kendala(),
        )
        .order_by("kegiatan__kode", "judul", "pk")
    )


def _satu(per_proyek: Any) -> Subquery:
    return Subquery(per_proyek.values("n"), output_field=BigIntegerField())


def _kendala() -> Subquery:
    """Return what the report that stands last says of obstacles."""
    baris = LaporanKemajuan.objects.berlaku().filter(proyek=OuterRef("pk")).order_by("-periode")
    kolom = ("ada_kendala", "kendala", "tanpa_kemajuan", "alasan_tanpa_kemajuan")
    return Subquery(baris.values(isi=JSONObject(**{nama: nama for nama in kolom}))[:1])


def _kegiatan(proyek: Any) -> Kegiatan:
    return Kegiatan(proyek, proyek.anggaran or 0, proyek.belanja)


def _sebab(proyek: Any) -> str:
    """Return the first reason that is told: of the cancellation, of the stop, of the last
    report."""
    laporan = proyek.isi_kendala or {}
    semua = (
        proyek.alasan_batal if proyek.tahap == Tahap.DIBATALKAN else "",
        proyek.alasan_berhenti,
        laporan["alasan_tanpa_kemajuan"] if laporan.get("tanpa_kemajuan") else "",
        laporan["kendala"] if laporan.get("ada_kendala") else "",
    )
    return next((satu for satu in semua if satu), "")


def _uang(kampung: Kampung, tahun: int) -> tuple[dict[str, Uang], dict[str, Uang], Uang]:
    """Return the money of all projects that count: by bidang, by source, and over all."""
    dikenal = Q(jumlah__banyak_dibelanjakan__gt=0)
    bidang = "proyek__kegiatan__sub_bidang__bidang"
    dana = Pendanaan.objects.filter(
        tahun=tahun,
        proyek__kampung=kampung,
        proyek__dicabut_pada=None,
        proyek__tahap__in=TAHAP_DAPAT_DICAIRKAN,
    )
    baris = (
        dana.order_by(f"{bidang}__kode", "sumber")
        .values_list(f"{bidang}__nama", "sumber")
        .annotate(a=Sum("jumlah__anggaran"), b=Sum("jumlah__dibelanjakan", filter=dikenal))
    )
    per_bidang: dict[str, Uang] = {}
    per_sumber: dict[str, Uang] = {}
    jumlah = Uang()
    for nama, sumber, anggaran, belanja in baris:
        kata = str(SumberDana(sumber).label)
        for uang in (
            per_bidang.setdefault(nama, Uang()),
            per_sumber.setdefault(kata, Uang()),
            jumlah,
        ):
            uang.tambah(anggaran, belanja)
    return per_bidang, per_sumber, jumlah
