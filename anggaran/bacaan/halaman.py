"""The figures of the public pages of the budget: of one kampung and year, and of all kampung."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from anggaran.bacaan.proyek import BagianProyek, bagian_proyek, tandai
from anggaran.bacaan.susunan import Susunan, susun
from anggaran.enums import JenisAnggaran
from anggaran.models import (
    AnggaranKampung,
    BantuanKeluarga,
    BarisAnggaran,
    Penyaluran,
    ProgramMasuk,
)
from core.templatetags.bentuk import TAK_DIKETAHUI, rupiah_pendek, tanggal
from proyek.bacaan.uang import persen_dari
from warga.models import Kampung


@dataclass
class Banding:
    """One line of murni beside perubahan beside realisasi; None where a paper does not know it."""

    kata: str
    murni: int | None
    perubahan: int | None
    realisasi: int | None

    @property
    def persen(self) -> Any:
        """Return how much of the budget in force came true."""
        dasar = self.murni if self.perubahan is None else self.perubahan
        return persen_dari(self.realisasi, dasar or 0)


@dataclass
class SetahunKampung:
    """All that is published of one kampung and year."""

    kampung: Kampung
    tahun: int
    surat: list[Susunan]
    bagian: BagianProyek

    def _akhir(self, jenis: str) -> Susunan | None:
        milik = [s for s in self.surat if s.anggaran.jenis == jenis]
        return max(milik, key=lambda s: s.anggaran.ke, default=None)

    @property
    def murni(self) -> Susunan | None:
        return self._akhir(JenisAnggaran.MURNI)

    @property
    def perubahan(self) -> Susunan | None:
        return self._akhir(JenisAnggaran.PERUBAHAN)

    @property
    def realisasi(self) -> Susunan | None:
        return self._akhir(JenisAnggaran.REALISASI)

    @property
    def kini(self) -> Susunan | None:
        """Return the budget in force: the last change, or the murni."""
        return self.perubahan or self.murni

    def kalimat(self) -> str:
        """Return the totals in one sentence; "" while no budget is published."""
        if self.kini is None:
            return ""
        awal = f"{self.kini.anggaran.sebutan}: pendapatan {_rp(self.kini.pendapatan)}"
        kata = f"{awal} dan belanja {_rp(self.kini.belanja)}"
        if self.realisasi is None:
            return f"{kata}. Yang sudah terpakai belum diketahui."
        nyata = self.realisasi.anggaran
        return f"{kata}. Sampai {tanggal(nyata.sampai)} terpakai {_rp(self.realisasi.belanja)}."

    def kalimat_proyek(self) -> str:
        """Return how much of the spending the projects of the portal are."""
        if not self.bagian.proyek:
            return "Belum ada proyek di portal ini yang menjadi bagian dari anggaran itu."
        banyak = len(self.bagian.proyek)
        return (
            f"{banyak} proyek di portal ini, {_rp(self.bagian.jumlah)}, adalah bagian dari belanja "
            "itu, bukan tambahannya."
        )

    def banding_bidang(self) -> list[Banding]:
        return self._banding("menurut_bidang")

    def banding_sumber(self) -> list[Banding]:
        return self._banding("menurut_sumber")

    def _banding(self, menurut: str) -> list[Banding]:
        tiga = (self.murni, self.perubahan, self.realisasi)
        isi = [getattr(satu, menurut)() if satu else {} for satu in tiga]
        kata = dict.fromkeys(k for satu in isi for k in satu)
        return [Banding(k, *(satu.get(k) for satu in isi)) for k in kata]


def setahun(kampung: Kampung, tahun: int) -> SetahunKampung:
    """Return what is published of this year; three queries."""
    surat = list(
        AnggaranKampung.objects.berlaku()
        .filter(kampung=kampung, tahun=tahun)
        .order_by("jenis", "ke")
    )
    for satu in surat:
        satu.kampung = kampung
    semua = susunan_dari(surat)
    hasil = SetahunKampung(kampung, tahun, semua, bagian_proyek(kampung, tahun))
    for susunan in filter(None, (hasil.murni, hasil.perubahan)):
        tandai(susunan, hasil.bagian)
    return hasil


def susunan_dari(surat: list[AnggaranKampung]) -> list[Susunan]:
    """Return these papers with their sums; one query."""
    baris: dict[int, list[BarisAnggaran]] = defaultdict(list)
    for satu in BarisAnggaran.objects.filter(anggaran__in=surat).urut():
        baris[satu.anggaran_id].append(satu)
    return [susun(satu, baris[satu.pk]) for satu in surat]


def angka_lain(kampung: Kampung, tahun: int) -> dict[str, Any]:
    """Return the numbers beside the budget; three queries."""
    milik = {"kampung": kampung, "tahun": tahun}
    return {
        "penyaluran": Penyaluran.objects.berlaku().filter(**milik),
        "program": ProgramMasuk.objects.berlaku().filter(**milik),
        "bantuan": BantuanKeluarga.objects.berlaku().filter(**milik),
    }


@dataclass
class BarisDaftar:
    """One kampung in the list of a year."""

    kampung: Kampung
    kini: Susunan | None
    realisasi: Susunan | None


def daftar(tahun: int) -> list[BarisDaftar]:
    """Return every kampung with what it published of this year; three queries."""
    surat = list(AnggaranKampung.objects.berlaku().filter(tahun=tahun).order_by("jenis", "ke"))
    milik: dict[int, list[Susunan]] = defaultdict(list)
    for satu in susunan_dari(surat):
        milik[satu.anggaran.kampung_id].append(satu)
    hasil = []
    for kampung in Kampung.objects.all():
        isi = SetahunKampung(kampung, tahun, milik[kampung.pk], BagianProyek())
        hasil.append(BarisDaftar(kampung, isi.kini, isi.realisasi))
    return hasil


def _rp(nilai: int | None) -> str:
    return TAK_DIKETAHUI if nilai is None else rupiah_pendek(nilai)
