"""The notices of a person.

Opening one is a form: a link would be followed by whatever loads pages ahead, and the notice
would count as read although nobody saw it. What was read before is a plain link.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.cari.halaman import Halaman, halaman
from kabar.bacaan.isi import susun
from kabar.bacaan.milik import untuk
from kabar.forms import PilihanForm
from kabar.models import Pemberitahuan, PilihanPemberitahuan
from kabar.services import kabar as services
from kabar.services.rangkuman import email_terbukti, ingin_surat
from warga.enums import Peran
from warga.views.bantu import pengguna_masuk

URUTAN = ("-waktu", "-pk")
SURAT_NYALA = "Surat harian dinyalakan. Surat dikirim hanya bila ada yang baru."
SURAT_MATI = "Surat harian dihentikan. Pemberitahuan tetap ada di halaman ini."


@never_cache
@require_safe
def pemberitahuan(request: HttpRequest) -> HttpResponse:
    """Show all notices, newest first, and the switch of the daily letter."""
    orang = pengguna_masuk(request)
    satu_halaman = halaman(untuk(orang).untuk_baris(), request, kunci=URUTAN)
    konteks = {
        "halaman": satu_halaman,
        "daftar_isi": susun(satu_halaman, orang),
        "sampai": _terbaru(satu_halaman),
        "email": email_terbukti(orang),
        "ingin_surat": ingin_surat(orang),
    }
    return render(request, "kabar/pemberitahuan.html", konteks)


def _terbaru(satu_halaman: Halaman[Pemberitahuan]) -> int | None:
    """Return the newest notice that the first page shows; None on other pages, which do not hold
    it.

    Unread ones count first: a row that marks one of a kampung as read is numbered later than it.
    """
    if satu_halaman.sebelum:
        return None
    baru = [satu.pk for satu in satu_halaman if satu.baru]
    return max(baru or (satu.pk for satu in satu_halaman), default=None)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one as read and go to the thing that it is about."""
    orang = pengguna_masuk(request)
    # It is found by its act: a notice of a kampung that was read already has given way to a row of
    # the person's own.
    jejak = Pemberitahuan.objects.filter(pk=pk).values("jejak")
    satu = get_object_or_404(untuk(orang).untuk_baris(), jejak__in=jejak)
    if request.method != "POST":
        return redirect("kabar:pemberitahuan")
    services.tandai_dibaca(pemberitahuan=satu, oleh=orang)
    return redirect(susun([satu], orang)[0].alamat)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tandai_semua(request: HttpRequest, sampai: int) -> HttpResponse:
    """Mark all notices as read that were there when the page was opened, up to number `sampai`."""
    orang = pengguna_masuk(request)
    if request.method == "POST" and services.tandai_semua_dibaca(oleh=orang, sampai=sampai):
        messages.success(request, "Semua pemberitahuan sudah ditandai dibaca.")
    return redirect("kabar:pemberitahuan")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def surat(request: HttpRequest) -> HttpResponse:
    """Turn the daily letter on or off: `surat` is "ya" or "tidak"."""
    orang = pengguna_masuk(request)
    if request.method == "POST":
        ingin = request.POST.get("surat") == "ya"
        services.atur_surat(oleh=orang, surat=ingin)
        messages.success(request, SURAT_NYALA if ingin else SURAT_MATI)
    return redirect("kabar:pemberitahuan")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pilihan(request: HttpRequest) -> HttpResponse:
    """Show and store how this person is told."""
    orang = pengguna_masuk(request)
    lama = PilihanPemberitahuan.objects.filter(pengguna=orang).first()
    petugas = orang.peran_kini != Peran.WARGA
    form = PilihanForm(request.POST or None, instance=lama, petugas=petugas)
    if request.method == "POST" and form.is_valid():
        services.atur_pilihan(oleh=orang, **form.cleaned_data)
        messages.success(request, "Tersimpan.")
        return redirect("kabar:pilihan")
    konteks = {"form": form, "petugas": petugas, "email": email_terbukti(orang)}
    return render(request, "kabar/pilihan.html", konteks)
