"""A draft of a report: looked at, given photos, thrown away, published."""

from typing import Any

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.berkas.foto_tertunda import pilah
from core.formulir.draf import isian, menyimpan_draf, menyimpan_foto
from core.formulir.jadi import tekan
from core.galat import TidakBisa
from laporan.bacaan.bantuan import ingatkan
from laporan.bacaan.butir import rincian_pekerjaan
from laporan.bacaan.draf import sidik_draf
from laporan.forms.foto import FotoForm
from laporan.models import LaporanKemajuan
from laporan.services import foto as layanan_foto
from laporan.services import tulis as layanan_tulis
from laporan.services.foto_titipan import TITIPAN
from laporan.services.kunci import SUDAH_TERBIT
from laporan.services.terbitkan import kekurangan
from laporan.services.terbitkan import terbitkan as terbitkan_laporan
from laporan.views.foto_form import sebut_ditolak, terima_foto, titip_foto
from laporan.views.muat import proyek_tertutup
from warga.pengaman import butuh_pengaman
from warga.views.bantu import pengguna_masuk


def muat_draf(request: HttpRequest, pk: int, hak: str) -> LaporanKemajuan:
    """Load a report by its inner key for a person who has the right `hak` on it."""
    terlihat = LaporanKemajuan.objects.visible_to(request.user)
    laporan = get_object_or_404(terlihat.select_related("proyek__kampung", "penyerahan"), pk=pk)
    if hak and not rules.has_perm(hak, request.user, laporan):
        raise PermissionDenied
    return laporan


def sudah_terbit(request: HttpRequest, laporan: LaporanKemajuan) -> bool:
    """Return whether a report is published, and say so to the person who wants to change it."""
    if laporan.nomor:
        messages.info(request, SUDAH_TERBIT)
    return laporan.nomor is not None


@require_safe
def draf(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/draf/<pk>/: the draft, its photos, and what it still lacks."""
    laporan = muat_draf(request, pk, "")
    if laporan.nomor:
        return redirect(laporan)
    return _halaman_draf(request, laporan, FotoForm())


def _halaman_draf(
    request: HttpRequest, laporan: LaporanKemajuan, form_foto: FotoForm
) -> HttpResponse:
    konteks: dict[str, Any] = {
        "laporan": laporan,
        "belanja": list(laporan.realisasi.select_related("pendanaan")),
        "foto": list(laporan.foto.select_related("berkas")),
        "rincian_pekerjaan": rincian_pekerjaan(laporan),
        "kekurangan": kekurangan(laporan),
        "form": form_foto,
        "dititip": titip_foto(form_foto),
        "ingatkan": ingatkan(laporan),
        "dilihat": sidik_draf(laporan),
        **pilah(laporan.foto_tertunda.all()),
    }
    return render(request, "laporan/draf.html", konteks)


@menyimpan_draf
@menyimpan_foto(TITIPAN)
@require_http_methods(["GET", "POST"])
def foto(request: HttpRequest, pk: int) -> HttpResponse:
    """Add photos. Unreadable ones are named, the others are kept. After a new sign-in the form
    comes back here."""
    laporan = muat_draf(request, pk, "laporan.ubah_draf")
    if sudah_terbit(request, laporan):
        return redirect(laporan)
    data = isian(request)
    form = FotoForm(data, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _tambah_foto(request, laporan, form):
        return redirect("laporan:draf", pk)
    return _halaman_draf(request, laporan, form) if form.is_bound else redirect("laporan:draf", pk)


def _tambah_foto(request: HttpRequest, laporan: LaporanKemajuan, form: FotoForm) -> bool:
    """Store the readable photos, each once. Return False when there was none."""
    hasil = terima_foto(laporan, form)
    if not hasil.tersimpan + hasil.diperiksa:
        form.add_error("foto", hasil.ditolak)
        return False
    sebut_ditolak(request, hasil)
    if hasil.tersimpan:
        messages.success(request, f"{hasil.tersimpan} foto sudah ditambahkan.")
    return True


@require_POST
def foto_tertunda(request: HttpRequest, pk: int) -> HttpResponse:
    """Put away the refusals that were read, or give up the photos that still wait."""
    laporan = muat_draf(request, pk, "laporan.ubah_draf")
    if sudah_terbit(request, laporan):
        return redirect(laporan)
    layanan_foto.buang_tertunda(laporan=laporan, ditolak=request.POST.get("apa") == "ditolak")
    return redirect("laporan:draf", pk)


@require_POST
def hapus_foto(request: HttpRequest, pk: int, foto: int) -> HttpResponse:
    """Take one photo out of a draft."""
    laporan = muat_draf(request, pk, "laporan.ubah_draf")
    if sudah_terbit(request, laporan):
        return redirect(laporan)
    pesan = "Foto sudah dihapus dari draf."
    if tekan(request, lambda: layanan_foto.hapus_foto(laporan=laporan, foto=foto), pesan):
        return redirect("laporan:draf", pk)
    return redirect(laporan.proyek)  # a colleague was quicker


@require_POST
def hapus_draf(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft. A second press finds it gone and leads to the project that the form names."""
    ada = LaporanKemajuan.objects.visible_to(request.user).filter(pk=pk).exists()
    if not ada and (nomor := request.POST.get("proyek")):
        proyek = proyek_tertutup(request, nomor, "laporan.susun")
        messages.info(request, "Draf itu sudah tidak ada.")
        return redirect(proyek)
    laporan = muat_draf(request, pk, "laporan.ubah_draf")
    if sudah_terbit(request, laporan):
        return redirect(laporan)
    pesan = f"Draf laporan {laporan.kata_waktu} sudah dihapus."
    tekan(request, lambda: layanan_tulis.hapus_draf(laporan=laporan), pesan)
    return redirect(laporan.proyek)


def kembali(laporan: LaporanKemajuan) -> HttpResponse:
    """Lead back to a draft; to its project when a colleague deleted it at this very moment."""
    ada = LaporanKemajuan.objects.filter(pk=laporan.pk).exists()
    return redirect("laporan:draf", laporan.pk) if ada else redirect(laporan.proyek)


@butuh_pengaman("laporan:draf")
@require_POST
def terbitkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish it as its page was seen. From then on the report is locked."""
    laporan = muat_draf(request, pk, "laporan.terbitkan")
    if sudah_terbit(request, laporan):
        return redirect(laporan)
    try:
        oleh, dilihat = pengguna_masuk(request), request.POST.get("dilihat", "")
        laporan = terbitkan_laporan(laporan=laporan, oleh=oleh, dilihat=dilihat)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return kembali(laporan)
    messages.success(request, f"Laporan {laporan.nomor} sudah terbit dan terbuka untuk umum.")
    return redirect(laporan)
