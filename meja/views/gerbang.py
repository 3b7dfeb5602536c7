"""The door of the desks, and who came in."""

from typing import cast

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest

from warga.models import Pengguna

# Visitors are sent to sign in before this (login is closed by default); residents get a 403.
buka_meja = permission_required("warga.buka_meja", raise_exception=True)


def petugas(request: HttpRequest) -> Pengguna:
    """Return who acts: behind the door it is always an account."""
    return cast("Pengguna", request.user)
