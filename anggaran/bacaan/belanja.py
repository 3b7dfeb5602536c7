"""Which project an upload of Siskeudes speaks of, and what it would fill in."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from anggaran.enums import Kelompok
from anggaran.models import Impor
from laporan.models import BelanjaMenyusul, LaporanKemajuan
from proyek.enums import TANPA_KAS
from proyek.models import Pendanaan, Proyek
from proyek.services.siskeudes import halangan, saldo_siskeudes

BANYAK_PROYEK = "Ada {n} proyek dengan kode {kode}; portal tidak tahu bagian masing-masing."
TANPA_SUMBER = "Tabelnya tidak menyebut sumber dana, padahal proyek ini punya beberapa."
SUMBER_LAIN = "Sumber dana di tabel tidak sama dengan sumber dana proyek ini di portal."
BANYAK_LAPORAN = "Beberapa laporannya menunggu belanja. Isi di halaman laporan itu."


@dataclass
class Isian:
    """One project: what Siskeudes says was spent of each source (`kumulatif`), how much of it no
    report told (`selisih`), the report that awaits it, and why it stays as it is ("" for no
    doubt)."""

    proyek: Proyek
    kumulatif: dict[int, int] = field(default_factory=dict)
    selisih: dict[int, int] = field(default_factory=dict)
    menyusul: LaporanKemajuan | None = None
    halangan: str = ""

    @property
    def jumlah(self) -> int:
        return sum(self.kumulatif.values())


def isian_proyek(impor: Impor) -> list[Isian]:
    """Return what an upload of realisasi says of each project of the kampung."""
    per_kode: dict[str, dict[str, int]] = defaultdict(dict)
    for kelompok, kode, sumber, jumlah in impor.hasil["baris"]:
        if kelompok == Kelompok.BELANJA and "." in kode:
            per_kode[kode][sumber] = per_kode[kode].get(sumber, 0) + jumlah
    proyek: dict[str, list[Proyek]] = defaultdict(list)
    for satu in _proyek(impor, list(per_kode)):
        proyek[satu.kegiatan.kode].append(satu)
    return [
        _isian(satu, kode, len(milik), per_kode[kode], impor.tahun)
        for kode, milik in sorted(proyek.items())
        for satu in milik
    ]


def _proyek(impor: Impor, kode: list[str]) -> Any:
    semua = Proyek.objects.berlaku().filter(
        kampung=impor.kampung, kegiatan__kode__in=kode, pendanaan__tahun=impor.tahun
    )
    return semua.select_related("kegiatan", "kampung").distinct().order_by("pk")


def _isian(proyek: Proyek, kode: str, banyak: int, per_sumber: dict[str, int], tahun: int) -> Isian:
    isian = Isian(proyek)
    if banyak > 1:
        isian.halangan = BANYAK_PROYEK.format(n=banyak, kode=kode)
        return isian
    dana = list(proyek.pendanaan.with_uang().filter(tahun=tahun).exclude(sumber__in=TANPA_KAS))
    isian.halangan = _bagi(isian, dana, per_sumber) or _periksa(isian, dana)
    return isian


def _bagi(isian: Isian, dana: list[Pendanaan], per_sumber: dict[str, int]) -> str:
    """Put the sums of a table beside the sources of a project; return why it cannot be done."""
    if set(per_sumber) == {""}:
        if len(dana) != 1:
            return TANPA_SUMBER
        isian.kumulatif = {dana[0].pk: per_sumber[""]}
        return ""
    milik = {satu.sumber: satu.pk for satu in dana}
    if not set(per_sumber) <= set(milik):
        return SUMBER_LAIN
    isian.kumulatif = {milik[sumber]: jumlah for sumber, jumlah in per_sumber.items()}
    return ""


def _periksa(isian: Isian, dana: list[Pendanaan]) -> str:
    saldo = saldo_siskeudes(isian.proyek)
    for satu in (d for d in dana if d.pk in isian.kumulatif):
        laporan = satu.jumlah.dibelanjakan - saldo.get(satu.pk, 0)
        jumlah = isian.kumulatif[satu.pk]
        if salah := halangan(str(satu), jumlah, laporan, satu.pagu):
            return salah
        isian.selisih[satu.pk] = jumlah - laporan
    menunggu = list(_menunggu(isian.proyek)[:2])
    if len(menunggu) > 1:
        return BANYAK_LAPORAN
    isian.menyusul = menunggu[0].laporan if menunggu else None
    return ""


def _menunggu(proyek: Proyek) -> Any:
    milik = BelanjaMenyusul.objects.ditunggu().filter(laporan__proyek=proyek)
    return milik.select_related("laporan")
