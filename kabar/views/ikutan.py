"""Following a thing, and the list of followed things."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.cari.halaman import halaman
from core.galat import TidakBisa
from core.hal import JenisHal, Tampilan
from kabar.bacaan.ikutan import diikuti
from kabar.bacaan.jenis import DIIKUTI, MENURUT_NAMA, macam
from kabar.services import kabar as services
from warga.views.bantu import pengguna_berizin

# So many things of each kind stand on the first look.
AWAL = 10
MENGIKUTI = "Anda mengikuti {} ini. Perkembangannya ada di Pemberitahuan."
AJAKAN = "Ada {} yang ingin Anda kawal? Buka halamannya, lalu tekan “Ikuti”."
BERHENTI = "Anda tidak lagi mengikuti {} itu."


@dataclass(frozen=True)
class Bagian:
    """The things of one kind that a person follows: (row, its word in addresses, what is shown).

    `lagi` says that there are more of them.
    """

    jenis: JenisHal
    baris: list[tuple[Any, Any, Tampilan]]
    lagi: bool = False


@never_cache
@require_safe
def ikutan(request: HttpRequest) -> HttpResponse:
    """Show what this person follows, the youngest first: some of each kind, or all of one
    (?jenis=)."""
    orang = pengguna_berizin(request, "kabar.ikuti")
    if nama := request.GET.get("jenis"):
        jenis = _jenis(nama)
        satu_halaman = halaman(diikuti(jenis, orang), request, kunci=("-pk",))
        bagian = [_bagian(jenis, satu_halaman.objek)] if satu_halaman.objek else []
        return _halaman(request, bagian, halaman=satu_halaman)
    awal = [(jenis, list(diikuti(jenis, orang).order_by("-pk")[: AWAL + 1])) for jenis in DIIKUTI]
    bagian = [_bagian(jenis, objek[:AWAL], lagi=len(objek) > AWAL) for jenis, objek in awal]
    return _halaman(request, [b for b in bagian if b.baris])


def _halaman(request: HttpRequest, bagian: list[Bagian], **isi: Any) -> HttpResponse:
    isi |= {"bagian": bagian, "macam": macam("dan"), "ajakan": AJAKAN.format(macam("atau"))}
    return render(request, "kabar/ikutan.html", isi)


def _bagian(jenis: JenisHal, semua: list[Any], *, lagi: bool = False) -> Bagian:
    baris = [(objek, getattr(objek, jenis.alamat), jenis.tampilan(objek)) for objek in semua]
    return Bagian(jenis, baris, lagi)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ikuti(request: HttpRequest, jenis: str, kunci: str) -> HttpResponse:
    """Follow it. Opened otherwise, as after signing in again, it only shows the thing."""
    hal = _jenis(jenis)
    objek = _muat(hal, kunci)
    orang = pengguna_berizin(request, "kabar.ikuti")
    if request.method == "POST":
        try:
            services.ikuti(objek=objek, oleh=orang)
        except TidakBisa as galat:
            messages.error(request, galat.pesan)
        else:
            messages.success(request, MENGIKUTI.format(hal.kata))
    return redirect(objek)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def berhenti(request: HttpRequest, jenis: str, kunci: str) -> HttpResponse:
    """Stop following it, and return to the place of the button."""
    hal = _jenis(jenis)
    objek = _muat(hal, kunci)
    orang = pengguna_berizin(request, "kabar.ikuti")
    if request.method == "POST":
        services.berhenti(objek=objek, oleh=orang)
        tetap = f" {hal.serta.tetap}" if hal.serta and hal.serta.tetap else ""
        messages.success(request, BERHENTI.format(hal.kata) + tetap)
    if request.POST.get("kembali") == "ikutan":
        return redirect("kabar:ikutan")
    return redirect(objek)


def _jenis(nama: str) -> JenisHal:
    """Return a kind that can be followed; 404 for any other."""
    jenis = MENURUT_NAMA.get(nama)
    if jenis is None or not jenis.alamat:
        raise Http404
    return jenis


def _muat(jenis: JenisHal, kunci: str) -> Any:
    """Return a thing that everybody may read, by its word in the address; 404 for any other."""
    try:
        return get_object_or_404(jenis.umum(), **{jenis.alamat: kunci})
    except (ValueError, ValidationError) as galat:  # no number where a number stands
        raise Http404 from galat
