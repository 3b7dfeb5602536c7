"""Land, surroundings, upkeep and access of a project, for the officials who know them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from proyek.forms.lestari import LestariForm
from proyek.models import Proyek
from proyek.services.lestari import isi_lestari
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/lestari/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    form = LestariForm(request.POST or draf.ambil_isian(request), proyek=proyek)
    if _isi(request, form, proyek):
        return redirect(f"{proyek.get_absolute_url()}#lestari")
    return render(request, "proyek/lestari.html", {"form": form, "proyek": proyek})


def _isi(request: HttpRequest, form: LestariForm, proyek: Proyek) -> bool:
    def isi() -> None:
        isi_lestari(
            proyek=proyek,
            isi=form.isi(),
            tujuan=form.cleaned_data["tujuan"],
            alasan=form.cleaned_data.get("alasan", ""),
            oleh=pengguna_masuk(request),
        )

    return jadi(request, form, isi, "Sudah disimpan dan dapat dibaca semua orang.")
