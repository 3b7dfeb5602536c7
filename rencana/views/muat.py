"""Guarded loads: not visible is 404, visible but not allowed is 403."""

from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from rencana.enums import JenisRencana
from rencana.models import BarisRencana, Rencana

ALAMAT = {"rkp": JenisRencana.RKP, "du-rkp": JenisRencana.DU_RKP}
SUSUN, PUTUSKAN = "rencana.susun", "rencana.putuskan"


def rencana_terlihat(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> Rencana:
    """Return the plan of an address that this person may read, else 404."""
    if jenis not in ALAMAT:
        raise Http404
    semua = Rencana.objects.visible_to(request.user).select_related("kampung")
    return get_object_or_404(semua, kampung__slug=kampung, tahun=tahun, jenis=ALAMAT[jenis])


def rencana_untuk(request: HttpRequest, kampung: str, tahun: int, jenis: str, hak: str) -> Rencana:
    """Return the plan of an address on which this person has the right `hak`, else 403."""
    rencana = rencana_terlihat(request, kampung, tahun, jenis)
    _pastikan(request, hak, rencana)
    return rencana


def baris_terlihat(request: HttpRequest, pk: int, *, dicabut: bool = False) -> BarisRencana:
    """Return a row of a plan that this person may read, else 404. With `dicabut` its project may be
    one that was taken back: an office takes such a row out."""
    terlihat = Rencana.objects.visible_to(request.user).values("pk")
    semua: Any = BarisRencana.objects.filter(rencana__in=terlihat)
    if not dicabut:
        semua = semua.filter(proyek__dicabut_pada__isnull=True)
    return get_object_or_404(semua.untuk_kartu(), pk=pk)


def baris_untuk(request: HttpRequest, pk: int, hak: str) -> BarisRencana:
    """Return a row on whose plan this person has the right `hak`, else 403."""
    baris = baris_terlihat(request, pk)
    _pastikan(request, hak, baris.rencana)
    return baris


def hak_isi(rencana: Rencana) -> str:
    """Return the right to change what stands in a plan: one that is set is the kampung's own."""
    return PUTUSKAN if rencana.tetap else SUSUN


def baris_diisi(request: HttpRequest, pk: int) -> BarisRencana:
    """Return a row that this person may change in the state of its plan."""
    baris = baris_terlihat(request, pk, dicabut=True)
    _pastikan(request, hak_isi(baris.rencana), baris.rencana)
    return baris


def rencana_diisi(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> Rencana:
    """Return a plan whose rows this person may change in its state."""
    rencana = rencana_terlihat(request, kampung, tahun, jenis)
    _pastikan(request, hak_isi(rencana), rencana)
    return rencana


def _pastikan(request: HttpRequest, hak: str, rencana: Rencana) -> None:
    if not rules.has_perm(hak, request.user, rencana):
        raise PermissionDenied
