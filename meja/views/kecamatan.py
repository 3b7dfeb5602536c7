"""/kerja/kecamatan/: all kampung on one page, its sheet for a meeting, and the same as a
workbook."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.berkas.lembar import kode_periksa
from core.berkas.xlsx import TIPE, Sel, xlsx
from core.kertas import alamat_polos
from core.templatetags.bentuk import tanggal
from meja.kecamatan.kalimat import sorotan
from meja.kecamatan.menunggu import menunggu
from meja.kecamatan.tabel import Baris, Tabel, tabel
from meja.kecamatan.tabel import Sel as SelTabel
from meja.views.gerbang import buka_meja, petugas
from warga.bacaan.kop import kop
from warga.models.kantor import kantor_kecamatan

_izin = permission_required("warga.lihat_kecamatan", raise_exception=True)


@require_safe
@buka_meja
@_izin
def kecamatan(request: HttpRequest) -> HttpResponse:
    """Show the table, what stands out, and what waits for this reader; with ?urut=<kolom> the
    largest come first."""
    isi = tabel()
    urut = request.GET.get("urut", "")
    konteks: dict[str, Any] = {
        "tabel": isi,
        "sorotan": sorotan(isi),
        "baris": isi.diurut(urut),
        "menunggu": menunggu(petugas(request)),
        "urut": next((satu for satu in isi.kolom if satu.nama == urut), None),
    }
    return render(request, "meja/kecamatan.html", konteks)


@require_safe
@buka_meja
@_izin
def lembar(request: HttpRequest) -> HttpResponse:
    """/kerja/kecamatan/lembar/: one sheet of A4. Kampung stand by their names on it, whatever order
    a reader chose on the screen."""
    isi = tabel()
    kantor = kantor_kecamatan()
    konteks = {
        "tabel": isi,
        "sorotan": sorotan(isi),
        "kop": kop(None),
        "kantor": kantor,
        "kode": kode_periksa([(b.nama, [s.nilai for s in b.sel]) for b in _semua(isi)]),
        "alamat": alamat_polos(request),
    }
    return render(request, "meja/kecamatan_lembar.html", konteks)


@require_safe
@buka_meja
@_izin
def buku(request: HttpRequest) -> HttpResponse:
    """/kerja/kecamatan/xlsx/: the same figures as a workbook, money in whole rupiah."""
    isi = tabel()
    kolom = [f"{satu.kelompok}: {satu.kata}" for satu in isi.kolom]
    dulu = tanggal(isi.lalu) if isi.lalu else "belum ada minggu lalu"
    baris: list[tuple[Sel, ...]] = [
        (f"Ringkasan kecamatan, data per {tanggal(isi.saat)}; dibandingkan dengan: {dulu}",),
        ("Kampung", *kolom, *(f"Perubahan {satu}" for satu in kolom)),
        *(_sel(isi, satu) for satu in _semua(isi)),
    ]
    respons = HttpResponse(xlsx(baris), content_type=TIPE)
    nama = f"ringkasan-kecamatan-{isi.saat:%Y-%m-%d}.xlsx"
    respons["Content-Disposition"] = f'attachment; filename="{nama}"'
    return respons


def _semua(isi: Tabel) -> list[Baris]:
    return [*isi.baris, isi.tanpa, isi.jumlah, *isi.rekaan]


def _sel(isi: Tabel, baris: Baris) -> tuple[Sel, ...]:
    """Return a row of the workbook; unknown figures and missing comparisons are empty cells."""
    per_kolom = {satu.kolom.nama: satu for satu in baris.sel}
    sel = [per_kolom.get(satu.nama) for satu in isi.kolom]
    beda = (s.ubah.beda if s and s.ubah else None for s in sel)
    return (baris.nama, *(_nilai(s) if s else None for s in sel), *beda)


def _nilai(sel: SelTabel) -> Sel:
    return sel.kata if sel.kolom.berkas else sel.nilai
