"""A plan as a workbook or as CSV: the rows as the page shows them."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.berkas.csv_aman import TIPE as TIPE_CSV
from core.berkas.csv_aman import tulis_csv
from core.berkas.xlsx import TIPE, Sel, xlsx
from rencana.bacaan.halaman import BarisTampil, halaman
from rencana.models import Rencana
from rencana.views.muat import rencana_terlihat

KEPALA: tuple[Sel, ...] = (
    *("Urutan", "Nomor proyek", "Proyek", "Perkiraan biaya (rupiah)", "Sumber uang", "RPJM"),
    *("Suara laki-laki", "Suara perempuan", "Akun terbukti", "Keadaan", "Alasan", "Dibahas lagi"),
)


@login_not_required
@require_safe
def buku(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../xlsx/"""
    rencana = rencana_terlihat(request, kampung, tahun, jenis)
    judul: tuple[Sel, ...] = (f"{rencana.sebutan} Kampung {rencana.kampung}",)
    return _lampiran(rencana, xlsx([judul, KEPALA, *_isi(rencana)]), TIPE, "xlsx")


@login_not_required
@require_safe
def csv(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../csv/"""
    rencana = rencana_terlihat(request, kampung, tahun, jenis)
    return _lampiran(rencana, tulis_csv([KEPALA, *_isi(rencana)]), TIPE_CSV, "csv")


def _isi(rencana: Rencana) -> Iterator[tuple[Sel, ...]]:
    for satu in halaman(rencana)["tampilan"].semua:
        yield _baris(satu)


def _baris(satu: BarisTampil) -> tuple[Sel, ...]:
    baris, suara = satu.baris, satu.suara
    keadaan = baris.get_hasil_display() or ("di bawah batas uang" if satu.bawah else "diusulkan")
    return (
        *(baris.urutan, baris.proyek.nomor, baris.proyek.judul, baris.perkiraan),
        *(baris.get_sumber_display(), baris.kata_rpjm, suara.laki, suara.perempuan, suara.akun),
        *(keadaan, baris.alasan, baris.kembali_tahun),
    )


def _lampiran(rencana: Rencana, isi: bytes, tipe: str, akhiran: str) -> HttpResponse:
    respons = HttpResponse(isi, content_type=tipe)
    nama = f"{rencana.jenis}-{rencana.tahun}-{rencana.kampung.slug}.{akhiran}"
    respons["Content-Disposition"] = f'attachment; filename="{nama}"'
    return respons
