"""Guarded loads: not visible is 404, visible but not allowed is 403."""

from typing import Any
from uuid import UUID

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from mitra.models import Penerimaan, Tawaran
from warga.models import Kampung


def pastikan(request: HttpRequest, hak: str, benda: Any) -> None:
    """Raise PermissionDenied without this right on the thing."""
    if not rules.has_perm(hak, request.user, benda):
        raise PermissionDenied


def tawaran_untuk(request: HttpRequest, acuan: UUID, hak: str) -> Tawaran:
    """Return an offer that this person reads, with the right `hak` on it."""
    semua = Tawaran.objects.visible_to(request.user)
    milik = semua.select_related("kampung", "proyek", "kebutuhan", "mitra")
    tawaran = get_object_or_404(milik, acuan=acuan)
    pastikan(request, hak, tawaran)
    return tawaran


def penerimaan_untuk(request: HttpRequest, pk: int) -> Penerimaan:
    """Return something that arrived, which this person may set right."""
    terlihat = Tawaran.objects.visible_to(request.user).values("pk")
    semua = Penerimaan.objects.filter(kontribusi__tawaran__in=terlihat)
    dekat = semua.select_related("kontribusi__tawaran__kampung", "bukti")
    penerimaan = get_object_or_404(dekat, pk=pk)
    pastikan(request, "mitra.terima", penerimaan.kontribusi.tawaran)
    return penerimaan


class Milik:
    """Anything of a kampung that does not exist yet."""

    def __init__(self, kampung: Kampung) -> None:
        self.kampung_id = kampung.pk


def kampung_untuk(request: HttpRequest, slug: str, hak: str) -> Kampung:
    """Return the kampung of an address in which this person has the right `hak`."""
    kampung = get_object_or_404(Kampung, slug=slug)
    pastikan(request, hak, Milik(kampung))
    return kampung


def isian(request: HttpRequest, form: Any, judul: str, batal: str, **lain: Any) -> HttpResponse:
    """Show a form of an office."""
    konteks = {"form": form, "judul": judul, "batal": batal}
    return render(request, "mitra/isian.html", konteks | lain)
