"""Small helpers of the views of accounts."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from warga.forms.isian import SandiTampakMixin
from warga.models import Pengguna

F = TypeVar("F", bound=SandiTampakMixin)


def pengguna_masuk(request: HttpRequest) -> Pengguna:
    """Return the signed-in person; 403 for nobody (the middleware asks for a sign-in first)."""
    if not isinstance(request.user, Pengguna):
        raise PermissionDenied
    return request.user


def pengguna_berizin(request: HttpRequest, izin: str) -> Pengguna:
    """Return the signed-in account; 403 without this right."""
    orang = pengguna_masuk(request)
    if not orang.has_perm(izin):
        raise PermissionDenied
    return orang


def form_sandi(request: HttpRequest, kelas: type[F], **kwargs: Any) -> F:
    """Return the form of a page with a password: bound, unless it was only to be shown."""
    if request.method != "POST":
        return kelas(**kwargs)
    if "lihat" not in request.POST:
        return kelas(request.POST, **kwargs)
    form = kelas(initial=request.POST.dict(), **kwargs)
    if request.POST["lihat"] == "1":
        form.tampakkan_sandi()
    return form
