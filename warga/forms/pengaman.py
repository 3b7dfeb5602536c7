"""Forms of the second factor, in plain words."""

from typing import Any

from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp_forms

from core import keamanan
from core.keamanan import Kejadian
from warga.forms.isian import KodeMixin


class TercatatMixin(KodeMixin):
    """Writes into the log of security events whether the code fitted."""

    user: Any

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        super()._emit_authentication_failed(authenticator)  # type: ignore[misc]
        keamanan.catat(Kejadian.FAKTOR_DITOLAK, akun=self.user)

    def save(self) -> None:
        super().save()  # type: ignore[misc]
        keamanan.catat(Kejadian.FAKTOR_DIPAKAI, akun=self.user)


class FormPengaman(TercatatMixin, mfa_forms.AuthenticateForm):
    """The code at sign-in: from the app, or one of the reserve codes."""


class FormPengamanLagi(TercatatMixin, mfa_forms.ReauthenticateForm):
    """The code once more, before something that matters."""


class FormPasangPengaman(KodeMixin, totp_forms.ActivateTOTPForm):
    """The first code of a newly set up app."""
