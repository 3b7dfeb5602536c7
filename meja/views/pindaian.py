"""One letter on the desk of the kecamatan: its scan, and whether everyone may read it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from aspirasi.models import SuratInstansi
from aspirasi.services import pindaian
from core.galat import TidakBisa
from meja.forms.pindaian import PindaianForm, TampilkanForm
from meja.views.gerbang import buka_meja, muat_kiriman, petugas


def muat_surat(request: HttpRequest, acuan: UUID, pk: int) -> SuratInstansi:
    """Return a letter of a kiriman on this person's desk (else 404) on which they may act (else
    403)."""
    aspirasi = muat_kiriman(request, acuan, "aspirasi.teruskan")
    surat = get_object_or_404(SuratInstansi.objects.untuk_halaman(), aspirasi=aspirasi, pk=pk)
    surat.aspirasi = aspirasi
    return surat


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def surat_instansi(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Show the letter with its scan. A sent file becomes its scan, in place of another."""
    surat = muat_surat(request, acuan, pk)
    if request.method != "POST":
        return _halaman(request, surat)
    form = PindaianForm(request.POST, request.FILES, oleh=petugas(request))
    if not form.is_valid() or form.dokumen is None:
        return _halaman(request, surat, form_pindaian=form)
    pindaian.pasang(surat=surat, berkas=form.dokumen, oleh=petugas(request))
    messages.success(request, "Pindaian tersimpan. Hanya petugas kecamatan yang dapat membacanya.")
    return redirect("meja:aspirasi_surat", acuan, pk)


@require_POST
@buka_meja
def surat_tampil(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Show its scan to everyone, after somebody ticked that it names no resident."""
    surat = muat_surat(request, acuan, pk)
    form = TampilkanForm(request.POST)
    if not form.is_valid():
        return _halaman(request, surat, form_tampil=form)
    try:
        pindaian.tampilkan(surat=surat, dilihat=form.cleaned_data["dilihat"], oleh=petugas(request))
        messages.success(request, "Pindaian surat ini sekarang tampil untuk umum.")
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    return redirect("meja:aspirasi_surat", acuan, pk)


@require_POST
@buka_meja
def surat_sembunyi(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Take its scan back from everyone."""
    pindaian.sembunyikan(surat=muat_surat(request, acuan, pk), oleh=petugas(request))
    messages.success(request, "Pindaian surat ini tidak tampil lagi untuk umum.")
    return redirect("meja:aspirasi_surat", acuan, pk)


def _halaman(request: HttpRequest, surat: SuratInstansi, **form: Any) -> HttpResponse:
    berkas = surat.berkas
    konteks = {
        "surat": surat,
        "aspirasi": surat.aspirasi,
        "form_pindaian": PindaianForm(oleh=petugas(request)),
        "form_tampil": TampilkanForm(initial={"dilihat": berkas.nama if berkas else ""}),
    }
    return render(request, "meja/surat_instansi.html", konteks | form)
