"""The kiriman of an account, in one list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aspirasi.forms import LacakForm
from aspirasi.models import Aspirasi
from aspirasi.views import tanda
from core.cari.halaman import halaman
from warga.views.bantu import pengguna_masuk


@never_cache
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """List what this account sent itself, newest first.

    Kiriman that everyone may read, or that this browser has opened by their PIN, are shown with
    title and state. The others are shown with their day alone. Kiriman that it helped others to
    send belong to those others, and nobody can connect an account with a kiriman that was sent
    without signing in.

    After a password from a printed code the page is the same for everybody, whatever was sent: it
    asks for code and PIN, which prove the owner.
    """
    if pengguna_masuk(request).sandi_dari_kode_pada:
        return render(request, "aspirasi/saya_tertutup.html", {"form": LacakForm()})
    milik = Aspirasi.objects.dengan_libur().dengan_tahap().select_related("kampung")
    daftar = halaman(milik.filter(pengirim__pengguna=request.user), request)
    for aspirasi in daftar.objek:
        aspirasi.dibuka = tanda.tercatat(request, aspirasi)
    return render(request, "aspirasi/saya.html", {"halaman": daftar})
