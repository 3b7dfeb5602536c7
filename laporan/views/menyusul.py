"""The page on which an office fills in the money that a report said would follow."""

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir.draf import isian, menyimpan_draf
from core.formulir.jadi import jadi
from laporan.bacaan.menyusul import halangan_isi
from laporan.forms.menyusul import IsiBelanjaForm
from laporan.models import LaporanKemajuan
from laporan.services.menyusul import isi_belanja
from warga.rules import adalah_aparat
from warga.views.bantu import pengguna_masuk

SUDAH = "Belanja sudah diisi dan dapat dibaca semua orang."


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def isi(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/<nomor>/belanja/"""
    laporan = _muat(request, nomor)
    if halangan := halangan_isi(laporan):
        messages.info(request, halangan)
        return redirect(laporan)
    form = IsiBelanjaForm(isian(request), instance=laporan)
    if jadi(request, form, lambda: _isi(request, form), SUDAH):
        return redirect(laporan)
    return render(request, "laporan/belanja.html", {"laporan": laporan, "form": form})


def _isi(request: HttpRequest, form: IsiBelanjaForm) -> None:
    isi_belanja(
        laporan=form.instance,
        realisasi=form.realisasi(),
        rincian=form.rincian(),
        oleh=pengguna_masuk(request),
    )


def _muat(request: HttpRequest, nomor: str) -> LaporanKemajuan:
    """Load a published report of one's own kampung; another one's page is not there for aparat."""
    semua = LaporanKemajuan.objects.terbit().visible_to(request.user)
    laporan = get_object_or_404(
        semua.select_related("proyek__kampung", "menyusul"), nomor=nomor.replace("\0", "")
    )
    if rules.has_perm("laporan.isi_belanja", request.user, laporan):
        return laporan
    raise Http404 if adalah_aparat(request.user) else PermissionDenied
