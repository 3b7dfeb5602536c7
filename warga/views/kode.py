"""Use a printed code: prove the phone number, or set a new password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from core.galat import TidakBisa
from warga import batas, services
from warga.enums import TujuanKode
from warga.forms.kode import FormKode, FormSandiDenganKode
from warga.models import KodeCetak
from warga.views.bantu import form_sandi

SESI_KODE = "kode_cetak"


@never_cache
@login_not_required
def kode(request: HttpRequest) -> HttpResponse:
    """Type in the code. It needs no sign-in: whoever forgot the password has none."""
    form = FormKode(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.baris:
        return _pakai(request, form.baris)
    if request.method == "POST" and (detik := batas.kode_keliru(request)):
        form = FormKode(initial=request.POST.dict())
        messages.error(request, batas.kalimat(detik))
        return render(request, "warga/kode.html", {"form": form}, status=429)
    return render(request, "warga/kode.html", {"form": form})


def _pakai(request: HttpRequest, baris: KodeCetak) -> HttpResponse:
    if request.user.is_authenticated and request.user.pk != baris.pengguna_id:
        messages.error(request, "Kode ini untuk akun lain. Keluar dahulu, lalu isi lagi.")
        return redirect("akun_kode")
    if baris.tujuan == TujuanKode.SANDI:
        request.session[SESI_KODE] = baris.pk
        return redirect("akun_kode_sandi")
    try:
        services.buktikan_telepon(kode=baris)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return redirect("akun_kode")
    messages.success(request, "Nomor HP sudah terbukti. Terima kasih.")
    return redirect("akun")


@never_cache
@login_not_required
def sandi(request: HttpRequest) -> HttpResponse:
    """Choose the new password, after the code."""
    berlaku = KodeCetak.objects.berlaku().select_related("pengguna")
    baris = berlaku.filter(pk=request.session.get(SESI_KODE, 0)).first()
    if baris is None:
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
    del request.session[SESI_KODE]
    messages.success(request, "Kata sandi baru sudah disimpan. Silakan masuk.")
    return redirect("account_login")
