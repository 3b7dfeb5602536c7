"""The page of one row, and the support of an account for it."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir.jadi import tekan
from rencana.bacaan.baris import halaman_baris
from rencana.models import DukunganBaris
from rencana.services.dukung import dukung as dukung_baris
from rencana.views.muat import baris_terlihat
from warga.views.bantu import pengguna_masuk


@login_not_required
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """/rencana/baris/<pk>/"""
    return render(request, "rencana/baris.html", halaman_baris(baris_terlihat(request, pk)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def dukung(request: HttpRequest, pk: int) -> HttpResponse:
    """/rencana/baris/<pk>/dukung/: a page of its own, since the public one holds no token."""
    baris, oleh = baris_terlihat(request, pk), pengguna_masuk(request)
    if not oleh.has_perm("rencana.dukung"):
        raise PermissionDenied
    if request.method == "POST":
        mau = "batal" not in request.POST
        pesan = "Dukungan Anda sudah dicatat." if mau else "Dukungan Anda sudah ditarik."
        tekan(request, lambda: dukung_baris(baris=baris, oleh=oleh, mau=mau), pesan)
        return redirect(baris)
    sudah = DukunganBaris.objects.filter(baris=baris, pengguna=oleh).exists()
    konteks = {"baris": baris, "rencana": baris.rencana, "sudah": sudah}
    konteks["terbukti"] = oleh.kontak_terbukti
    return render(request, "rencana/dukung.html", konteks)
