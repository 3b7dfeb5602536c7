"""The page on which an office lists the items of the work of a project."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from proyek.forms.butir import ButirForm
from proyek.forms.dana import tanpa_galat
from proyek.forms.pasangan import baris_lagi
from proyek.models import Proyek
from proyek.services.butir import tetapkan_butir
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def butir(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/rincian-pekerjaan/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    ada = list(proyek.butir_pekerjaan.dipakai().values_list("nama", "bobot"))
    lagi = "tambah_baris" in request.POST
    data: Any = request.POST or draf.ambil_isian(request)
    data = baris_lagi(data, ButirForm.kolom) if lagi else data
    form = ButirForm(data, proyek=proyek, butir=ada, ada=bool(ada))
    if lagi:
        tanpa_galat(form)
    elif _simpan(request, form, proyek):
        return redirect(proyek)
    return render(request, "proyek/butir.html", {"form": form, "proyek": proyek})


def _simpan(request: HttpRequest, form: ButirForm, proyek: Proyek) -> bool:
    def tetapkan() -> None:
        alasan, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        tetapkan_butir(proyek=proyek, butir=form.butir(), alasan=alasan, oleh=oleh)

    return jadi(request, form, tetapkan, "Rincian pekerjaan sudah disimpan.")
