"""The page of a plan, and the same as a sheet."""

import rules
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rencana.bacaan.halaman import halaman, kata_keadaan
from rencana.views.muat import rencana_terlihat


@login_not_required
@require_safe
def rinci(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """/rencana/<kampung>/2027/ and /rencana/<kampung>/2027/du-rkp/"""
    return _sajikan(request, "rencana/rinci.html", kampung, tahun, jenis)


@login_not_required
@require_safe
def cetak(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """/rencana/<kampung>/2027/rkp/cetak/: the rows as a sheet for the wall of the office."""
    return _sajikan(request, "rencana/cetak.html", kampung, tahun, jenis)


def _sajikan(
    request: HttpRequest, templat: str, kampung: str, tahun: int, jenis: str
) -> HttpResponse:
    rencana = rencana_terlihat(request, kampung, tahun, jenis)
    konteks = halaman(rencana) | {
        "jenis": jenis,
        "keadaan": kata_keadaan(rencana),
        "boleh_urus": rules.has_perm("rencana.lihat_draf", request.user, rencana),
    }
    return render(request, templat, konteks)
