"""Forms of the second factor, in plain words."""

from typing import Any

from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp_forms
from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import ValidationError

from core.jaga import keamanan, pembatas
from core.jaga.keamanan import Kejadian
from warga import batas
from warga.forms.isian import KodeMixin
from warga.models import Pengguna
from warga.peramban import akun
from warga.pesan import PESAN_PENGAMAN

SISA_DISEBUT = 5
MENIPIS = (
    "Kode sekali pakai Anda tinggal {sisa}. Cetak lembar baru di halaman Akun, "
    "Kode keamanan kedua, sebelum habis."
)
MASA_KODE = 120  # seconds; the code of the app is accepted for less


class TercatatMixin(KodeMixin):
    """Form mixin that writes into the log of security events whether the code fitted."""

    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        """Return the code. Guesses are counted per account and network, or known browser, and no
        code is accepted twice."""
        sidik = batas.sidik(context.request, "pengaman", akun(self.user))
        if detik := pembatas.coba(sidik):
            keamanan.catat_jeda(sidik, akun=self.user)
            raise ValidationError(batas.kalimat(detik), code="too_many_login_attempts")
        code: str = super().clean_code()  # type: ignore[misc]  # a mixin
        if self.authenticator.type == Authenticator.Type.TOTP and not sekali(self.user, code):
            raise ValidationError(PESAN_PENGAMAN["incorrect_code"], code="incorrect_code")
        pembatas.lupakan(sidik)
        return code

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        super()._emit_authentication_failed(authenticator)  # type: ignore[misc]  # a mixin
        keamanan.catat(Kejadian.FAKTOR_DITOLAK, akun=self.user)

    def save(self) -> None:
        super().save()  # type: ignore[misc]  # a mixin
        keamanan.catat(Kejadian.FAKTOR_DIPAKAI, akun=self.user)
        if self.authenticator.type == Authenticator.Type.RECOVERY_CODES:
            self._sebut_sisa()

    def _sebut_sisa(self) -> None:
        """Warn in time that the sheet of codes runs out: without a code nobody gets in."""
        self.authenticator.refresh_from_db()
        sisa = len(self.authenticator.wrap().get_unused_codes())
        if sisa <= SISA_DISEBUT:
            messages.warning(context.request, MENIPIS.format(sisa=sisa))


class FormPengaman(TercatatMixin, mfa_forms.AuthenticateForm):
    """The code at sign-in: from the app, or from the sheet."""


class FormPengamanLagi(TercatatMixin, mfa_forms.ReauthenticateForm):
    """The code once more, before an act that matters."""


class FormPasangPengaman(KodeMixin, totp_forms.ActivateTOTPForm):
    """The first code of a newly set up app."""

    user: Any

    def clean_code(self) -> str:
        """Return the code and use it up: the next sign-in needs the next code."""
        code: str = super().clean_code()
        sekali(self.user, code)
        return code


def sekali(orang: Pengguna, code: str) -> bool:
    """Return whether this is the first use of a code of the app by this account.

    The library forgets a used code after 30 seconds, but accepts a code for up to 90.
    """
    tanda = f"pengaman-dipakai:{orang.pk}:{normalize_user_code(code)}"
    return bool(cache.add(tanda, 1, timeout=MASA_KODE))
