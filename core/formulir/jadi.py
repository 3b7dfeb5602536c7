"""Doing what a form was sent for, or what a button asks for. A refusal (TidakBisa) becomes an error
of the form; that of a button is shown on the next page."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest

from core.galat import TidakBisa

T = TypeVar("T")


def jadi(request: HttpRequest, form: Any, lakukan: Callable[[], object], pesan: str) -> bool:
    """Do it when the form was sent and is right. Return whether it was done; `pesan` is then shown
    on the next page."""
    if request.method != "POST" or not form.is_valid() or not bisa(form, lakukan):
        return False
    messages.success(request, pesan)
    return True


def bisa(form: Any, lakukan: Callable[[], object], pada: str | None = None) -> bool:
    """Do it. Return whether it was done; a refusal stands beside the field `pada`, or above all."""
    return coba(form, lambda: (lakukan(),), pada) is not None


def coba(form: Any, buat: Callable[[], T], pada: str | None = None) -> T | None:
    """Return what `buat` makes, or None with its refusal beside the field `pada`, or above all."""
    try:
        return buat()
    except TidakBisa as galat:
        form.add_error(pada, galat.pesan)
        return None


def tekan(request: HttpRequest, lakukan: Callable[[], object], pesan: str) -> bool:
    """Do what a button without a form asks for. Return whether it was done. The next page shows
    `pesan`, or the refusal."""
    try:
        lakukan()
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return False
    messages.success(request, pesan)
    return True
