"""Clients, signed in as anyone."""

import time
from collections.abc import Callable

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from warga.enums import Peran
from warga.models import Pengguna, SesiAkun
from warga.sesi import CATATAN


def masuk(client: Client, orang: Pengguna, *, faktor_kedua: bool = True) -> Client:
    """Sign a client in; officials with their second factor, as a real sign-in does."""
    client.force_login(orang)
    cara = [{"method": "password", "at": time.time()}]
    if faktor_kedua and orang.peran != Peran.WARGA:
        if not Authenticator.objects.filter(user=orang).exists():
            pasang = TOTP.activate if orang.is_staff else _kode_di_kertas
            pasang(orang, generate_totp_secret())
        cara.append({"method": "mfa", "at": time.time(), "type": "totp"})
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = cara
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(orang.pk)
    # As after the first page: written down not long ago.
    kini, sidik = int(time.time()), SesiAkun(kunci=session.session_key).sidik
    session[CATATAN] = {"saat": kini, "mulai": kini, "sidik": sidik}
    session.save()
    return client


def _kode_di_kertas(orang: Pengguna, _rahasia: str) -> None:
    """The sheet of one-time codes of an official who has no app."""
    RecoveryCodes.activate(orang)


@pytest.fixture
def klien(request: pytest.FixtureRequest, db: None) -> Callable[[str | Pengguna], Client]:
    """Make a client: `klien("staf")` from the cast, `klien(orang)` for any person."""

    def buat(siapa: str | Pengguna) -> Client:
        if isinstance(siapa, str):
            siapa = request.getfixturevalue("pemeran")[siapa]
        return masuk(Client(), siapa) if isinstance(siapa, Pengguna) else Client()

    return buat
