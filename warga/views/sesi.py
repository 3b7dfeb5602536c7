"""The browsers in which one's own account is signed in, and signing out there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from warga import sesi
from warga.views.bantu import pengguna_masuk


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest) -> HttpResponse:
    """List the browsers that are signed in; sign out another one, or all others."""
    orang = pengguna_masuk(request)
    if request.method == "POST":
        jumlah = sesi.keluarkan(request, orang, request.POST.get("sesi", ""))
        messages.success(request, f"{jumlah} perangkat sudah dikeluarkan.")
        return redirect("akun_sesi")
    semua = sesi.milik(request, orang)
    isi = {"semua": semua, "ada_lain": any(not kini for _, kini in semua)}
    return render(request, "warga/sesi.html", isi)
