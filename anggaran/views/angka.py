"""The pages of money that arrived, programs from outside, and help for families."""

from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from anggaran.forms.angka import MACAM, AngkaForm, CabutForm
from anggaran.models.angka import AngkaKampung
from anggaran.services.angka import betulkan_angka, cabut_angka, catat_angka
from anggaran.views.muat import ISI, tempat_diisi
from core.formulir.draf import isian, menyimpan_draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from warga.views.bantu import pengguna_masuk

DICATAT = "Sudah dicatat dan dapat dibaca semua orang."


def _macam(macam: str) -> tuple[type[AngkaForm], type[AngkaKampung]]:
    if macam not in MACAM:
        raise Http404
    return MACAM[macam]


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest, kampung: str, tahun: int, macam: str) -> HttpResponse:
    """.../catat/penyaluran/: a new number."""
    bentuk, model = _macam(macam)
    milik = tempat_diisi(request, kampung, tahun)
    form = bentuk(isian(request), instance=model(kampung=milik, tahun=tahun))

    def buat(sidik: str) -> AngkaKampung:
        angka = form.save(commit=False)
        return catat_angka(angka=angka, oleh=pengguna_masuk(request), kunci_sekali=sidik)

    semua = model._default_manager.filter(kampung=milik, tahun=tahun)
    if jadi(request, form, lambda: satu_kali(semua, form.cleaned_data["kunci"], buat), DICATAT):
        return redirect("anggaran:rinci", kampung, tahun)
    return _tampil(request, form, form.instance)


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, macam: str, pk: int) -> HttpResponse:
    """/anggaran/catatan/penyaluran/<pk>/: set a number right."""
    bentuk, _ = _macam(macam)
    angka = _angka(request, macam, pk)
    form = bentuk(isian(request), instance=angka)

    def simpan() -> None:
        alasan, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        betulkan_angka(angka=angka, isi=form.isi(), alasan=alasan, oleh=oleh)

    if jadi(request, form, simpan, "Sudah dibetulkan."):
        return redirect("anggaran:rinci", angka.kampung.slug, angka.tahun)
    return _tampil(request, form, angka, macam=macam)


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def cabut(request: HttpRequest, macam: str, pk: int) -> HttpResponse:
    """/anggaran/catatan/penyaluran/<pk>/cabut/: take a number back."""
    angka = _angka(request, macam, pk)
    form = CabutForm(isian(request))

    def lakukan() -> None:
        cabut_angka(angka=angka, alasan=form.cleaned_data["alasan"], oleh=pengguna_masuk(request))

    if jadi(request, form, lakukan, "Catatannya sudah dicabut."):
        return redirect("anggaran:rinci", angka.kampung.slug, angka.tahun)
    return _tampil(request, form, angka, dicabut=True)


def _angka(request: HttpRequest, macam: str, pk: int) -> AngkaKampung:
    """Return a number that stands, of a kampung whose budget this person writes down."""
    _, model = _macam(macam)
    semua = model._default_manager.filter(dicabut_pada=None).select_related("kampung")
    angka = get_object_or_404(semua, pk=pk)
    if not rules.has_perm(ISI, request.user, angka):
        raise PermissionDenied
    return angka


def _tampil(request: HttpRequest, form: Any, angka: AngkaKampung, **lain: Any) -> HttpResponse:
    konteks = {"form": form, "angka": angka, "judul": str(angka._meta.verbose_name).capitalize()}
    return render(request, "anggaran/angka.html", konteks | lain)
