"""The page by which an office writes down one matter of "Lingkungan"."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from proyek.enums import HalLingkungan
from proyek.forms.lingkungan import LingkunganForm
from proyek.models import Lingkungan
from proyek.services.lingkungan import isi_lingkungan
from warga.models import Kampung
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, slug: str, hal: str) -> HttpResponse:
    """/kampung/<slug>/lingkungan/<hal>/"""
    baris = _muat(request, slug, hal)
    form = LingkunganForm(request.POST or draf.ambil_isian(request), instance=baris)
    if _isi(request, form):
        return redirect("kampung:lingkungan", slug)
    return render(request, "proyek/lingkungan.html", {"form": form, "baris": baris})


def _muat(request: HttpRequest, slug: str, hal: str) -> Lingkungan:
    """Return what is written, or an unsaved row; 403 for an office of elsewhere."""
    if hal not in HalLingkungan.values:
        raise Http404
    kampung = get_object_or_404(Kampung, slug=slug)
    lama = Lingkungan.objects.filter(kampung=kampung, hal=hal).first()
    baris = lama or Lingkungan(kampung=kampung, hal=hal)
    baris.kampung = kampung
    if not rules.has_perm("proyek.isi_lingkungan", request.user, baris):
        raise PermissionDenied
    return baris


def _isi(request: HttpRequest, form: LingkunganForm) -> bool:
    baris: Lingkungan = form.instance

    def isi() -> None:
        oleh, kata = pengguna_masuk(request), form.cleaned_data
        isi_lingkungan(kampung=baris.kampung, hal=baris.hal, oleh=oleh, **kata)

    return jadi(request, form, isi, "Sudah disimpan dan dapat dibaca semua orang.")
