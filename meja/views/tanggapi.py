"""/kerja/tanggapi/: official answers to checks of residents and to notes of the BPK Kampung."""

from collections.abc import Callable
from typing import Any

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir import draf
from core.formulir.jadi import bisa, jadi
from core.moderasi.forms import KataForm
from core.moderasi.penarikan import ditarik
from laporan.alamat import alamat_tanggapi
from laporan.bacaan.tanggapan import (
    JENIS,
    dengan_hal,
    kampung_hal,
    keadaan,
    percakapan,
    tulisan_tanggapan,
)
from laporan.models import BelumPuas, Tanggapan
from laporan.services import tanggapan as layanan
from meja import menanggapi
from meja.forms.tanggapi import PerbaikiTanggapanForm, TanggapiForm
from meja.views.gerbang import buka_meja, petugas
from meja.views.tarik import tarik

TAMPIL = 'Tanggapan Anda sudah tampil. <a href="{}">Lihat di halamannya</a>.{}'
BERIKUT = " Yang menunggu berikutnya ada di bawah ini."


@require_safe
@buka_meja
def tanggapi_daftar(request: HttpRequest) -> HttpResponse:
    """Show what waits for an answer, the one due first first."""
    konteks = {"semua": menanggapi.daftar(petugas(request))}
    return render(request, "meja/tanggapi_daftar.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tanggapi(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Show what was said and answer it; what waits next follows."""
    hal, oleh = _hal(jenis, pk), petugas(request)
    form: TanggapiForm | None = TanggapiForm(draf.isian(request))
    status = 200
    if form and request.method == "POST" and form.is_valid():
        isi, kunci = form.cleaned_data["isi"], form.cleaned_data["kunci"]
        if bisa(form, lambda: layanan.tanggapi(hal=hal, isi=isi, oleh=oleh, kunci=kunci)):
            lagi = menanggapi.berikut(oleh)
            kata = format_html(TAMPIL, hal.get_absolute_url(), BERIKUT if lagi else "")
            messages.success(request, kata)
            return redirect(alamat_tanggapi(lagi) if lagi else "meja:tanggapi_daftar")
        status = 409
    elif not rules.has_perm("laporan.tanggapi", oleh, hal):
        _pastikan_berkaitan(request, hal)
        form = None
    konteks = {"form": form, **_konteks(request, hal)}
    return render(request, "meja/tanggapi.html", konteks, status=status)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tanggapan_perbaiki(request: HttpRequest, pk: int) -> HttpResponse:
    """Put other words in the place of an answer of one's own office."""
    milik = _tanggapan(request, pk, "laporan.perbaiki_tanggapan")
    form = PerbaikiTanggapanForm(draf.isian(request), tanggapan=milik)

    def lakukan() -> None:
        isi = {nama: form.cleaned_data[nama] for nama in ("isi", "alasan", "kunci")}
        layanan.perbaiki(tanggapan=milik, oleh=petugas(request), **isi)

    if jadi(request, form, lakukan, "Tanggapannya sudah diperbaiki. Yang lama tetap terbaca."):
        return redirect(milik.hal)
    konteks = {"form": form, "hal": milik.hal}
    return render(request, "meja/tanggapan_perbaiki.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tanggapan_tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Black out words of an answer, or take it back as a whole."""
    milik = _tanggapan(request, pk, "laporan.tarik_tanggapan")
    baris = tulisan_tanggapan(milik.hal, kecamatan=milik.kecamatan)
    tulisan = tuple(isi for _, kolom in baris for isi in kolom.values() if isi)
    form = KataForm(draf.isian(request), tulisan=tulisan)

    def lakukan(data: dict[str, Any]) -> None:
        isi = {nama: data[nama] for nama in ("kata", "alasan")}
        layanan.tarik(tanggapan=milik, oleh=petugas(request), **isi)

    konteks = {
        "judul": "Tutup atau tarik tanggapan",
        "sebagian": False,
        "induk": (reverse("meja:tanggapi_daftar"), "Tanggapan"),
        "hal": str(milik.hal),
        "tulisan": "\n\n".join(tulisan),
        "akibat": "Kalau ditarik seluruhnya, yang ditanggapi menunggu tanggapan lagi sejak "
        "tenggatnya semula.",
    }
    return tarik(request, milik.hal, form, lakukan, konteks)


def _hal(jenis: str, pk: int) -> Any:
    """Return what is answered: everybody reads it (else 404)."""
    return get_object_or_404(dengan_hal(JENIS[jenis].objects.umum()), pk=pk)


def _pastikan_berkaitan(request: HttpRequest, hal: Any) -> None:
    """Let the kampung that is concerned and the kecamatan see whose turn it is; 403 for others."""
    oleh = petugas(request)
    if not (oleh.is_staff or oleh.kampung_id == hal.kampung_penanggap):
        raise PermissionDenied


def _konteks(request: HttpRequest, hal: Any) -> dict[str, Any]:
    """Return what the page shows of it: its words, photos that this person may see, and answers."""
    kampung = kampung_hal(hal)
    semua, muat = ditarik(hal), FOTO[hal.jenis_jejak]
    belum = BelumPuas.objects.filter(**{hal.jenis_jejak: hal}).first()
    jawaban = list(hal.tanggapan.all())
    return {
        "hal": hal,
        "kata": hal.isi_kini,
        "foto": muat(request, hal),
        "keadaan": keadaan(hal, kampung),
        "percakapan": percakapan(hal, kampung, semua, jawaban, belum),
        "belum_tertutup": belum.isi if belum and belum.tertutup and request.user.is_staff else "",
    }


def _foto_cek(request: HttpRequest, hal: Any) -> list[Any]:
    """Return the photos of a check that this person may see: the kecamatan all of them."""
    if request.user.is_staff or hal.boleh_publik():
        return [satu.berkas for satu in hal.foto.select_related("berkas")]
    return []


def _lampiran(request: HttpRequest, hal: Any) -> list[Any]:
    return [satu.berkas for satu in hal.lampiran.tampil().select_related("berkas")]


FOTO: dict[str, Callable[[HttpRequest, Any], list[Any]]] = {
    "cek": _foto_cek,
    "catatan": _lampiran,
}


def _tanggapan(request: HttpRequest, pk: int, hak: str) -> Tanggapan:
    """Return an answer that stands (else 404), on which this person has the right `hak`."""
    kait = ("cek__proyek__kampung", "catatan__kampung", "catatan__proyek")
    milik = get_object_or_404(Tanggapan.objects.berlaku().select_related(*kait), pk=pk)
    if not rules.has_perm(hak, request.user, milik):
        raise PermissionDenied
    return milik
