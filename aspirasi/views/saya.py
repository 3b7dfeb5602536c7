"""The kiriman of an account, in one list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aspirasi import sesi
from aspirasi.forms import LacakForm
from aspirasi.models import Aspirasi
from core.halaman import halaman
from proyek.views.muat import pengguna


@never_cache
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """List what this account sent itself, newest first.

    What everyone may read, and what this browser has opened by its PIN, with title and state;
    of the others the day alone. What it helped others to send is theirs, and what was sent
    without signing in nobody can connect with it. After a password that came from a code it is
    the same page for everybody, whatever was sent: the way to show by code and PIN whose it is.
    """
    if pengguna(request).sandi_dari_kode_pada:
        return render(request, "aspirasi/saya_tertutup.html", {"form": LacakForm()})
    milik = Aspirasi.objects.dengan_libur().dengan_tahap().select_related("kampung")
    daftar = halaman(milik.filter(pengirim__pengguna=request.user), request)
    for aspirasi in daftar.objek:
        aspirasi.dibuka = sesi.tercatat(request, aspirasi)
    return render(request, "aspirasi/saya.html", {"halaman": daftar})
