"""The door of the desks, and the official who came in."""

from collections.abc import Callable
from uuid import UUID

import rules
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from aspirasi.models import Aspirasi
from warga.models import Pengguna
from warga.views.bantu import pengguna_masuk

Tampilan = Callable[..., HttpResponse]
_masuk = permission_required("warga.buka_meja", raise_exception=True)


def buka_meja(tampilan: Tampilan) -> Tampilan:
    """Let only officials in, and keep no page in a browser that others use, too.

    Visitors are sent to sign in before this (login is closed by default); residents get a 403.
    """
    return never_cache(_masuk(tampilan))


def petugas(request: HttpRequest) -> Pengguna:
    """Return the official who acts. Behind the door it is always an account."""
    return pengguna_masuk(request)


def muat_kiriman(request: HttpRequest, acuan: UUID, izin: str) -> Aspirasi:
    """Return a kiriman on this person's desk (else 404) on which they have the right (else 403)."""
    meja = Aspirasi.objects.untuk_meja(request.user).select_related("kampung")
    aspirasi: Aspirasi = get_object_or_404(meja, acuan=acuan)
    if not rules.has_perm(izin, request.user, aspirasi):
        raise PermissionDenied
    return aspirasi
