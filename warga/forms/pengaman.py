"""Forms of the second factor, in plain words."""

from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms

from warga.forms.isian import KodeMixin


class FormPengaman(KodeMixin, mfa_forms.AuthenticateForm):
    """The code at sign-in: from the app, or one of the reserve codes."""


class FormPengamanLagi(KodeMixin, mfa_forms.ReauthenticateForm):
    """The code once more, before something that matters."""


class FormPasangPengaman(KodeMixin, totp_forms.ActivateTOTPForm):
    """The first code of a newly set up app."""
