"""Saying that an answer does not settle what was said: the BPK of its note, a sender of the own
check, with an account or from the browser that wrote it."""

from typing import Any

import rules
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from laporan.bacaan.tanggapan import JENIS, dengan_hal, isi_percakapan
from laporan.forms.catatan import PERNAH_DITUTUP, TAK_DIKENAL, BelumForm
from laporan.services.tanggapan import nyatakan_belum_puas, tertutup
from laporan.views.cek import milik_browser
from warga.models import Pengguna

DINYATAKAN = "Sudah kami catat. Kecamatan menanggapinya dalam lima hari kerja."


@draf.menyimpan_draf
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def belum(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """/laporan/belum/<jenis>/<pk>/: say once that an answer does not settle it."""
    hal = get_object_or_404(dengan_hal(JENIS[jenis].objects.umum()), pk=pk)
    if not _boleh(request, hal):
        return _tolak(request)
    isian = request.POST if request.method == "POST" else _draf(request)
    form = BelumForm(isian, tertutup=_mengapa_tertutup(hal))

    def lakukan() -> None:
        oleh = request.user if isinstance(request.user, Pengguna) else None
        nyatakan_belum_puas(hal=hal, isi=form.cleaned_data["isi"], oleh=oleh)

    if jadi(request, form, lakukan, DINYATAKAN):
        return redirect(hal)
    konteks = {"form": form, "hal": hal, "percakapan": isi_percakapan(hal)["ucapan"]}
    return render(request, "laporan/belum.html", konteks)


def _boleh(request: HttpRequest, hal: Any) -> bool:
    """Return whether this account, or this browser of a visitor, may say it."""
    if request.user.is_authenticated:
        return bool(rules.has_perm("laporan.belum_puas", request.user, hal))
    sendiri = hal.jenis_jejak == "cek" and hal.penulis_id is None
    return sendiri and hal.pk in milik_browser(request)


def _mengapa_tertutup(hal: Any) -> str:
    """Return why the kecamatan alone reads the words, in a sentence; "" where everybody does."""
    if not tertutup(hal):
        return ""
    return PERNAH_DITUTUP if hal.terbukti else TAK_DIKENAL


def _tolak(request: HttpRequest) -> HttpResponse:
    """Ask a visitor to sign in, keeping what was typed. Raises PermissionDenied for an account."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return draf.minta_masuk(request)


def _draf(request: HttpRequest) -> Any:
    return draf.ambil_isian(request) if request.user.is_authenticated else None
