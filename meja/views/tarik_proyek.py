"""Taking words of a project or a report, or a photo of a report, back from the public."""

from collections.abc import Callable
from typing import Any

import rules
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.moderasi.forms import FOTO_MASIH_ADA, KataForm, TarikForm
from laporan.models import LaporanKemajuan
from laporan.services import penarikan as penarikan_laporan
from meja.views.gerbang import buka_meja, petugas
from meja.views.tarik import isian, tarik
from proyek.bacaan.penarikan import semua_tulisan
from proyek.services import penarikan as penarikan_proyek
from proyek.views.muat import proyek_untuk
from warga.rules import adalah_kecamatan

JUDUL = "Tutup sebagian tulisan"
PROYEK, LAPORAN = ("proyek:daftar", "Proyek"), ("laporan:daftar", "Laporan kemajuan")


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_proyek(request: HttpRequest, nomor: str) -> HttpResponse:
    """Black out words about a project, in its trail, too."""
    proyek = proyek_untuk(request, nomor, "proyek.tarik")
    tulisan = semua_tulisan(proyek)
    form = KataForm(isian(request), tulisan=tulisan, utuh=False)

    def lakukan(data: dict[str, Any]) -> None:
        kata, alasan = data["kata"], data["alasan"]
        penarikan_proyek.tarik_tulisan(
            proyek=proyek, kata=kata, alasan=alasan, oleh=petugas(request)
        )

    return _halaman(request, proyek, PROYEK, form, lakukan, {"tulisan": "\n\n".join(tulisan)})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_laporan(request: HttpRequest, nomor: str) -> HttpResponse:
    """Black out words of a published report and of the captions of its photos."""
    laporan = _laporan(request, nomor)
    foto = laporan.foto.values_list("keterangan", flat=True)
    tulisan = tuple(t for t in (*penarikan_laporan.tulisan(laporan).values(), *foto) if t)
    form = KataForm(isian(request), tulisan=tulisan, utuh=False)

    def lakukan(data: dict[str, Any]) -> None:
        kata, alasan = data["kata"], data["alasan"]
        penarikan_laporan.tarik_tulisan(
            laporan=laporan, kata=kata, alasan=alasan, oleh=petugas(request)
        )

    sekali = not adalah_kecamatan(request.user)
    konteks = {"tulisan": "\n\n".join(tulisan), "sekali": sekali}
    return _halaman(request, laporan, LAPORAN, form, lakukan, konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_foto_laporan(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """Take a photo of a published report back from everyone."""
    laporan = _laporan(request, nomor)
    foto = get_object_or_404(laporan.foto.tampil().select_related("berkas"), pk=pk)
    form = TarikForm(isian(request))

    def lakukan(data: dict[str, Any]) -> None:
        penarikan_laporan.tarik_foto(foto=foto, alasan=data["alasan"], oleh=petugas(request))

    konteks = {
        "judul": "Tarik foto",
        "sebagian": False,
        "foto": foto.berkas,
        "masih_ada": FOTO_MASIH_ADA,
        "tutup": reverse("meja:laporan_foto", args=[nomor, pk]),
    }
    return _halaman(request, laporan, LAPORAN, form, lakukan, konteks)


def _laporan(request: HttpRequest, nomor: str) -> LaporanKemajuan:
    terbit = LaporanKemajuan.objects.terbit().select_related("proyek__kampung")
    laporan = get_object_or_404(terbit, nomor=nomor)
    if not rules.has_perm("laporan.tarik", request.user, laporan):
        raise PermissionDenied
    return laporan


def _halaman(
    request: HttpRequest,
    milik: Any,
    daftar: tuple[str, str],
    form: forms.Form,
    lakukan: Callable[[dict[str, Any]], None],
    konteks: dict[str, Any],
) -> HttpResponse:
    alamat, kata = daftar
    umum = {"judul": JUDUL, "sebagian": True, "induk": (reverse(alamat), kata), "hal": milik.nomor}
    return tarik(request, milik, form, lakukan, umum | konteks)
