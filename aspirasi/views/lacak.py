"""Find a kiriman by its code, and open it by code and PIN."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from aspirasi.bacaan import riwayat
from aspirasi.forms import LacakForm
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi
from aspirasi.views.pintu import PinDitahan, buka
from core.cari.hiasan import dihias
from core.jaga import pembatas
from core.jaga.kuki import nama_kuki, simpan_kunci

# The code goes from the form to the page in a cookie of that page, never in an address: addresses
# stay in the history of a shared phone and in the logs of machines between.
KUKI = "lacak_kode"
UMUR_KUKI = 5 * 60
TAK_COCOK = (
    "Kode dan PIN ini tidak cocok. Periksa keduanya, lalu coba lagi. Kehilangan PIN? Lihat "
    "“Kehilangan kode atau PIN?” di bawah."
)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lacak(request: HttpRequest) -> HttpResponse:
    """Show status, due date and public text for the code alone; everything for code and PIN."""
    if request.method != "POST":
        return _lihat(request)
    form = LacakForm(request.POST)
    if not form.is_valid():
        return _halaman(request, form)
    return _buka(request, form) if form.cleaned_data["pin"] else _cari(request, form)


def _lihat(request: HttpRequest) -> HttpResponse:
    """Show the page of the code that was just typed. An old link with `?kode=` leads there."""
    if "kode" in request.GET:
        return _cari(request, LacakForm({"kode": request.GET["kode"]}))
    kode = request.get_signed_cookie(nama_kuki(KUKI), "", salt=KUKI, max_age=UMUR_KUKI) or ""
    cocok = dihias(_terlacak, Aspirasi.objects.filter(kode=kode)) if kode else []
    aspirasi = cocok[0] if cocok else None
    if aspirasi is None:
        return _tak_dikenal(request, kode) if kode else _halaman(request, LacakForm())
    return _halaman(request, LacakForm(initial={"kode": tulis_kode(kode)}), aspirasi)


def _terlacak(semua: Any) -> QuerySet[Aspirasi]:
    hasil: QuerySet[Aspirasi] = semua.untuk_kartu().dengan_keadaan().dengan_induk()
    return hasil


def _cari(request: HttpRequest, form: LacakForm) -> HttpResponse:
    """Lead to the page of a code."""
    if not form.is_valid():
        return _halaman(request, form)
    kode = form.cleaned_data["kode"]
    if Aspirasi.objects.filter(kode=kode).exists():
        return bawa_kode(kode)
    return _tak_dikenal(request, kode)


def _tak_dikenal(request: HttpRequest, kode: str) -> HttpResponse:
    """Say that nobody has this code.

    A visitor who types many unknown codes has to wait. A right code never waits.
    """
    form = LacakForm({"kode": tulis_kode(kode)})
    if detik := pembatas.tunggu("lacak", pembatas.alamat(request)):
        lama = pembatas.sebut(detik)
        form.add_error("kode", f"Kode ini tidak kami kenal. Tunggu {lama} sebelum mencoba lagi.")
        return _halaman(request, form, status=429)
    form.add_error("kode", "Kode ini tidak kami kenal. Periksa lagi hurufnya.")
    return _halaman(request, form)


def bawa_kode(kode: str, *, naskah: bool = False) -> HttpResponse:
    """Lead to the page for codes with this one, which its cookie carries; `naskah` when htmx
    asks."""
    jalur = reverse("aspirasi:lacak")
    respons = HttpResponseClientRedirect(jalur) if naskah else redirect(jalur)
    simpan_kunci(respons, KUKI, kode, UMUR_KUKI, jalur)
    return respons


def _buka(request: HttpRequest, form: LacakForm) -> HttpResponse:
    """Answer a code with a PIN. An unknown code gets the answer of a wrong PIN."""
    try:
        aspirasi = buka(request, form.cleaned_data["kode"], form.cleaned_data["pin"])
    except PinDitahan as galat:
        form.add_error(None, galat.pesan)
        return _halaman(request, form, status=429)
    if aspirasi is None:
        form.add_error(None, TAK_COCOK)
        return _halaman(request, form)
    respons = redirect("aspirasi:kiriman", aspirasi.acuan)
    respons.delete_cookie(nama_kuki(KUKI), path=reverse("aspirasi:lacak"), samesite="Lax")
    return respons


def _alasan(aspirasi: Aspirasi | None) -> str:
    """Return why it was closed without the help that was asked for, where everyone may read
    that."""
    if aspirasi is None or aspirasi.terbuka or not aspirasi.terbit:
        return ""
    return riwayat.alasan_tertutup(riwayat.baca(aspirasi))


def _halaman(
    request: HttpRequest, form: LacakForm, aspirasi: Aspirasi | None = None, status: int = 200
) -> HttpResponse:
    konteks = {"form": form, "aspirasi": aspirasi, "tulisan": "", "alasan": _alasan(aspirasi)}
    return render(request, "aspirasi/lacak.html", konteks, status=status)
