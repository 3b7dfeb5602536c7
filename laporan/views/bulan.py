"""The reports of a month, of a kampung or of the kecamatan: a page, its sheet, and a workbook."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from core.berkas.lembar import jam_dibuat
from core.berkas.xlsx import TIPE, Sel, xlsx
from core.waktu import hari_ini
from laporan.bacaan.bulan import (
    TAMPIL,
    UNDUH,
    Baris,
    Jumlah,
    baca_bulan,
    baris_bulan,
    bulan_di_sekitar,
    jumlah_bulan,
    kata_bulan,
    proyek_sebulan,
)
from laporan.bacaan.bulan_berubah import TERBANYAK, kode_bulan, ubahan_bulan
from warga.bacaan.kop import kop
from warga.models import Kampung

KEPALA = (
    *("Nomor", "Proyek", "Kampung", "Waktu yang dilaporkan", "Persen sebelumnya"),
    *("Persen sesudahnya", "Dibelanjakan bulan ini (rupiah)", "Dibelanjakan seluruhnya (rupiah)"),
    *("Kendala", "Laporan yang belum ada", "Belanja yang menyusul"),
)


@login_not_required
@require_safe
def kini(request: HttpRequest) -> HttpResponse:
    """/laporan/bulan/ leads to the month that runs, or to the one that a form names."""
    awal = baca_bulan(request.GET.get("bulan", "")) or hari_ini()
    respons = redirect("laporan:bulan", f"{awal:%Y-%m}")
    if slug := request.GET.get("kampung", ""):
        kampung = get_object_or_404(Kampung, slug=slug.replace("\0", ""))
        respons["Location"] += f"?kampung={kampung.slug}"
    return respons


@login_not_required
@require_safe
def bulan(request: HttpRequest, bulan: str) -> HttpResponse:
    """/laporan/bulan/2026-11/, with `?kampung=<slug>`; printed it is a sheet to sign."""
    if (awal := baca_bulan(bulan)) is None:
        kini = {"kini": f"{hari_ini():%Y-%m}"}
        return render(request, "laporan/bulan_tiada.html", kini, status=404)
    semua_kampung = Kampung.objects.order_by("contoh", "nama")
    kampung = _kampung(request, semua_kampung)
    semua = proyek_sebulan(awal, kampung)
    konteks: dict[str, Any] = {
        "awal": awal,
        "kata": kata_bulan(awal),
        "di_sekitar": bulan_di_sekitar(awal),
        "bulan_kini": f"{awal:%Y-%m}",
        "kampung": kampung,
        "kop": kop(kampung),
        "ekor": f"?kampung={kampung.slug}" if kampung else "",
        "semua_kampung": semua_kampung,
        "baris": baris_bulan(semua, awal, TAMPIL),
        "jumlah": jumlah_bulan(semua, awal),
        "hari": hari_ini(),
    }
    ubahan = ubahan_bulan(awal, kampung)
    konteks |= {
        "ubahan": ubahan[:TERBANYAK],
        "ubahan_lain": len(ubahan) > TERBANYAK,
        "kode": kode_bulan(awal, konteks["baris"], konteks["jumlah"]),
        "dibuat": jam_dibuat(),
    }
    konteks["kurang"] = konteks["jumlah"].banyak > TAMPIL
    return render(request, "laporan/bulan.html", konteks)


@login_not_required
@require_safe
def buku(request: HttpRequest, bulan: str) -> HttpResponse:
    """/laporan/bulan/2026-11/xlsx/: the same rows as a workbook, with their sums."""
    if (awal := baca_bulan(bulan)) is None:
        return redirect("laporan:bulan", bulan)
    kampung = _kampung(request, Kampung.objects.all())
    semua = proyek_sebulan(awal, kampung)
    isi = [_judul(awal, kampung), KEPALA]
    isi += [_sel(satu) for satu in baris_bulan(semua, awal, UNDUH)]
    respons = HttpResponse(xlsx([*isi, _jumlah(jumlah_bulan(semua, awal))]), content_type=TIPE)
    nama = f"laporan-{awal:%Y-%m}-{kampung.slug if kampung else 'kecamatan'}.xlsx"
    respons["Content-Disposition"] = f'attachment; filename="{nama}"'
    return respons


def _kampung(request: HttpRequest, semua: Iterable[Kampung]) -> Kampung | None:
    """Return the kampung of the address, one of `semua`; None without one, else 404."""
    if not (slug := request.GET.get("kampung", "")):
        return None
    for satu in semua:
        if satu.slug == slug:
            return satu
    raise Http404


def _judul(awal: dt.date, kampung: Kampung | None) -> tuple[Sel, ...]:
    milik = f"Kampung {kampung}" if kampung else "Kecamatan Bangunrejo"
    return (f"Ringkasan laporan {kata_bulan(awal)}, {milik}",)


def _sel(baris: Baris) -> tuple[Sel, ...]:
    return (
        *(baris.proyek.nomor, baris.proyek.judul, str(baris.proyek.kampung), baris.waktu),
        *(baris.sebelum, baris.sesudah, baris.dibelanjakan, baris.seluruhnya),
        *(baris.kendala, baris.keterlambatan, baris.menyusul),
    )


def _jumlah(jumlah: Jumlah) -> tuple[Sel, ...]:
    kata = f"Jumlah {jumlah.banyak} proyek"
    if jumlah.banyak > UNDUH:
        kata += f"; lembar ini memuat {UNDUH} yang pertama"
    return (kata, None, None, None, None, None, jumlah.dibelanjakan, jumlah.seluruhnya)
