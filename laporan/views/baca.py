"""Pages that everyone may read: the list of reports, and one report."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.cari.halaman import halaman
from core.cari.nomor import bernomor
from core.moderasi.penarikan import ditarik
from core.waktu import hari_ini
from laporan.bacaan.banding import sebelum_sesudah
from laporan.bacaan.butir import rincian_pekerjaan
from laporan.bacaan.foto import foto_halaman, tulisan_ditarik, utuh_ditarik
from laporan.bacaan.penerbit import kabari_kepala
from laporan.bacaan.tarik import batas_untuk
from laporan.bacaan.versi import versi
from laporan.filters import LaporanFilter
from laporan.models import LaporanKemajuan
from laporan.views.ditarik import halaman_ditarik
from proyek.bacaan.halaman import isi_catatan


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """/laporan/: the reports that stand, latest first."""
    # Published reports always have their moment; the column may be empty for drafts.
    berlaku = LaporanKemajuan.objects.berlaku().untuk_kartu().dengan_cek()
    berlaku = berlaku.annotate(saat=F("diterbitkan_pada"))
    saring = LaporanFilter(request.GET, queryset=berlaku)
    hasil = halaman(saring.qs, request, ("-saat", "-pk"))
    konteks = {"filter": saring, "halaman": hasil, "bulan_kini": f"{hari_ini():%Y-%m}"}
    return render(request, "laporan/daftar.html", konteks)


@bernomor(LaporanKemajuan)
@login_not_required
@require_safe
def rincian(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/LAP-2026-0003/"""
    terbit = LaporanKemajuan.objects.terbit().untuk_halaman().dengan_sebelum()
    terbit = (
        terbit.dengan_ringkasan_cek().dengan_lapangan().annotate(isi_catatan=isi_catatan("laporan"))
    )
    laporan = get_object_or_404(terbit, nomor=nomor)
    semua = ditarik(laporan)
    if utuh_ditarik(laporan, semua):
        return halaman_ditarik(request, laporan, semua)
    foto, revisi = foto_halaman(laporan, semua), versi(laporan)
    batas = batas_untuk(request.user, laporan, berlaku=revisi["berlaku"] == laporan)
    konteks = {
        "laporan": laporan,
        "foto": foto,
        "penarikan": tulisan_ditarik(laporan, semua),
        "belanja": list(laporan.realisasi.select_related("pendanaan")),
        "rincian_pekerjaan": rincian_pekerjaan(laporan),
        **revisi,
        "pasangan": sebelum_sesudah(laporan, foto),
        "boleh_ditarik": batas,
        "kabari_kepala": kabari_kepala(laporan, request.user, batas),
    }
    return render(request, "laporan/rincian.html", konteks)
