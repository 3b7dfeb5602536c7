"""Guarded loads of the pages of a musrenbang, and the page of one form."""

from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from musrenbang.models import Musrenbang, Usulan


def muat(request: HttpRequest, tahun: int, hak: str = "") -> Musrenbang:
    """Load a musrenbang (else 404) on which this person has the right (else 403)."""
    satu: Musrenbang = get_object_or_404(Musrenbang, tahun=tahun)
    if hak and not rules.has_perm(hak, request.user, satu):
        raise PermissionDenied
    return satu


def muat_usulan(request: HttpRequest, pk: int, hak: str) -> Usulan:
    """Load a proposal that stands (else 404) on which this person has the right (else 403)."""
    satu: Usulan = get_object_or_404(Usulan.objects.berdiri().untuk_kartu(), pk=pk)
    tentang: Any = satu if hak == "musrenbang.usulkan" else satu.musrenbang
    if not rules.has_perm(hak, request.user, tentang):
        raise PermissionDenied
    return satu


def isian(request: HttpRequest, form: Any, *, kembali: str, **kata: Any) -> HttpResponse:
    """Show one form: its title, its button, and the words above it."""
    return render(request, "musrenbang/isian.html", {"form": form, "kembali": kembali, **kata})
