"""Allauth's views with the portal's addition: showing a password without JavaScript."""

from typing import Any

from allauth.account import views as allauth_views
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp import views as totp_views
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from warga import services
from warga.views.bantu import pengguna_masuk


class LihatSandiMixin:
    """The button "Tampilkan kata sandi" returns the form with its passwords readable."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "lihat" not in request.POST:
            return super().post(request, *args, **kwargs)  # type: ignore[misc]  # a mixin
        view: Any = self
        kwargs_form = view.get_form_kwargs() | {"initial": request.POST.dict()}
        kwargs_form["data"] = kwargs_form["files"] = None
        form = view.get_form_class()(**kwargs_form)
        if request.POST["lihat"] == "1":
            form.tampakkan_sandi()
        respons: HttpResponse = view.render_to_response(view.get_context_data(form=form))
        return respons


class MasukView(LihatSandiMixin, allauth_views.LoginView):
    """Sign in."""


class DaftarView(LihatSandiMixin, allauth_views.SignupView):
    """Sign up."""


@method_decorator(never_cache, name="dispatch")
class PastikanView(LihatSandiMixin, allauth_views.ReauthenticateView):
    """Type the password once more."""


@method_decorator(never_cache, name="dispatch")
class GantiSandiView(LihatSandiMixin, allauth_views.PasswordChangeView):
    """Change one's own password."""


@method_decorator(never_cache, name="dispatch")
class BuatSandiView(LihatSandiMixin, allauth_views.PasswordSetView):
    """Set a first password."""


@method_decorator(never_cache, name="dispatch")
class SandiBaruView(LihatSandiMixin, allauth_views.CompletePasswordResetView):
    """Choose a new password after the code of a forgotten one."""

    def form_valid(self, form: Any) -> HttpResponse:
        proses = self._process
        jawaban = super().form_valid(form)
        services.buktikan_lewat_email(pengguna=proses.user, email=proses.state["email"])
        return jawaban


class PasangPengamanView(totp_views.ActivateTOTPView):
    """Set up the authenticator app. Its first code also proves it for this session."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type="totp")
        keamanan.catat(Kejadian.FAKTOR_DIPASANG, akun=pengguna_masuk(self.request))
        return response


class LepasPengamanView(totp_views.DeactivateTOTPView):
    """Remove the second factor from one's own account."""

    def form_valid(self, form: Any) -> HttpResponse:
        keamanan.catat(Kejadian.FAKTOR_DILEPAS, akun=pengguna_masuk(self.request))
        return super().form_valid(form)
