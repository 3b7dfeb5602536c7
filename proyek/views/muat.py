"""Guarded loads: not visible is 404, visible but not allowed is 403."""

from typing import TypeVar

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from core.formulir.sekali import sidik
from proyek.models import Proyek

M = TypeVar("M", bound=Model)


def proyek_untuk(request: HttpRequest, nomor: str, hak: str) -> Proyek:
    """Load a project this person has the right `hak` on; `nomor` may come from a query."""
    terlihat: QuerySet[Proyek] = Proyek.objects.visible_to(request.user)
    proyek = get_object_or_404(terlihat.select_related("kampung"), nomor=nomor.replace("\0", ""))
    if not rules.has_perm(hak, request.user, proyek):
        raise PermissionDenied
    return proyek


def sudah_dibuat(himpunan: QuerySet[M], request: HttpRequest) -> M | None:
    """Return the row that this very form made before, when it is sent a second time.

    Asked before the form is checked, since what was free then is taken by that row now.
    """
    kunci = request.POST.get("kunci")
    return himpunan.filter(kunci_sekali=sidik(kunci)).first() if kunci else None
