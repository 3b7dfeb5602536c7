"""Use a printed code: prove the phone number, or set a new password."""

import time

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from core.formulir.jadi import bisa
from core.galat import TidakBisa
from warga import batas, services
from warga.forms.kode import FormKode, FormSandiDenganKode
from warga.models import KodeCetak, Pengguna
from warga.views.bantu import form_sandi

SESI_KODE = "kode_cetak"
LANGKAH_DETIK = 10 * 60  # seconds between the code and the new password
SALAH = (
    "Kode ini tidak cocok, sudah dipakai, atau lewat waktunya. Periksa lagi tulisannya, atau minta "
    "kode baru."
)


@never_cache
@login_not_required
def kode(request: HttpRequest) -> HttpResponse:
    """Type in the code. A code for a password needs no sign-in: its owner has forgotten the
    password."""
    form = FormKode(request.POST or None)
    if request.method != "POST":
        return render(request, "warga/kode.html", {"form": form})
    if form.is_valid() and (jawaban := _pakai(request, form)):
        return jawaban
    if detik := batas.kode_keliru(request):
        form = FormKode(initial=request.POST.dict())
        messages.error(request, batas.kalimat(detik))
        return render(request, "warga/kode.html", {"form": form}, status=429)
    return render(request, "warga/kode.html", {"form": form})


def _pakai(request: HttpRequest, form: FormKode) -> HttpResponse | None:
    """Go on with the code. Return None when its error stands on the form."""
    teks = form.cleaned_data["kode"]
    if baris := services.cari_kode_sandi(teks):
        return _mulai_sandi(request, baris)
    if isinstance(request.user, Pengguna):
        return _buktikan(request, request.user, form)
    if services.ada_aktivasi(teks):
        messages.info(request, "Masuk dahulu ke akun Anda, lalu isi kode ini sekali lagi.")
        return redirect_to_login(reverse("akun_kode"))
    form.add_error("kode", SALAH)
    return None


def _buktikan(request: HttpRequest, orang: Pengguna, form: FormKode) -> HttpResponse | None:
    teks = form.cleaned_data["kode"]
    if not bisa(form, lambda: services.buktikan_telepon(teks=teks, pengguna=orang), "kode"):
        return None
    messages.success(request, "Nomor HP sudah diverifikasi. Terima kasih.")
    return redirect("akun")


def _mulai_sandi(request: HttpRequest, baris: KodeCetak) -> HttpResponse:
    if request.user.is_authenticated and request.user.pk != baris.pengguna_id:
        messages.error(request, "Kode ini untuk akun lain. Keluar dahulu, lalu isi lagi.")
        return redirect("akun_kode")
    sampai = int(time.time()) + LANGKAH_DETIK
    request.session[SESI_KODE] = {"kode": baris.pk, "siapa": request.user.pk, "sampai": sampai}
    return redirect("akun_kode_sandi")


@never_cache
@login_not_required
def sandi(request: HttpRequest) -> HttpResponse:
    """Choose the new password, after the code."""
    baris = _langkah(request)
    if baris is None or baris.pengguna is None:
        messages.error(request, "Isi kode dari kertas dahulu.")
        return redirect("akun_kode")
    form = form_sandi(request, FormSandiDenganKode, pengguna=baris.pengguna)
    if not form.is_valid():
        return render(request, "warga/kode_sandi.html", {"form": form})
    try:
        services.buat_sandi(kode=baris, sandi=form.cleaned_data["sandi"])
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return redirect("akun_kode")
    request.session.pop(SESI_KODE, None)
    messages.success(request, "Kata sandi baru sudah disimpan. Silakan masuk.")
    return redirect("account_login")


def _langkah(request: HttpRequest) -> KodeCetak | None:
    """Return the code of this step. The step ends after minutes, and when anybody signs in or
    out."""
    langkah = request.session.get(SESI_KODE)
    if not isinstance(langkah, dict):
        return None
    if langkah["siapa"] != request.user.pk or langkah["sampai"] < time.time():
        del request.session[SESI_KODE]
        return None
    berlaku = KodeCetak.objects.berlaku().sandi().select_related("pengguna")
    return berlaku.filter(pk=langkah["kode"]).first()
