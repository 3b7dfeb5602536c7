"""Doing what a form was sent for."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from core.galat import TidakBisa


def jadi(request: HttpRequest, form: Any, lakukan: Callable[[], object], pesan: str) -> bool:
    """Do it when the form was sent and is right. Return whether it was done.

    Then `pesan` is shown on the next page; a refusal (TidakBisa) is an error of the form.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        lakukan()
    except TidakBisa as galat:
        form.add_error(None, galat.pesan)
        return False
    messages.success(request, pesan)
    return True
