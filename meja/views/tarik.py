"""Taking an official answer, or a shown photo, back from the public."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aspirasi.bacaan.penarikan import judul_tarik
from aspirasi.bacaan.tulisan import judul as judul_tampil
from aspirasi.models import Aspirasi
from aspirasi.services import penarikan
from core.formulir import draf
from core.formulir.jadi import bisa
from core.moderasi.forms import (
    DIHITAMKAN,
    DITARIK,
    FOTO_MASIH_ADA,
    MASIH_ADA,
    KataForm,
    TarikForm,
)
from meja.views.gerbang import buka_meja, muat_foto, muat_jawaban, petugas
from warga.rules import adalah_kecamatan


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_jawaban(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Black out words of an official answer; the kecamatan may take it back, too."""
    jawaban = muat_jawaban(request, acuan, pk)
    utuh = adalah_kecamatan(request.user)
    form = KataForm(draf.isian(request), tulisan=(jawaban.isi,), utuh=utuh)

    def lakukan(data: dict[str, Any]) -> None:
        kata, alasan = data["kata"], data["alasan"]
        penarikan.tarik_jawaban(jawaban=jawaban, kata=kata, alasan=alasan, oleh=petugas(request))

    judul = judul_tarik(kecamatan=utuh)
    konteks = {"judul": judul, "tulisan": jawaban.isi, "sebagian": not utuh}
    return _dari(request, jawaban.aspirasi, form, lakukan, konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_foto(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Take a shown photo back from everyone, or one of an answer from all but the desk."""
    lampiran = muat_foto(request, acuan, pk, "aspirasi.perbaiki")
    form = TarikForm(draf.isian(request))

    def lakukan(data: dict[str, Any]) -> None:
        penarikan.tarik_foto(lampiran=lampiran, alasan=data["alasan"], oleh=petugas(request))

    konteks = {
        "judul": "Tarik foto",
        "foto": lampiran.berkas,
        "masih_ada": FOTO_MASIH_ADA,
        "tutup": reverse("meja:aspirasi_foto", args=[acuan, pk]),
    }
    return _dari(request, lampiran.aspirasi, form, lakukan, konteks)


def _dari(
    request: HttpRequest,
    aspirasi: Aspirasi,
    form: forms.Form,
    lakukan: Callable[[dict[str, Any]], None],
    konteks: dict[str, Any],
) -> HttpResponse:
    meja = reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
    umum = {
        "induk": (reverse("meja:aspirasi"), "Kiriman warga"),
        "kembali": meja,
        "hal": judul_tampil(aspirasi),
        "sekali": konteks.get("sebagian"),
    }
    return tarik(request, aspirasi, form, lakukan, umum | konteks)


def tarik(
    request: HttpRequest,
    milik: Any,
    form: forms.Form,
    lakukan: Callable[[dict[str, Any]], None],
    konteks: dict[str, Any],
) -> HttpResponse:
    """Ask for the reason, do it, and lead to the page of `milik`, on which it stood.

    The page shows `judul`, the list that it lies in (`induk`) and the name of `milik` (`hal`).
    """
    status = 200
    if request.method == "POST" and form.is_valid():
        if bisa(form, lambda: lakukan(form.cleaned_data)):
            messages.success(request, DIHITAMKAN if form.cleaned_data.get("kata") else DITARIK)
            return redirect(milik.get_absolute_url())
        status = 409
    kembali = milik.get_absolute_url()
    isi = {"form": form, "masih_ada": MASIH_ADA, "kembali": kembali} | konteks
    return render(request, "meja/tarik.html", isi, status=status)
