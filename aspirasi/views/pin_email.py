"""A lost PIN: make a new one by a code to the e-mail of the account, without an official."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aspirasi.forms import KodePinForm
from aspirasi.services import pin_email as layanan
from aspirasi.views.pintu import milik_akun, tanyakan_pin
from core.formulir.jadi import coba
from core.jaga import pembatas
from warga.models import Pengguna
from warga.peramban import akun
from warga.views.bantu import pengguna_masuk

SURAT_PER_JAM = 6
TERKIRIM = "Kode sudah dikirim. Buka e-mail Anda, lalu ketik kodenya di sini."
MUNGKIN = (
    "Bila kiriman ini dikirim dari akun ini, dan e-mail akun sudah diverifikasi waktu itu, kodenya "
    "sekarang ada di e-mail itu. Tidak ada? Hubungi kantor kecamatan."
)
TAK_BISA = (
    "Waktu kiriman ini dikirim, akun ini belum mempunyai e-mail yang sudah diverifikasi dan masih "
    "dipakai sekarang. PIN baru dibuat lewat kantor kecamatan."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pin_email(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Send the code; then accept it and show the new PIN once.

    An account that did not send the kiriman gets the answer for a kiriman that does not exist.
    After a password from a printed code every kiriman gets the same answer, since the account may
    tell nothing then.
    """
    orang = pengguna_masuk(request)
    email = layanan.alamat_kode(acuan=acuan, pengguna=orang)
    if not (email or orang.sandi_dari_kode_pada):
        return _tanpa_alamat(request, acuan)
    if request.method != "POST":
        return _halaman(request, acuan, email)
    langkah = _kirim if "kirim" in request.POST else _pakai
    return langkah(request, acuan, email, orang)


def _tanpa_alamat(request: HttpRequest, acuan: UUID) -> HttpResponse:
    if milik_akun(request, acuan) is None:
        return tanyakan_pin(request, acuan)
    messages.info(request, TAK_BISA)
    return redirect("aspirasi:kiriman_pin", acuan)


def _kirim(request: HttpRequest, acuan: UUID, email: str, orang: Pengguna) -> HttpResponse:
    if detik := pembatas.tunggu("pin email", akun(orang), jatah=SURAT_PER_JAM, beri_tahu=False):
        lama = pembatas.sebut(detik)
        messages.error(request, f"Sudah beberapa kode diminta. Tunggu {lama}, lalu minta lagi.")
        return _halaman(request, acuan, email, status=429)
    layanan.kirim_kode(acuan=acuan, pengguna=orang)
    messages.info(request, MUNGKIN if orang.sandi_dari_kode_pada else TERKIRIM)
    return redirect("aspirasi:kiriman_pin_email", acuan)


def _pakai(request: HttpRequest, acuan: UUID, email: str, orang: Pengguna) -> HttpResponse:
    form = KodePinForm(request.POST)
    if not form.is_valid():
        return _halaman(request, acuan, email, form)
    sidik = pembatas.kunci("pin email", acuan.hex, str(orang.pk))
    if detik := pembatas.coba(sidik):
        lama = pembatas.sebut(detik)
        form.add_error(None, f"Sudah beberapa kali kodenya keliru. Tunggu {lama}, lalu coba lagi.")
        return _halaman(request, acuan, email, form, 429)
    kode = form.cleaned_data["kode"]
    pin = coba(form, lambda: layanan.pakai_kode(acuan=acuan, kode=kode, pengguna=orang), "kode")
    if pin is None:
        return _halaman(request, acuan, email, form)
    pembatas.lupakan(sidik)
    return render(request, "aspirasi/kiriman_pin_email.html", {"acuan": acuan, "pin": pin})


def _halaman(
    request: HttpRequest, acuan: UUID, email: str, form: Any = None, status: int = 200
) -> HttpResponse:
    """Return the page. It is the same for every kiriman while the account may tell nothing."""
    tampil = "" if pengguna_masuk(request).sandi_dari_kode_pada else email
    konteks = {"acuan": acuan, "email": tampil, "form": form or KodePinForm()}
    return render(request, "aspirasi/kiriman_pin_email.html", konteks, status=status)
