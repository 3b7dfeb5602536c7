"""Pages on which an office fills in plan and beneficiaries of a project."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from proyek.forms.dana import tanpa_galat
from proyek.forms.pasangan import baris_lagi
from proyek.forms.rencana import PenerimaForm, RencanaForm, usul_lurus
from proyek.models import PENERIMA, Proyek
from proyek.services.penerima import catat_penerima
from proyek.services.rencana import tetapkan_rencana
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def rencana(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/rencana-kemajuan/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    ada = list(proyek.rencana_kemajuan.values_list("tanggal", "persen"))
    usul = [] if ada else usul_lurus(proyek)
    data: Any = request.POST or draf.ambil_isian(request)
    form = RencanaForm(data, proyek=proyek, titik=ada or usul, ada=bool(ada))
    if "tambah_baris" in request.POST:
        form = _lebih_panjang(request, proyek, bool(ada))
    elif _simpan(request, form, proyek):
        return redirect(proyek)
    konteks = {"form": form, "proyek": proyek, "usul": bool(usul) and request.method == "GET"}
    return render(request, "proyek/rencana.html", konteks)


def _lebih_panjang(request: HttpRequest, proyek: Proyek, ada: bool) -> RencanaForm:
    """Return the form with the typed words and more empty rows, without judging it."""
    data = baris_lagi(request.POST, RencanaForm.kolom)
    form = RencanaForm(data, proyek=proyek, titik=[], ada=ada)
    tanpa_galat(form)
    return form


def _simpan(request: HttpRequest, form: RencanaForm, proyek: Proyek) -> bool:
    def tetapkan() -> None:
        alasan, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        tetapkan_rencana(proyek=proyek, titik=form.titik(), alasan=alasan, oleh=oleh)

    return jadi(request, form, tetapkan, "Rencana kemajuan sudah disimpan.")


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def penerima(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/penerima/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    form = PenerimaForm(request.POST or draf.ambil_isian(request), instance=proyek)

    def simpan() -> None:
        isi = {nama: form.cleaned_data[nama] for nama in PENERIMA}
        alasan = form.cleaned_data["alasan"]
        catat_penerima(proyek=proyek, isi=isi, alasan=alasan, oleh=pengguna_masuk(request))

    if jadi(request, form, simpan, "Penerima manfaat sudah disimpan."):
        return redirect(proyek)
    return render(request, "proyek/penerima.html", {"form": form, "proyek": proyek})
