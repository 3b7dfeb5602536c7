"""The second factor at sign-in. It also proves the owner of an account that a code opened."""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base import views as mfa_views
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from warga import services
from warga.views.bantu import pengguna_masuk

BARU = 15 * 60  # seconds


class PengamanView(mfa_views.AuthenticateView):
    """Give the second factor while signing in."""

    def form_valid(self, form: Any) -> HttpResponse:
        services.buktikan_lewat_pengaman(pengguna=self.stage.login.user)
        return super().form_valid(form)


class PengamanLagiView(mfa_views.ReauthenticateView):
    """Give it once more, before the account is changed."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        services.buktikan_lewat_pengaman(pengguna=pengguna_masuk(self.request))
        return super().form_valid(form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cetak(request: HttpRequest) -> HttpResponse:
    """Make a sheet of one-time codes and show it once. It also proves this session.

    A person who has just signed in is not asked again: with the last code of a sheet they could not
    make another sheet.
    """
    pintu = _lembar if _baru_masuk(request) else reauthentication_required(_lembar)
    jawaban: HttpResponse = pintu(request)
    return jawaban


def _baru_masuk(request: HttpRequest) -> bool:
    cara = "mfa" if pengguna_masuk(request).berfaktor_kedua else "password"
    batas = time.time() - BARU
    catatan = get_authentication_records(request, request.user)
    return any(c.get("method") == cara and c["at"] > batas for c in catatan)


def _lembar(request: HttpRequest) -> HttpResponse:
    orang = pengguna_masuk(request)
    if orang.is_staff and not is_mfa_enabled(orang, [Authenticator.Type.TOTP]):
        messages.info(request, "Petugas kecamatan dan admin memakai aplikasi kode. Pasang dahulu.")
        return redirect("mfa_activate_totp")
    lanjut = get_next_redirect_url(request) or ""
    if request.method != "POST":
        return render(request, "warga/cetak_pengaman.html", {"lanjut": lanjut})
    kode = services.buat_kode_sekali(pengguna=orang)
    record_authentication(request, orang, "mfa", type="recovery_codes")
    get_adapter().send_notification_mail("mfa/email/recovery_codes_generated", orang)
    return render(request, "warga/lembar_pengaman.html", {"semua": kode, "lanjut": lanjut})
