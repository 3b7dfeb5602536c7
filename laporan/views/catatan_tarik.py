"""Taking words or files of a note of the BPK Kampung back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from core.moderasi.forms import FOTO_MASIH_ADA, MASIH_ADA, KataForm, TarikForm
from laporan.bacaan.catatan import tulisan_catatan
from laporan.bacaan.tanggapan import tulisan_tanggapan
from laporan.services import penarikan_catatan
from laporan.views.catatan import muat_catatan
from warga.rules import adalah_kecamatan
from warga.views.bantu import pengguna_masuk

HAK = "laporan.tarik_catatan"
DITARIK = "Sudah ditarik dari umum. Alasannya tampil di tempatnya."


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/catatan/<pk>/tarik/: black out words of a note, or take it back as a whole."""
    catatan = muat_catatan(request, pk, HAK)
    baris = tulisan_catatan(catatan)
    if adalah_kecamatan(request.user):
        baris += tulisan_tanggapan(catatan)
    tulisan = tuple(isi for _, kolom in baris for isi in kolom.values() if isi)
    form = KataForm(draf.isian(request), tulisan=tulisan)

    def lakukan() -> None:
        kata, alasan = form.cleaned_data["kata"], form.cleaned_data["alasan"]
        oleh = pengguna_masuk(request)
        penarikan_catatan.tarik(catatan=catatan, kata=kata, alasan=alasan, oleh=oleh)

    if jadi(request, form, lakukan, DITARIK):
        return redirect(catatan)
    konteks = {"judul": "Tutup atau tarik catatan", "tulisan": "\n\n".join(tulisan)}
    return _halaman(request, form, catatan, konteks | {"masih_ada": MASIH_ADA})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tarik_lampiran(request: HttpRequest, pk: int, satu: int) -> HttpResponse:
    """/laporan/catatan/<pk>/lampiran/<satu>/tarik/"""
    catatan = muat_catatan(request, pk, HAK)
    lampiran = get_object_or_404(catatan.lampiran.tampil().select_related("berkas"), pk=satu)
    form = TarikForm(draf.isian(request))

    def lakukan() -> None:
        alasan, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        penarikan_catatan.tarik_lampiran(lampiran=lampiran, alasan=alasan, oleh=oleh)

    if jadi(request, form, lakukan, DITARIK):
        return redirect(catatan)
    konteks = {"judul": "Tarik foto atau pindaian", "lampiran": lampiran}
    return _halaman(request, form, catatan, konteks | {"masih_ada": FOTO_MASIH_ADA})


def _halaman(request: HttpRequest, form: Any, hal: Any, konteks: dict[str, Any]) -> HttpResponse:
    umum = {"form": form, "kembali": hal.get_absolute_url(), "hal": hal}
    return render(request, "laporan/catatan_tarik.html", umum | konteks)
