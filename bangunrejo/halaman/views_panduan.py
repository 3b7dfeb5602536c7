"""The pages under "Cara pakai": manuals, their search, and one sheet for each common task."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bangunrejo.halaman import panduan as naskah
from bangunrejo.halaman import panduan_cari
from core.kertas import alamat_polos, alamat_portal, qr


@require_safe
@login_not_required
def panduan(request: HttpRequest) -> HttpResponse:
    """List the manuals and the sheets, or the parts of them that hold the words of `cari`."""
    form = panduan_cari.CariForm(request.GET or None)
    kata = form.cleaned_data["cari"] if form.is_valid() else ""
    konteks = {
        "daftar": map(naskah.baca, naskah.NAMA),
        "lembar": naskah.semua_lembar(),
        "form": form,
        "kata": kata,
        "hasil": panduan_cari.cari(kata) if kata else (),
    }
    return render(request, "panduan/daftar.html", konteks)


@require_safe
@login_not_required
def panduan_bagian(request: HttpRequest, nama: str) -> HttpResponse:
    """Show one manual."""
    if nama not in naskah.NAMA:
        raise Http404
    return render(request, "panduan/isi.html", {"panduan": naskah.baca(nama)})


@require_safe
@login_not_required
def panduan_lembar(request: HttpRequest, nama: str) -> HttpResponse:
    """Show the steps of one task, on paper one A4 that leads to its page."""
    if nama not in naskah.LEMBAR:
        raise Http404
    lembar = naskah.baca_lembar(nama)
    konteks = {
        "lembar": lembar,
        "panduan": naskah.baca(lembar.peran),
        "alamat": alamat_polos(request) + lembar.alamat,
        "qr": qr(alamat_portal(request) + lembar.alamat),
    }
    return render(request, "panduan/lembar.html", konteks)
