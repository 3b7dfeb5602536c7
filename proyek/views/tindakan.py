"""Acts of aparat on a project: correct its words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from proyek.forms import KeteranganForm
from proyek.models import Proyek
from proyek.services.keterangan import ubah_keterangan
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/ubah/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    form = KeteranganForm(request.POST or draf.ambil_isian(request), instance=proyek)
    if _ubah(request, form, proyek):
        return redirect(proyek)
    return render(request, "proyek/ubah.html", {"form": form, "proyek": proyek})


def _ubah(request: HttpRequest, form: KeteranganForm, proyek: Proyek) -> bool:
    def ubah() -> None:
        ubah_keterangan(
            proyek=proyek,
            isi=form.keterangan(),
            alasan=form.cleaned_data["alasan"],
            oleh=pengguna_masuk(request),
            dilihat=form.versi_kini,
        )

    return jadi(request, form, ubah, "Keterangan proyek sudah diperbarui.")
