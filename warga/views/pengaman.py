"""The second factor at sign-in; it also shows who owns an account that a code opened."""

from typing import Any

from allauth.mfa.base import views as mfa_views
from django.http import HttpRequest, HttpResponse

from warga import services
from warga.views.bantu import pengguna_masuk


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
