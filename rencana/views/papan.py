"""The board of the planning year, and its calendar."""

from typing import Any

import rules
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rencana.bacaan.papan import draf_terbaca, langkah_papan, per_kampung, tahun_ada, tahun_kini
from rencana.bacaan.siklus import langkah_tahun
from rencana.models import Masa
from rencana.models.rencana import TAHUN_AKHIR, TAHUN_AWAL


def tahun_wajar(tahun: int) -> int:
    """Return a year that can be planned for, else 404."""
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise Http404
    return tahun


@login_not_required
@require_safe
def papan(request: HttpRequest) -> HttpResponse:
    """/rencana/, with `?tahun=2027` for another year."""
    dipilih = request.GET.get("tahun", "")
    kini = tahun_kini()
    angka = dipilih.isascii() and dipilih.isdigit() and len(dipilih) == 4
    tahun = tahun_wajar(int(dipilih)) if angka else kini
    konteks: dict[str, Any] = {
        "tahun": tahun,
        "semua_tahun": tahun_ada(kini),
        "per_kampung": per_kampung(tahun),
        "boleh_buat": rules.has_perm("rencana.susun", request.user),
        "draf": draf_terbaca(request.user, tahun),
        **langkah_papan(tahun),
    }
    return render(request, "rencana/papan.html", konteks)


@login_not_required
@require_safe
def siklus(request: HttpRequest, tahun: int) -> HttpResponse:
    """/rencana/jadwal/2027/: the steps of a year, and other days of kampung with their reasons."""
    lain = Masa.objects.filter(tahun=tahun_wajar(tahun), kampung__isnull=False)
    konteks = {
        "tahun": tahun,
        "langkah": langkah_tahun(tahun),
        "lain": lain.select_related("kampung").order_by("kampung__nama", "buka"),
        "boleh_atur": rules.has_perm("rencana.atur_masa", request.user),
    }
    return render(request, "rencana/siklus.html", konteks)
