"""The changes by papers, as people read them on the page of a project and of a decision."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet

from core.cari.tumpangan import Tumpangan
from core.jejak.sql import HITAM
from core.templatetags.bentuk import angka, rupiah, tanggal
from proyek.enums import Jenis, Pola, Tahap
from proyek.models import Keputusan, Pendanaan, Perubahan, Proyek
from proyek.models.perubahan import KolomUbah

TAMPIL = 20
_PERUBAHAN = Tumpangan(Perubahan, kaitan=("pendanaan", "keputusan", "proyek"))
DESIMAL: dict[str, int] = {KolomUbah.VOLUME: 2, KolomUbah.LINTANG: 6, KolomUbah.BUJUR: 6}
HARI = (KolomUbah.MULAI_RENCANA, KolomUbah.SELESAI_RENCANA)
PILIHAN: dict[str, dict[str, str]] = {
    KolomUbah.POLA: {satu.value: str(satu.label) for satu in Pola},
    "jenis": {satu.value: str(satu.label) for satu in Jenis},
}


@dataclass(frozen=True)
class Berubah:
    """One changed value: what, from what, to what, with its paper and its project."""

    apa: str
    lama: str
    baru: str
    keputusan: Keputusan
    proyek: Proyek


@dataclass(frozen=True)
class Riwayat:
    """The changes that a page shows, newest first; `lebih`: there are more. `awal` is the anggaran
    of the project in rupiah before all of them, None where they moved no money or are not all
    here."""

    semua: list[Berubah]
    lebih: bool
    awal: int | None = None


def perubahan_proyek(proyek: Any) -> Riwayat:
    """Return what papers changed about a project, in one query."""
    terbaca = Keputusan.objects.terbit().values("pk")
    baris = list(_baris(proyek.perubahan.filter(keputusan__in=terbaca)))
    uang = [satu for satu in baris if satu.kolom == KolomUbah.ANGGARAN]
    naik = sum(int(satu.baru) - int(satu.lama) for satu in uang)
    kini = proyek.jumlah.anggaran
    lengkap = uang and kini is not None and len(baris) <= TAMPIL
    return _riwayat(baris, kini - naik if lengkap else None)


def isi_perubahan() -> Any:
    """Return the annotation of a decision with what it changed, as `perubahan_keputusan` reads
    it."""
    milik = Perubahan.objects.filter(keputusan=OuterRef("pk"), proyek__dicabut_pada__isnull=True)
    return _PERUBAHAN.anotasi(milik[: TAMPIL + 1])


def perubahan_keputusan(keputusan: Any) -> Riwayat:
    """Return what a decision with the annotation `isi_perubahan` changed; no query."""
    return _riwayat(_PERUBAHAN.baca(keputusan.isi_perubahan))


def _baris(semua: QuerySet[Perubahan]) -> QuerySet[Perubahan]:
    return semua.select_related("pendanaan", "keputusan", "proyek")[: TAMPIL + 1]


def _riwayat(baris: list[Perubahan], awal: int | None = None) -> Riwayat:
    return Riwayat(list(_berubah(baris[:TAMPIL])), len(baris) > TAMPIL, awal)


def _berubah(baris: Iterable[Perubahan]) -> Iterable[Berubah]:
    for satu in baris:
        lama, baru = (kata(satu.kolom, nilai) for nilai in (satu.lama, satu.baru))
        apa = str(KolomUbah(satu.kolom).label)
        if satu.pendanaan:
            apa = f"{apa} {satu.pendanaan}"
        yield Berubah(apa, lama, baru, satu.keputusan, satu.proyek)


def kata(kolom: str, nilai: str) -> str:
    """Return a stored value as people read it."""
    if not nilai:
        return "belum ada"
    if kolom == KolomUbah.ANGGARAN and nilai.isdecimal():
        return rupiah(int(nilai))
    if kolom in DESIMAL and HITAM not in nilai:
        return angka(nilai, DESIMAL[kolom])
    if kolom in HARI and HITAM not in nilai:
        return tanggal(dt.date.fromisoformat(nilai))
    pilihan = PILIHAN.get(kolom, {})
    return pilihan.get(nilai, nilai)


def proyek_tabel() -> QuerySet[Proyek]:
    """Return the projects that a paper may change, with their sources and totals, in two
    queries."""
    dana = Prefetch("pendanaan", Pendanaan.objects.with_uang())
    berjalan = Proyek.objects.berlaku().exclude(tahap=Tahap.DIBATALKAN)
    return (
        berjalan.select_related("kampung", "kegiatan")
        .prefetch_related(dana)
        .order_by("judul", "pk")
    )
