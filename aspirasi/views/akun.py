"""Put one's kiriman into the account that one is signed in to, and take it out again."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aspirasi.bacaan.milik import akun_sendiri
from aspirasi.forms import PinForm
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi
from aspirasi.services import akun as layanan
from aspirasi.views.kiriman import untuk_pengirim
from aspirasi.views.pintu import PIN_SALAH, PinDitahan, buka
from core.galat import TidakBisa
from warga.models import Pengguna

TERSIMPAN = (
    "Tersimpan di akun Anda. Kiriman ini sekarang ada di “Kiriman saya”. Kode dan PIN-nya tetap "
    "berlaku."
)
SUDAH = "Kiriman ini sudah ada di akun Anda."
DILEPAS = "Kiriman ini tidak lagi ada di akun. Bukalah dengan kode dan PIN-nya."
TIDAK_DI_AKUN = "Kiriman ini tidak ada di akun mana pun."


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def akun(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Say what changes, and put it into the account at the press of the button.

    A visitor is led to sign in or to sign up, and comes back here.
    """
    orang = request.user
    if not isinstance(orang, Pengguna):
        if request.method == "POST":
            return redirect_to_login(request.path)
        return _akun(request, aspirasi, layanan.halangan_kiriman(aspirasi, aspirasi.pengirim))
    if not orang.has_perm("aspirasi.simpan_di_akun"):
        raise PermissionDenied
    if request.method != "POST":
        return _akun(request, aspirasi, layanan.halangan(aspirasi, aspirasi.pengirim, orang))
    try:
        baru = layanan.simpan_di_akun(aspirasi=aspirasi, pengguna=orang)
    except TidakBisa as galat:
        return _akun(request, aspirasi, galat.pesan, 409)
    messages.success(request, TERSIMPAN if baru else SUDAH)
    return redirect("aspirasi:kiriman", aspirasi.acuan)


def _akun(
    request: HttpRequest, aspirasi: Aspirasi, halangan: str = "", status: int = 200
) -> HttpResponse:
    konteks = {"aspirasi": aspirasi, "halangan": halangan}
    konteks["akun_sendiri"] = akun_sendiri(aspirasi.pengirim, request.user)
    konteks["dapat_dilepas"] = halangan == layanan.DI_AKUN_LAIN
    return render(request, "aspirasi/kiriman_akun.html", konteks, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def lepas_akun(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Take it out of the account, once its PIN is typed: from then on nothing else opens it."""
    if aspirasi.pengirim.pengguna_id is None:
        messages.info(request, TIDAK_DI_AKUN)
        return redirect("aspirasi:kiriman", aspirasi.acuan)
    form = PinForm(request.POST or None)
    if not form.is_valid():
        return _lepas(request, aspirasi, form)
    try:
        cocok = buka(request, aspirasi.kode, form.cleaned_data["pin"])
    except PinDitahan as galat:
        form.add_error(None, galat.pesan)
        return _lepas(request, aspirasi, form, 429)
    if cocok is None:
        form.add_error("pin", PIN_SALAH)
        return _lepas(request, aspirasi, form)
    layanan.lepas_dari_akun(aspirasi=aspirasi)
    messages.success(request, DILEPAS)
    return redirect("aspirasi:kiriman", aspirasi.acuan)


def _lepas(
    request: HttpRequest, aspirasi: Aspirasi, form: PinForm, status: int = 200
) -> HttpResponse:
    sendiri = akun_sendiri(aspirasi.pengirim, request.user)
    konteks = {"aspirasi": aspirasi, "form": form, "akun_sendiri": sendiri}
    konteks["kode"] = tulis_kode(aspirasi.kode)
    return render(request, "aspirasi/kiriman_lepas_akun.html", konteks, status=status)
