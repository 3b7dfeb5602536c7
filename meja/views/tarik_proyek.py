"""Taking words of a project, a report, an LPJ or of "Lingkungan", or a photo of a report, back from
the public."""

from collections.abc import Callable
from typing import Any

import rules
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aspirasi.services.penarikan_proyek import hitamkan_proyek
from core.formulir import draf
from core.moderasi.forms import FOTO_MASIH_ADA, KataForm, TarikForm
from laporan.models import LaporanKemajuan
from laporan.services import penarikan as penarikan_laporan
from laporan.services.tarik import tarik_semua
from meja.views.gerbang import buka_meja, petugas
from meja.views.tarik import tarik
from proyek.bacaan.penarikan import kata_tentang, semua_tulisan, tulisan_lingkungan, tulisan_lpj
from proyek.models import Lingkungan, Lpj
from proyek.services import penarikan as penarikan_proyek
from proyek.views.muat import proyek_untuk
from warga.rules import adalah_kecamatan

JUDUL = "Tutup sebagian tulisan"
PROYEK, LAPORAN = ("proyek:daftar", "Proyek"), ("laporan:daftar", "Laporan kemajuan")
KAMPUNG = ("kampung:daftar", "Kampung")
AKIBAT_TARIK = (
    "Seluruh laporan ini ditarik: persen, belanja, dan fotonya tidak berlaku lagi, dan laporan "
    "untuk waktu itu ditunggu lagi. Pengikut proyek ini diberi tahu alasannya."
)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_proyek(request: HttpRequest, nomor: str) -> HttpResponse:
    """Black out words about a project, in its trail, too."""
    proyek = proyek_untuk(request, nomor, "proyek.tarik")
    tulisan = semua_tulisan(proyek)

    def lakukan(data: dict[str, Any]) -> None:
        kata, alasan = data["kata"], data["alasan"]
        hitamkan_proyek(proyek=proyek, kata=kata, alasan=alasan, oleh=petugas(request))

    return _kata(request, proyek, PROYEK, tulisan, lakukan)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_laporan(request: HttpRequest, nomor: str) -> HttpResponse:
    """Black out words of a published report and of the captions of its photos."""
    laporan = _laporan(request, nomor)
    foto = laporan.foto.values_list("keterangan", flat=True)
    tulisan = tuple(t for t in (*penarikan_laporan.tulisan(laporan).values(), *foto) if t)
    form = KataForm(draf.isian(request), tulisan=tulisan, utuh=False)

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
def tarik_laporan_semua(request: HttpRequest, nomor: str) -> HttpResponse:
    """Take a whole report back, shortly after it came out."""
    laporan = _laporan(request, nomor, "laporan.tarik_semua")
    form = TarikForm(draf.isian(request))

    def lakukan(data: dict[str, Any]) -> None:
        tarik_semua(laporan=laporan, alasan=data["alasan"], oleh=petugas(request))

    konteks = {"judul": "Tarik seluruh laporan", "sebagian": False, "akibat": AKIBAT_TARIK}
    return _halaman(request, laporan, LAPORAN, form, lakukan, konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_foto_laporan(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """Take a photo of a published report back from everyone."""
    laporan = _laporan(request, nomor)
    foto = get_object_or_404(laporan.foto.tampil().select_related("berkas"), pk=pk)
    form = TarikForm(draf.isian(request))

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


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_lpj(request: HttpRequest, pk: int) -> HttpResponse:
    """Black out words about the LPJ of a year."""
    milik = get_object_or_404(Lpj.objects.select_related("kampung"), pk=pk)
    tulisan = kata_tentang(milik, tulisan_lpj(milik))

    def lakukan(data: dict[str, Any]) -> None:
        isi = {nama: data[nama] for nama in ("kata", "alasan")}
        penarikan_proyek.tarik_lpj(lpj=milik, oleh=petugas(request), **isi)

    return _kata(request, milik, PROYEK, tulisan, lakukan)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tarik_lingkungan(request: HttpRequest, slug: str, hal: str) -> HttpResponse:
    """Black out words of one matter on the page "Lingkungan" of a kampung."""
    semua = Lingkungan.objects.select_related("kampung")
    milik = get_object_or_404(semua, kampung__slug=slug, hal=hal)
    tulisan = kata_tentang(milik, [(milik, tulisan_lingkungan(milik))])

    def lakukan(data: dict[str, Any]) -> None:
        isi = {nama: data[nama] for nama in ("kata", "alasan")}
        penarikan_proyek.tarik_lingkungan(lingkungan=milik, oleh=petugas(request), **isi)

    return _kata(request, milik, KAMPUNG, tulisan, lakukan)


def _kata(
    request: HttpRequest,
    milik: Any,
    daftar: tuple[str, str],
    tulisan: tuple[str, ...],
    lakukan: Callable[[dict[str, Any]], None],
) -> HttpResponse:
    """Ask which words become black, for a person who may take words of `milik` back (else 403)."""
    if not rules.has_perm("proyek.tarik", request.user, milik):
        raise PermissionDenied
    form = KataForm(draf.isian(request), tulisan=tulisan, utuh=False)
    konteks = {"tulisan": "\n\n".join(tulisan)}
    return _halaman(request, milik, daftar, form, lakukan, konteks)


def _laporan(request: HttpRequest, nomor: str, hak: str = "laporan.tarik") -> LaporanKemajuan:
    terbit = LaporanKemajuan.objects.utuh().select_related("proyek__kampung")
    laporan = get_object_or_404(terbit, nomor=nomor)
    if not rules.has_perm(hak, request.user, laporan):
        raise PermissionDenied
    return laporan


def sebutan(milik: Any) -> str:
    """Return how the way back names it: a project or a report by its number."""
    return str(milik) if isinstance(milik, Lingkungan | Lpj) else str(milik.nomor)


def _halaman(
    request: HttpRequest,
    milik: Any,
    daftar: tuple[str, str],
    form: forms.Form,
    lakukan: Callable[[dict[str, Any]], None],
    konteks: dict[str, Any],
) -> HttpResponse:
    alamat, kata = daftar
    umum = {
        "judul": JUDUL,
        "sebagian": True,
        "induk": (reverse(alamat), kata),
        "hal": sebutan(milik),
    }
    return tarik(request, milik, form, lakukan, umum | konteks)
