"""The public list of decisions, one decision, and entering one."""

import rules
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.galat import TidakBisa
from core.halaman import halaman
from core.sekali import satu_kali
from proyek import services
from proyek.filters import KeputusanFilter
from proyek.forms import FormulirKeputusan
from proyek.models import Keputusan, Proyek
from proyek.views.muat import pengguna, proyek_untuk, sudah_dibuat


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """/keputusan/"""
    terlihat = Keputusan.objects.visible_to(request.user).untuk_kartu()
    saring = KeputusanFilter(request.GET, queryset=terlihat)
    hasil = halaman(saring.qs, request, ("-tanggal_surat", "-pk"))
    return render(request, "keputusan/daftar.html", {"filter": saring, "halaman": hasil})


@login_not_required
@require_safe
def rincian(request: HttpRequest, nomor: str) -> HttpResponse:
    """/keputusan/KEP-2026-0004/"""
    terlihat = Keputusan.objects.visible_to(request.user).select_related(
        "kampung", "proyek", "berkas"
    )
    keputusan = get_object_or_404(terlihat, nomor=nomor)
    return render(request, "keputusan/rincian.html", {"keputusan": keputusan})


@require_http_methods(["GET", "POST"])
def catat(request: HttpRequest) -> HttpResponse:
    """/keputusan/catat/, about `?proyek=` or standing alone."""
    proyek = _proyek(request)
    if lama := sudah_dibuat(Keputusan.objects.all(), request):
        return redirect(lama)
    formulir = FormulirKeputusan(request, pengguna(request), proyek)
    if "tambah_baris" in request.POST and formulir.dana:
        formulir.tambah_baris()
    elif _sah(request, formulir) and (keputusan := _catat(request, formulir)):
        return redirect(keputusan)
    return render(request, "keputusan/catat.html", {"formulir": formulir, "proyek": proyek})


def _proyek(request: HttpRequest) -> Proyek | None:
    nomor = request.GET.get("proyek", "")
    if nomor:
        return proyek_untuk(request, nomor, "proyek.catat_keputusan")
    if not rules.has_perm("proyek.catat_keputusan", request.user):
        raise PermissionDenied
    return None


def _sah(request: HttpRequest, formulir: FormulirKeputusan) -> bool:
    return request.method == "POST" and formulir.is_valid()


def _catat(request: HttpRequest, formulir: FormulirKeputusan) -> Keputusan | None:
    """Enter once, however often the form is sent; None when the project has moved on."""
    form = formulir.keputusan

    def buat(sidik: str) -> Keputusan:
        baru: Keputusan = form.save(commit=False)
        baru.kunci_sekali = sidik
        dana = formulir.dana.baris() if formulir.dana else []
        return services.catat_keputusan(
            keputusan=baru, oleh=pengguna(request), dokumen=form.dokumen, pendanaan=dana
        )

    try:
        keputusan, _ = satu_kali(Keputusan.objects.all(), form.cleaned_data["kunci"], buat)
    except TidakBisa as galat:
        formulir.tolak(galat.pesan)
        return None
    messages.success(request, f"Keputusan {keputusan.nomor} sudah dicatat dan terbuka untuk umum.")
    return keputusan
