"""Guarded loads: not visible is 404, visible but not allowed is 403."""

from typing import Any, TypeVar

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from core.cari.hiasan import satu_dihias
from core.formulir.sekali import sidik
from proyek.bacaan.fungsi import dengan_fungsi
from proyek.bacaan.halaman import untuk_halaman
from proyek.bacaan.hasil import dengan_hasil
from proyek.bacaan.lestari import dengan_lestari
from proyek.models import Proyek

M = TypeVar("M", bound=Model)


def proyek_untuk(request: HttpRequest, nomor: str, hak: str) -> Proyek:
    """Load a project on which this person has the right `hak`. `nomor` may come from a query."""
    terlihat: QuerySet[Proyek] = Proyek.objects.visible_to(request.user)
    proyek = get_object_or_404(terlihat.select_related("kampung"), nomor=nomor.replace("\0", ""))
    if not rules.has_perm(hak, request.user, proyek):
        raise PermissionDenied
    return proyek


def proyek_utuh(request: HttpRequest, nomor: str) -> Any:
    """Load a project with everything that its page and its board read in one query."""
    return satu_dihias(_utuh, Proyek.objects.visible_to(request.user).filter(nomor=nomor))


def _utuh(terbaca: Any) -> QuerySet[Proyek]:
    """Return projects with what their pages show, which is the same for everybody."""
    utuh: QuerySet[Proyek] = dengan_fungsi(
        dengan_lestari(dengan_hasil(untuk_halaman(terbaca.untuk_kartu())))
    )
    return utuh


def sudah_dibuat(himpunan: QuerySet[M], request: HttpRequest) -> M | None:
    """Return the row that this very form made before, if it is sent a second time.

    Call it before the form is checked: that row now takes what was free before.
    """
    kunci = request.POST.get("kunci")
    return himpunan.filter(kunci_sekali=sidik(kunci)).first() if kunci else None
