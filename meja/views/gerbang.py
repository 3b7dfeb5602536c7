"""The door of the desks, and who came in."""

from collections.abc import Callable
from typing import cast

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from warga.models import Pengguna

Tampilan = Callable[..., HttpResponse]
_masuk = permission_required("warga.buka_meja", raise_exception=True)


def buka_meja(tampilan: Tampilan) -> Tampilan:
    """Let officials alone in, and keep nothing of the page in a browser that others use, too.

    Visitors are sent to sign in before this (login is closed by default); residents get a 403.
    """
    return never_cache(_masuk(tampilan))


def petugas(request: HttpRequest) -> Pengguna:
    """Return who acts: behind the door it is always an account."""
    return cast("Pengguna", request.user)
