"""Closed by default, without asking who it is where everyone may come."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase


class WajibMasukMiddleware(LoginRequiredMiddleware):
    """Django's own, but a view marked `login_not_required` is let through unasked.

    Django's looks up the account first, on every page and photo: two queries for those
    signed in, and a `Vary: Cookie` that keeps shared caches from ever helping anyone.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
