"""The end of a work against its plan: cost, scope and time, from ledger, papers and days."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import JSONObject

from core.jejak.sql import HITAM
from core.templatetags.bentuk import TAK_DIKETAHUI, angka, persen, rupiah, tanggal
from proyek.enums import TAHAP_RAMPUNG, DasarGerak, Pos
from proyek.models import Gerak, Perubahan
from proyek.models.perubahan import KolomUbah

P = TypeVar("P", bound=QuerySet[Any])

SEMULA = (
    *(KolomUbah.VOLUME, KolomUbah.SATUAN, KolomUbah.SASARAN),
    KolomUbah.SELESAI_RENCANA,
)
_BERUBAH = (DasarGerak.PERUBAHAN, DasarGerak.KOREKSI_LPJ)


@dataclass(frozen=True)
class Banding:
    """One thing of a finished work against its plan. `beda`: it asks for a reason; `sebab` is the
    one that the office wrote, "" without one."""

    hal: str  # "biaya" | "lingkup" | "waktu"
    kata: str
    rencana: str
    nyata: str
    kalimat: str
    beda: bool
    sebab: str = ""


def dengan_hasil(proyek: P) -> P:
    """Annotate `anggaran_semula` (rupiah before any paper changed it; None without money) and
    `isi_semula` (the old values of the first change of each column), in the same query."""
    gerak = Gerak.objects.filter(pendanaan__proyek=OuterRef("pk"), pos=Pos.ANGGARAN)
    awal = gerak.exclude(Q(dasar__in=_BERUBAH) | Q(membetulkan__dasar__in=_BERUBAH)).order_by()
    jumlah = awal.values("pendanaan__proyek").annotate(jumlah=Sum("jumlah")).values("jumlah")
    ubah = Perubahan.objects.filter(proyek=OuterRef("pk"), kolom__in=SEMULA)
    pertama = ubah.order_by("kolom", "pk").distinct("kolom")
    return proyek.annotate(
        anggaran_semula=Subquery(jumlah, output_field=BigIntegerField()),
        isi_semula=ArraySubquery(pertama.values(isi=JSONObject(kolom=F("kolom"), lama=F("lama")))),
    )


def hasil(proyek: Any) -> list[Banding]:
    """Return cost, scope and time of a project of `dengan_hasil` that was read with `jumlah` and
    `evaluasi`; [] while it is not finished."""
    if proyek.tahap not in TAHAP_RAMPUNG:
        return []
    semula = {satu["kolom"]: satu["lama"] for satu in proyek.isi_semula}
    tulisan = getattr(proyek, "evaluasi", None)  # of the app above; None before anybody wrote it
    semua = (_biaya(proyek), _lingkup(proyek, semula), _waktu(proyek, semula))
    return [replace(satu, sebab=tulisan.alasan(satu.hal) if tulisan else "") for satu in semua]


def _biaya(proyek: Any) -> Banding:
    awal, kini, nyata = proyek.anggaran_semula, proyek.jumlah.anggaran, proyek.jumlah.dibelanjakan
    beda = None not in (awal, nyata) and awal != nyata
    kalimat = _kalimat_biaya(awal, nyata)
    if awal is not None and kini != awal:
        kalimat += f" Anggarannya diubah menjadi {rupiah(kini)}."
    return Banding("biaya", "Biaya", rupiah(awal), rupiah(nyata), kalimat, beda)


def _kalimat_biaya(awal: int | None, nyata: int | None) -> str:
    if awal is None:
        return "Anggarannya belum dicatat."
    if nyata is None:
        return "Uang yang dibelanjakan belum dilaporkan."
    if awal == nyata:
        return "Yang dibelanjakan sama dengan anggaran semula."
    arah = "lebih banyak" if nyata > awal else "lebih sedikit"
    return f"Yang dibelanjakan {rupiah(abs(nyata - awal))} {arah} daripada anggaran semula."


def _lingkup(proyek: Any, semula: dict[str, str]) -> Banding:
    volume, satuan, sasaran = KolomUbah.VOLUME, KolomUbah.SATUAN, KolomUbah.SASARAN
    kini = _ukuran(proyek.volume, proyek.satuan, proyek.sasaran)
    awal = _ukuran(
        semula.get(volume, proyek.volume) or None,
        semula.get(satuan, proyek.satuan),
        semula.get(sasaran, proyek.sasaran),
    )
    berubah = TAK_DIKETAHUI != awal != kini
    kurang = proyek.jumlah.persen is not None and proyek.jumlah.persen < 100
    kalimat = "Berubah dengan surat." if berubah else _tetap(awal)
    if proyek.jumlah.persen is not None:
        kalimat += f" Laporan terakhir menyebut pekerjaan {persen(proyek.jumlah.persen)}."
    return Banding("lingkup", "Yang dikerjakan", awal, kini, kalimat, berubah or kurang)


def _tetap(awal: str) -> str:
    dikenal = awal != TAK_DIKETAHUI
    return "Tidak berubah sejak direncanakan." if dikenal else "Rencananya belum dicatat."


def _ukuran(volume: Decimal | str | None, satuan: str, sasaran: str) -> str:
    if volume is None:
        return sasaran or TAK_DIKETAHUI
    return f"{angka(volume)} {satuan}".strip()


def _waktu(proyek: Any, semula: dict[str, str]) -> Banding:
    awal, nyata = _rencana(proyek, semula), proyek.selesai_nyata
    selisih = (nyata - awal).days if awal and nyata else None
    kalimat = _kalimat_waktu(awal, selisih)
    return Banding("waktu", "Selesai", tanggal(awal), tanggal(nyata), kalimat, bool(selisih))


def _rencana(proyek: Any, semula: dict[str, str]) -> dt.date | None:
    """Return the planned end before any paper moved it."""
    lama = semula.get(KolomUbah.SELESAI_RENCANA)
    if not lama or HITAM in lama:
        rencana: dt.date | None = proyek.selesai_rencana
        return rencana
    return dt.date.fromisoformat(lama)


def _kalimat_waktu(awal: dt.date | None, selisih: int | None) -> str:
    if awal is None:
        return "Rencana selesainya belum dicatat."
    if selisih is None:
        return "Hari selesainya belum dicatat."
    if not selisih:
        return "Selesai pada hari yang direncanakan."
    arah = "sesudah" if selisih > 0 else "sebelum"
    return f"Selesai {angka(abs(selisih))} hari {arah} rencana semula."
