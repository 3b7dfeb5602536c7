"""The pages of an upload: sent, read, looked at, and taken in."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from anggaran.bacaan.belanja import isian_proyek
from anggaran.bacaan.susunan import susun
from anggaran.bacaan.templat import templat_xlsx
from anggaran.enums import JenisAnggaran, bentuk
from anggaran.forms.impor import ImporForm
from anggaran.models import AnggaranKampung, Impor, StatusImpor
from anggaran.services.impor import Ditolak, ambil, baris_dari
from anggaran.services.impor import unggah as terima
from anggaran.views.muat import ISI, surat_kosong, surat_terbaru, tempat_diisi
from core.berkas.xlsx import TIPE
from core.formulir.jadi import tekan
from core.formulir.sekali import satu_kali
from warga.views.bantu import pengguna_berizin, pengguna_masuk

DIAMBIL = "Isinya sudah diambil ke draf."


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest, kampung: str, tahun: int, nama: str) -> HttpResponse:
    """.../murni/impor/: the file, and the sum that is printed below it."""
    surat = surat_kosong(tempat_diisi(request, kampung, tahun), tahun, nama)
    terbaru = surat_terbaru(surat)
    beralasan = terbaru is not None and terbaru.terbit
    form = ImporForm(request.POST or None, request.FILES or None, surat=surat, beralasan=beralasan)
    masalah: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("anggaran:impor_lihat", _terima(request, form, surat).pk)
        except Ditolak as galat:
            masalah = galat.masalah
    konteks = {"form": form, "surat": surat, "kampung": surat.kampung, "masalah": masalah}
    return render(request, "anggaran/impor.html", konteks)


def _terima(request: HttpRequest, form: ImporForm, surat: AnggaranKampung) -> Impor:
    oleh = pengguna_masuk(request)

    def buat(sidik: str) -> Impor:
        isi = form.cleaned_data["berkas"].read()
        return terima(surat=surat, isi=isi, unggahan=form.unggahan(), oleh=oleh, kunci_sekali=sidik)

    milik = Impor.objects.filter(kampung=surat.kampung, oleh=oleh)
    return satu_kali(milik, form.cleaned_data["kunci"], buat)[0]


@require_http_methods(["GET", "HEAD", "POST"])
def lihat(request: HttpRequest, pk: int) -> HttpResponse:
    """/anggaran/impor/<pk>/: what was read, and the button that takes it in."""
    impor = get_object_or_404(Impor.objects.select_related("kampung"), pk=pk)
    if not rules.has_perm(ISI, request.user, impor):
        raise PermissionDenied
    nama = bentuk(impor.jenis, impor.ke)
    mengisi = rules.has_perm("laporan.isi_belanja", request.user, impor)
    if request.method == "POST":
        oleh = pengguna_masuk(request)
        if tekan(request, lambda: ambil(impor=impor, oleh=oleh, mengisi=mengisi), DIAMBIL):
            return redirect("anggaran:periksa", impor.kampung.slug, impor.tahun, nama)
        return redirect("anggaran:impor_lihat", pk)
    return render(request, "anggaran/impor_lihat.html", _isi(impor, nama, mengisi))


def _isi(impor: Impor, nama: str, mengisi: bool) -> dict[str, object]:
    isi = {"kampung": impor.kampung, "tahun": impor.tahun, "jenis": impor.jenis, "ke": impor.ke}
    surat = AnggaranKampung(**isi)
    konteks = {"impor": impor, "kampung": impor.kampung, "surat": surat, "nama": nama}
    siap = impor.status == StatusImpor.SIAP
    konteks |= {"siap": siap, "menunggu": impor.status == StatusImpor.MENUNGGU}
    if siap:
        nyata = impor.jenis == JenisAnggaran.REALISASI
        konteks["susunan"] = susun(surat, baris_dari(impor))
        konteks["isian"] = isian_proyek(impor) if nyata and mengisi else []
    return konteks


@require_safe
def templat(request: HttpRequest) -> HttpResponse:
    """/anggaran/templat.xlsx: our own table, to fill in."""
    pengguna_berizin(request, "warga.buka_meja")
    respons = HttpResponse(templat_xlsx(), content_type=TIPE)
    respons["Content-Disposition"] = 'attachment; filename="templat-anggaran.xlsx"'
    return respons
