"""Clients, signed in as anyone."""

import copy
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import VALID_KEY_CHARS, SessionBase
from django.test import Client
from django.utils.crypto import get_random_string

from warga.enums import Peran
from warga.models import Pengguna, SesiAkun
from warga.sesi import CATATAN

SESI_BARU = import_module(settings.SESSION_ENGINE).SessionStore


def masuk(client: Client, orang: Pengguna, *, faktor_kedua: bool = True) -> Client:
    """Sign a client in; officials with their second factor, as a real sign-in does."""
    cara: list[dict[str, Any]] = [{"method": "password", "at": time.time()}]
    if faktor_kedua and orang.peran != Peran.WARGA:
        if not Authenticator.objects.filter(user=orang).exists():
            _pasang(orang)
        cara.append({"method": "mfa", "at": time.time(), "type": "totp"})
    berisi = settings.SESSION_COOKIE_NAME in client.cookies
    if berisi:
        client.force_login(orang)  # with what the visitor's session holds
    session = client.session if berisi else _sesi(orang)
    session[AUTHENTICATION_METHODS_SESSION_KEY] = cara
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(orang.pk)
    # As after the first page: written down not long ago.
    kini, sidik = int(time.time()), SesiAkun(kunci=session.session_key).sidik
    session[CATATAN] = {"saat": kini, "mulai": kini, "sidik": sidik}
    if berisi:
        session.save()
    else:
        session.create_model_instance(session._session_cache).save(force_insert=True)
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        client.cookies[settings.SESSION_COOKIE_NAME]["path"] = "/"
    return client


def _sesi(orang: Pengguna) -> SessionBase:
    """Return a new session of this person, not stored yet.

    It holds what `force_login` writes; that asks the database eight times.
    """
    session = SESI_BARU()
    session._session_key = get_random_string(32, VALID_KEY_CHARS)
    session._session_cache = {
        SESSION_KEY: str(orang.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: orang.get_session_auth_hash(),
    }
    return session


_FAKTOR: dict[bool, dict[str, Any]] = {}


def _pasang(orang: Pengguna) -> None:
    """Give a second factor: an app to the kecamatan, a sheet of codes to the rest.

    What is stored is made once in each process; the same one serves all.
    """
    if orang.is_staff not in _FAKTOR:
        if orang.is_staff:
            TOTP.activate(orang, generate_totp_secret())
        else:
            RecoveryCodes.activate(orang)
        satu = Authenticator.objects.get(user=orang)
        _FAKTOR[orang.is_staff] = {"type": satu.type, "data": satu.data}
    else:
        Authenticator.objects.create(user=orang, **copy.deepcopy(_FAKTOR[orang.is_staff]))


@pytest.fixture
def klien(request: pytest.FixtureRequest, db: None) -> Callable[[str | Pengguna], Client]:
    """Make a client: `klien("staf")` from the cast, `klien(orang)` for any person."""

    def buat(siapa: str | Pengguna) -> Client:
        if isinstance(siapa, str):
            siapa = request.getfixturevalue("pemeran")[siapa]
        return masuk(Client(), siapa) if isinstance(siapa, Pengguna) else Client()

    return buat
