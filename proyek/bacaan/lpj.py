"""The closed years of a kampung, as people read them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet

from core.jejak.baca import Peristiwa, peristiwa, terbaca
from core.jejak.catat import riwayat
from core.laku import Pembaca
from core.moderasi.penarikan import Ditarik, ditarik
from core.waktu import hari_ini
from proyek.bacaan.garis_waktu import KANTOR
from proyek.laku import LAKU_LPJ
from proyek.models import KoreksiLpj, Lpj, PindaianLpj
from proyek.models.uang import TAHUN_WAJAR
from warga.models import Kampung

TAMPIL = 50


def daftar_lpj(kampung: Kampung | None) -> QuerySet[Lpj]:
    """Return the LPJ of a kampung, of all when None, the newest year first; two queries."""
    semua = Lpj.objects.filter(dicabut_pada=None).select_related("kampung")
    milik = semua.filter(kampung=kampung) if kampung else semua
    return milik.prefetch_related("koreksi")[:TAMPIL]


def tahun_tertutup(kampung: Kampung | int) -> set[int]:
    """Return the budget years of a kampung that an LPJ closed; one query."""
    milik = Lpj.objects.filter(kampung=kampung, dicabut_pada=None)
    return set(milik.values_list("tahun", flat=True))


def tahun_terbuka(kampung: Kampung | None) -> int | None:
    """Return the newest year that has ended and that no LPJ of this kampung closed; None when all
    are closed. Without a kampung it is the last one."""
    lalu = hari_ini().year - 1
    tertutup = tahun_tertutup(kampung) if kampung else set()
    return next((t for t in range(lalu, TAHUN_WAJAR[0] - 1, -1) if t not in tertutup), None)


def lpj_tahun(kampung: Kampung, tahun: Iterable[int]) -> QuerySet[Lpj]:
    """Return the LPJ that close these years of a kampung."""
    return Lpj.objects.filter(kampung=kampung, tahun__in=tahun, dicabut_pada=None)


def perjalanan_lpj(lpj: Lpj) -> list[Peristiwa]:
    """Return the acts on an LPJ as everyone reads them, newest first; one query."""
    jejak = riwayat(lpj).order_by("-pk")
    dibaca = terbaca(jejak, LAKU_LPJ, Pembaca.UMUM)
    return [peristiwa(satu, laku, Pembaca.UMUM, KANTOR) for satu, laku in dibaca]


@dataclass(frozen=True)
class SuratLpj:
    """The paper of an LPJ, or one that corrects it, with its scans; of each scan the sentence in
    its place ("" while it is shown), and the one beside it when parts were covered."""

    isi: Lpj | KoreksiLpj
    pindaian: list[tuple[PindaianLpj, str, str]]


def surat_lpj(lpj: Lpj) -> list[SuratLpj]:
    """Return the papers of an LPJ that was read with its corrections; at most two queries."""
    semua = list(lpj.pindaian.select_related("berkas", "koreksi"))
    tarikan = ditarik(lpj) if semua else {}
    tabel = PindaianLpj._meta.db_table
    baris = [(satu, *_kalimat(satu, tarikan.get((tabel, satu.pk)))) for satu in semua]
    surat: list[Lpj | KoreksiLpj] = [lpj, *lpj.koreksi.all()]
    return [SuratLpj(satu, [b for b in baris if (b[0].koreksi or lpj) == satu]) for satu in surat]


def _kalimat(pindaian: PindaianLpj, tarikan: Ditarik | None) -> tuple[str, str]:
    kata = tarikan.kalimat_berkas("Pindaian") if tarikan else ""
    return (kata, "") if pindaian.ditarik_pada else ("", kata)


class Tertutup(NamedTuple):
    """A year that its LPJ closed, with the key of its row, the number and the day of the paper."""

    pk: int
    tahun: int
    nomor: str
    tanggal: dt.date


def lpj_proyek(isi: Iterable[dict[str, Any]]) -> list[Tertutup]:
    """Return the closed years of the money of a project (`isi_lpj` of `proyek.bacaan.halaman`)."""
    return [
        Tertutup(b["pk"], b["tahun"], b["nomor"], dt.date.fromisoformat(b["tanggal"])) for b in isi
    ]
