"""Pages of the news."""

from typing import cast

import rules
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.cari.halaman import halaman
from core.formulir import draf
from core.formulir.sekali import satu_kali
from kabar.filters import KabarFilter
from kabar.forms import KabarForm
from kabar.models import Kabar
from kabar.services import kabar as services
from warga.models import Pengguna
from warga.pengaman import butuh_pengaman

URUTAN = ("-terbit_pada", "-pk")


@require_safe
@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """List the news, newest first."""
    saringan = KabarFilter(request.GET, Kabar.objects.visible_to(request.user).untuk_kartu())
    isi = {"filter": saringan, "halaman": halaman(saringan.qs, request, kunci=URUTAN)}
    return render(request, "kabar/daftar.html", isi)


@require_safe
@login_not_required
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one piece of news. A hidden one keeps its place, without its words."""
    kabar = get_object_or_404(Kabar.objects.untuk_kartu(), pk=pk)
    terbaca = rules.has_perm("kabar.baca", request.user, kabar)
    templat = "kabar/rincian.html" if terbaca else "kabar/tersembunyi.html"
    return render(request, templat, {"kabar": kabar})


@butuh_pengaman()
@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required  # a form sent after the session ended keeps its words (core.formulir.draf)
def tulis(request: HttpRequest) -> HttpResponse:
    """Publish news: aparat for their own kampung, the kecamatan for any or all."""
    orang = request.user
    if not orang.is_authenticated:
        kirim = request.method == "POST"
        return draf.minta_masuk(request) if kirim else redirect_to_login(request.get_full_path())
    if not rules.has_perm("kabar.terbitkan", orang, None):
        raise PermissionDenied
    if request.method == "POST":
        form = KabarForm(request.POST, oleh=orang)
        if form.is_valid():
            return redirect(_terbitkan(request, form))
    else:
        awal = {nama: request.GET[nama] for nama in ("kampung", "jenis") if nama in request.GET}
        form = KabarForm(initial=awal | draf.ambil(request), oleh=orang)
    return render(request, "kabar/tulis.html", {"form": form})


def _terbitkan(request: HttpRequest, form: KabarForm) -> Kabar:
    if not rules.has_perm("kabar.terbitkan", request.user, form.instance):
        raise PermissionDenied

    def buat(sidik: str) -> Kabar:
        form.instance.kunci_sekali = sidik
        return services.terbitkan(kabar=form.instance, oleh=cast("Pengguna", request.user))

    kabar, baru = satu_kali(Kabar.objects.all(), form.cleaned_data["kunci"], buat)
    if baru:
        messages.success(request, "Kabar sudah terbit dan dapat dibaca semua orang.")
    else:
        messages.info(request, "Kabar ini sudah terbit tadi, jadi tidak diterbitkan dua kali.")
    return kabar
