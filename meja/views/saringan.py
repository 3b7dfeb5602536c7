"""Kept filters of a list: everybody reaches their own alone."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.formulir.jadi import jadi, tekan
from meja.daftar.bentuk import Daftar
from meja.daftar.semua import SEMUA
from meja.forms.saringan import NamaSaringanForm, SimpanSaringanForm
from meja.models import SaringanTersimpan
from meja.services import saringan as layanan
from meja.views.gerbang import buka_meja, petugas

TERSIMPAN = "Pilihan “%s” sudah disimpan."


def daftar_bernama(nama: str) -> Daftar:
    """Return a declared list. Raises Http404 where there is none."""
    if nama not in SEMUA:
        raise Http404
    return SEMUA[nama]


@require_safe
@buka_meja
def saringan(request: HttpRequest, daftar: str) -> HttpResponse:
    """Show one's own filters of a list, to be renamed and thrown away."""
    satu, oleh = daftar_bernama(daftar), petugas(request)
    milik = SaringanTersimpan.objects.milik(oleh, daftar)
    baris = [(s, NamaSaringanForm(initial={"nama": s.nama}, prefix=f"s{s.pk}")) for s in milik]
    return render(request, "meja/saringan.html", {"daftar": satu, "baris": baris})


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def saringan_simpan(request: HttpRequest, daftar: str) -> HttpResponse:
    """Keep the choices that stand in the query of the address, under a name."""
    satu, oleh = daftar_bernama(daftar), petugas(request)
    saringan = satu.saring(request.GET, oleh)
    pilihan = saringan.tersimpan
    form = SimpanSaringanForm(request.POST or None)

    def simpan() -> object:
        return layanan.simpan(daftar=daftar, pilihan=pilihan, oleh=oleh, **form.cleaned_data)

    if jadi(request, form, simpan, TERSIMPAN % request.POST.get("nama", "").strip()):
        return redirect(f"{satu.url}?{pilihan}")
    konteks = {"daftar": satu, "form": form, "pilihan": pilihan, "kata": saringan.kata_tersimpan}
    return render(request, "meja/saringan_simpan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def saringan_nama(request: HttpRequest, daftar: str, pk: int) -> HttpResponse:
    """Give one of one's own filters another name."""
    satu, milik = _milik(request, daftar, pk)
    form = NamaSaringanForm(request.POST or None, initial={"nama": milik.nama}, prefix=f"s{pk}")

    def ganti() -> object:
        nama = form.cleaned_data["nama"]
        return layanan.ganti_nama(saringan=milik, nama=nama, oleh=petugas(request))

    if jadi(request, form, ganti, "Namanya sudah diganti."):
        return redirect("meja:saringan", daftar)
    return render(request, "meja/saringan_nama.html", {"daftar": satu, "form": form, "satu": milik})


@require_POST
@buka_meja
def saringan_ubah(request: HttpRequest, daftar: str, pk: int) -> HttpResponse:
    """Make it the default, or no default any more, or throw it away."""
    _, milik = _milik(request, daftar, pk)
    asal: dict[str, Any] = {"saringan": milik, "oleh": petugas(request)}
    if "hapus" in request.POST:
        tekan(request, lambda: layanan.hapus(**asal), f"Pilihan “{milik}” sudah dihapus.")
    elif "bawaan" in request.POST:
        pesan = f"Daftar ini sekarang dibuka dengan pilihan “{milik}”."
        tekan(request, lambda: layanan.atur_bawaan(**asal, bawaan=True), pesan)
    else:
        pesan = "Daftar ini sekarang dibuka seluruhnya."
        tekan(request, lambda: layanan.atur_bawaan(**asal, bawaan=False), pesan)
    return redirect("meja:saringan", daftar)


def _milik(request: HttpRequest, daftar: str, pk: int) -> tuple[Daftar, SaringanTersimpan]:
    satu = daftar_bernama(daftar)
    milik = SaringanTersimpan.objects.milik(petugas(request), daftar)
    return satu, get_object_or_404(milik, pk=pk)
