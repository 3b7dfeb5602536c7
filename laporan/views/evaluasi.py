"""The evaluation of a finished work, and the lessons of all of them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.cari.halaman import halaman
from core.formulir import draf
from core.formulir.jadi import jadi
from laporan.bacaan.evaluasi import terakhir_ditulis
from laporan.filters import PelajaranFilter
from laporan.forms.evaluasi import EvaluasiForm
from laporan.models import Evaluasi
from laporan.services.evaluasi import BELUM_SELESAI, tulis_evaluasi
from proyek.bacaan.fungsi import dengan_fungsi, per_tahun
from proyek.bacaan.halaman import untuk_halaman
from proyek.bacaan.hasil import dengan_hasil, hasil
from proyek.models import Proyek
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def evaluasi(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/evaluasi/<nomor>/: write the evaluation of a finished work, or correct it."""
    proyek = proyek_untuk(request, nomor, "laporan.evaluasi")
    himpunan = untuk_halaman(Proyek.objects.filter(pk=proyek.pk).untuk_kartu())
    utuh = get_object_or_404(dengan_fungsi(dengan_hasil(himpunan)))
    if not (banding := hasil(utuh)):
        messages.warning(request, BELUM_SELESAI)
        return redirect(proyek)
    isian = request.POST or draf.ambil_isian(request)
    form = EvaluasiForm(isian, proyek=proyek, hasil=banding)
    if _tulis(request, form, proyek):
        return redirect(f"{proyek.get_absolute_url()}#evaluasi")
    konteks = {"form": form, "proyek": utuh, "hasil": banding, "fungsi": per_tahun(utuh)}
    if form.berubah:
        konteks["penulis_lain"] = terakhir_ditulis(proyek)
    return render(request, "laporan/evaluasi.html", konteks)


def _tulis(request: HttpRequest, form: EvaluasiForm, proyek: Proyek) -> bool:
    def tulis() -> None:
        tulis_evaluasi(
            proyek=proyek,
            isi=form.isi(),
            alasan=form.cleaned_data.get("alasan", ""),
            dilihat=form.cleaned_data["dilihat"],
            oleh=pengguna_masuk(request),
        )

    return jadi(request, form, tulis, "Evaluasi sudah disimpan dan dapat dibaca semua orang.")


@login_not_required
@require_safe
def pelajaran(request: HttpRequest) -> HttpResponse:
    """/laporan/pelajaran/, with `?kegiatan=<kode>`: what works taught, the newest first."""
    saring = PelajaranFilter(request.GET, queryset=Evaluasi.objects.terbaca())
    hasil = halaman(saring.qs, request, ("-ditulis", "-pk"))
    return render(request, "laporan/pelajaran.html", {"filter": saring, "halaman": hasil})
