"""Acts of aparat on a project: correct its words, receive money."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.sekali import satu_kali
from proyek.forms import KeteranganForm, PencairanForm
from proyek.models import Pencairan
from proyek.services.keterangan import ubah_keterangan
from proyek.services.uang import catat_pencairan
from proyek.views.muat import proyek_untuk, sudah_dibuat
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/ubah/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    form = KeteranganForm(request.POST or draf.ambil_isian(request), instance=proyek)
    if request.method == "POST" and form.is_valid():
        proyek = ubah_keterangan(
            proyek=proyek,
            isi=form.keterangan(),
            alasan=form.cleaned_data["alasan"],
            oleh=pengguna_masuk(request),
        )
        messages.success(request, "Keterangan proyek sudah diperbarui.")
        return redirect(proyek)
    return render(request, "proyek/ubah.html", {"form": form, "proyek": proyek})


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def pencairan(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/terima-uang/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    if sudah_dibuat(Pencairan.objects.all(), request):
        return redirect(proyek)
    if not proyek.pendanaan.exists():
        messages.warning(request, "Proyek ini belum punya anggaran. Catat keputusannya dulu.")
        return redirect(proyek)
    form = PencairanForm(request.POST or draf.ambil_isian(request), proyek=proyek)
    if request.method == "POST" and form.is_valid() and _catat_pencairan(request, form):
        messages.success(request, "Uang yang diterima sudah dicatat.")
        return redirect(proyek)
    return render(request, "proyek/pencairan.html", {"form": form, "proyek": proyek})


def _catat_pencairan(request: HttpRequest, form: PencairanForm) -> bool:
    """Record it once, however often the form is sent. Return False when the money no longer
    fits."""

    def buat(sidik: str) -> Pencairan:
        baru: Any = form.save(commit=False)
        baru.kunci_sekali = sidik
        return catat_pencairan(pencairan=baru, oleh=pengguna_masuk(request))

    try:
        satu_kali(Pencairan.objects.all(), form.cleaned_data["kunci"], buat)
    except ValidationError as galat:
        form.add_error(None, galat)
        return False
    return True
