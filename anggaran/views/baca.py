"""The public pages of the whole budget."""

import re

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anggaran.bacaan.halaman import angka_lain, daftar, setahun
from anggaran.models import AnggaranKampung
from anggaran.views.muat import ISI, tempat
from core.waktu import hari_ini

TAHUN = re.compile(r"20\d\d", re.ASCII)


@require_safe
@login_not_required
def semua(request: HttpRequest) -> HttpResponse:
    """/anggaran/: the budget of every kampung, of one year."""
    diminta = request.GET.get("tahun", "")
    tahun = int(diminta) if TAHUN.fullmatch(diminta) else hari_ini().year
    ada = AnggaranKampung.objects.terbit().order_by("-tahun").values_list("tahun", flat=True)
    isi = {"tahun": tahun, "baris": daftar(tahun), "semua_tahun": list(ada.distinct()[:10])}
    return render(request, "anggaran/daftar.html", isi)


@require_safe
@login_not_required
def rinci(request: HttpRequest, kampung: str, tahun: int) -> HttpResponse:
    """/anggaran/<kampung>/2026/: the whole budget, with the projects as part of it."""
    milik = tempat(kampung, tahun)
    isi = {
        "kampung": milik,
        "tahun": tahun,
        "setahun": setahun(milik, tahun),
        "boleh_isi": request.user.has_perm(ISI, AnggaranKampung(kampung=milik)),
        **angka_lain(milik, tahun),
    }
    return render(request, "anggaran/rinci.html", isi)
