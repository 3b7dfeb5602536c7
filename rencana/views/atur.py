"""The pages on which the kecamatan sets the days of a planning year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from core.formulir import draf
from core.formulir.jadi import jadi, tekan
from rencana.forms.siklus import MasaForm
from rencana.models import Masa
from rencana.services.siklus import atur, hapus, isi_biasa
from rencana.views.papan import tahun_wajar
from warga.views.bantu import pengguna_berizin

HAK = "rencana.atur_masa"
TERSIMPAN = "Jadwalnya sudah disimpan."


@require_POST
def biasa(request: HttpRequest, tahun: int) -> HttpResponse:
    """/rencana/jadwal/2027/biasa/: fill in the usual days."""
    oleh = pengguna_berizin(request, HAK)
    tahun = tahun_wajar(tahun)
    tekan(request, lambda: isi_biasa(tahun=tahun, oleh=oleh), "Jadwal biasa sudah diisi.")
    return redirect("rencana:siklus", tahun)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, tahun: int) -> HttpResponse:
    """/rencana/jadwal/2027/atur/: a step for all, or other days for one kampung."""
    oleh = pengguna_berizin(request, HAK)
    tahun = tahun_wajar(tahun)
    form = MasaForm(request.POST or draf.ambil_isian(request), tahun=tahun)
    if jadi(request, form, lambda: atur(masa=form.save(commit=False), oleh=oleh), TERSIMPAN):
        return redirect("rencana:siklus", tahun)
    return render(request, "rencana/masa.html", {"form": form, "tahun": tahun})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, tahun: int, pk: int) -> HttpResponse:
    """/rencana/jadwal/2027/<pk>/: other days of a step; those of one kampung can go again."""
    oleh = pengguna_berizin(request, HAK)
    masa = get_object_or_404(Masa.objects.select_related("kampung"), pk=pk, tahun=tahun)
    if "hapus" in request.POST:
        tekan(request, lambda: hapus(masa=masa, oleh=oleh), "Kembali ke jadwal umum.")
        return redirect("rencana:siklus", tahun)
    form = MasaForm(request.POST or draf.ambil_isian(request), instance=masa, tahun=tahun)
    if jadi(request, form, lambda: atur(masa=form.save(commit=False), oleh=oleh), TERSIMPAN):
        return redirect("rencana:siklus", tahun)
    return render(request, "rencana/masa.html", {"form": form, "tahun": tahun, "masa": masa})
