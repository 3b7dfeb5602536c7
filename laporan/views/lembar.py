"""Sheets with the head of an office: a report as the annex of an SPP, as a page that prints and as
a Word file."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.berkas.kirim import kirim_docx, tampilkan
from core.cari.nomor import bernomor
from core.moderasi.penarikan import ditarik
from laporan.bacaan.foto import utuh_ditarik
from laporan.bacaan.lembar import lembar_laporan, untuk_lembar
from laporan.bacaan.versi import versi
from laporan.models import LaporanKemajuan
from laporan.views.ditarik import halaman_ditarik


@bernomor(LaporanKemajuan)
@login_not_required
@require_safe
def lembar(request: HttpRequest, nomor: str) -> HttpResponseBase:
    """/laporan/LAP-2026-0003/lembar/"""
    laporan = _laporan(nomor)
    if jawaban := _tidak_berlaku(request, laporan):
        return jawaban
    isi = lembar_laporan(laporan)
    konteks = {"laporan": laporan, "unduh": reverse("laporan:docx", args=[laporan.nomor])}
    return tampilkan(request, isi, "laporan/lembar.html", konteks)


@bernomor(LaporanKemajuan)
@login_not_required
@require_safe
def unduh(request: HttpRequest, nomor: str) -> HttpResponseBase:
    """/laporan/LAP-2026-0003/docx/: the same sheet as a Word file."""
    laporan = _laporan(nomor)
    if jawaban := _tidak_berlaku(request, laporan):
        return jawaban
    return kirim_docx(request, lembar_laporan(laporan), f"laporan-{laporan.nomor}.docx")


def _laporan(nomor: str) -> LaporanKemajuan:
    laporan: LaporanKemajuan = get_object_or_404(untuk_lembar(), nomor=nomor)
    return laporan


def _tidak_berlaku(request: HttpRequest, laporan: LaporanKemajuan) -> HttpResponse | None:
    """Return the answer for a report that does not stand: why it was taken back, or its page, which
    names the one that corrects it. None for one that stands."""
    semua = ditarik(laporan)
    if utuh_ditarik(laporan, semua):
        berfoto = LaporanKemajuan.objects.untuk_halaman().get(pk=laporan.pk)
        return halaman_ditarik(request, berfoto, semua)
    return None if versi(laporan)["berlaku"].pk == laporan.pk else redirect(laporan)
