"""A new PIN for a sender: one of the kecamatan asks, another decides, the first reads it out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi, PermintaanPin
from aspirasi.services import pin as layanan
from core.galat import TidakBisa
from core.jaga.berdua import TIDAK_MENUNGGU
from meja.forms.pin import MintaPinForm
from meja.views.gerbang import buka_meja, muat_kiriman, petugas
from warga.forms.kode import FormPutusan
from warga.models import Pengguna

LANJUTAN = {"putusan", "buka", "tarik"}  # fields of forms that answer a request
DIMINTA = "Permintaan sudah diajukan. Sekarang petugas lain menelepon balik dan memutuskannya."


@require_safe
@buka_meja
def pin_daftar(request: HttpRequest) -> HttpResponse:
    """List requests that wait for this person's decision, and PINs that they may read out."""
    oleh, semua = petugas(request), PermintaanPin.objects.select_related("aspirasi__digabung_ke")
    konteks = {"diputus": semua.untuk_diputus(oleh), "dibuka": semua.untuk_dibuka(oleh)}
    return render(request, "meja/pin_daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def pin(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Ask, decide, or draw the PIN, whichever is this person's turn."""
    aspirasi = muat_kiriman(request, acuan, "aspirasi.ganti_pin")
    baris = aspirasi.permintaan_pin.hidup().first()
    if request.method != "POST":
        return _halaman(request, aspirasi, baris)
    try:
        langkah = _minta(request, aspirasi) if baris is None else _lanjut(request, aspirasi, baris)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        langkah = redirect("meja:aspirasi_pin", acuan)
    return langkah


def _minta(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Ask for a PIN. Raises TidakBisa for an answer to a request that has ended meanwhile."""
    if not LANJUTAN.isdisjoint(request.POST):
        raise TidakBisa(TIDAK_MENUNGGU)
    form = MintaPinForm(request.POST)
    if not form.is_valid():
        return _halaman(request, aspirasi, None, form)
    alasan = form.cleaned_data["alasan"]
    layanan.minta_pin(aspirasi=aspirasi, alasan=alasan, oleh=petugas(request))
    messages.success(request, DIMINTA)
    return redirect("meja:aspirasi_pin", aspirasi.acuan)


def _lanjut(request: HttpRequest, aspirasi: Aspirasi, baris: PermintaanPin) -> HttpResponse:
    """Take the next step of a request. Raises TidakBisa when it is somebody else's turn."""
    oleh = petugas(request)
    if "tarik" in request.POST:
        layanan.tarik_pin(permintaan=baris, oleh=oleh)
        messages.success(request, "Permintaan sudah ditarik.")
        return redirect("meja:aspirasi_pin", aspirasi.acuan)
    if "buka" in request.POST:
        baru = layanan.ganti_pin(permintaan=baris, oleh=oleh)
        konteks = {"aspirasi": aspirasi, "pin": baru, "kode": tulis_kode(aspirasi.kode)}
        return render(request, "meja/pin.html", konteks)
    form = FormPutusan(request.POST)
    if not form.is_valid():
        return _halaman(request, aspirasi, baris, form)
    alasan = form.cleaned_data["alasan"]
    layanan.putuskan_pin(permintaan=baris, setuju=form.setuju, alasan=alasan, oleh=oleh)
    messages.success(request, "Putusan Anda sudah disimpan.")
    return redirect("meja:pin_daftar")


def _halaman(
    request: HttpRequest, aspirasi: Aspirasi, baris: PermintaanPin | None, form: Any = None
) -> HttpResponse:
    oleh = petugas(request)
    konteks = {
        "aspirasi": aspirasi,
        "baris": baris,
        "milik_saya": bool(baris and baris.diminta_oleh_id == oleh.pk),
        "peminta": Pengguna.objects.filter(pk=baris.diminta_oleh_id).first() if baris else None,
        "ada_kontak": layanan.ada_kontak(aspirasi),
        "ada_orang_kedua": layanan.ada_orang_kedua(aspirasi, oleh),
        "form": form or (FormPutusan() if baris else MintaPinForm()),
    }
    return render(request, "meja/pin.html", konteks)
