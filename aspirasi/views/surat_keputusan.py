"""Acts on a decision that stands: scans, the word of its kakam, words taken back. The first two may
open one that waited, and then the senders of objections are told."""

from functools import partial
from typing import Any

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from aspirasi.services.keberatan import dengan_keberatan
from aspirasi.services.penarikan_keputusan import hitamkan_keputusan
from core.formulir import draf
from core.formulir.jadi import bisa, jadi
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa
from core.moderasi.forms import DIHITAMKAN, FOTO_MASIH_ADA, MASIH_ADA, KataForm
from proyek.forms.surat import PindaianKeputusanForm, SanggahForm, TarikPindaianForm
from proyek.models import Keputusan, PindaianKeputusan
from proyek.services import pindaian as layanan
from proyek.services import sikap as layanan_sikap
from proyek.services.penarikan_keputusan import tulisan_tampil
from proyek.views.muat import sudah_dibuat
from warga.views.bantu import pengguna_masuk

TERSIMPAN = "Pindaian sudah diunggah. Siapa pun yang dapat membaca keputusan ini dapat membukanya."
DITARIK = "Pindaian itu sudah ditarik dari umum. Alasannya tampil di tempatnya."
DIBENARKAN = "Terima kasih. Keputusan ini dibenarkan dan terbuka untuk umum."
DISANGGAH = "Sanggahan Anda tercatat. Kecamatan melihatnya di meja kerja."


def muat_keputusan(request: HttpRequest, nomor: str, hak: str) -> Keputusan:
    """Return a decision that this person may read (else 404) on which they have the right `hak`
    (else 403)."""
    terbaca = Keputusan.objects.visible_to(request.user).select_related(
        "kampung", "proyek", "sikap"
    )
    keputusan: Keputusan = get_object_or_404(terbaca, nomor=nomor.replace("\0", ""))
    if not rules.has_perm(hak, request.user, keputusan):
        raise PermissionDenied
    return keputusan


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def pindaian(request: HttpRequest, nomor: str) -> HttpResponse:
    """/keputusan/<nomor>/pindaian/"""
    keputusan = muat_keputusan(request, nomor, "proyek.urus_pindaian")
    if sudah_dibuat(keputusan.pindaian.all(), request):
        return redirect(keputusan)
    data, berkas = _kiriman(request)
    form = PindaianKeputusanForm(data, berkas, oleh=pengguna_masuk(request))
    if _unggah(request, keputusan, form):
        return redirect(keputusan)
    konteks = {"keputusan": keputusan, "form": form}
    return render(request, "keputusan/pindaian.html", konteks)


def _unggah(request: HttpRequest, keputusan: Keputusan, form: PindaianKeputusanForm) -> bool:
    """Add it once, however often the form is sent. Return False when it cannot be added."""
    oleh = pengguna_masuk(request)

    def buat(sidik: str) -> PindaianKeputusan:
        baru: Any = form.save(commit=False)
        baru.keputusan, baru.berkas, baru.kunci_sekali = keputusan, form.dokumen, sidik
        return dengan_keberatan(
            keputusan=keputusan,
            oleh=oleh,
            lakukan=lambda: layanan.unggah(pindaian=baru, oleh=oleh),
        )

    def unggah() -> None:
        satu_kali(keputusan.pindaian.all(), form.cleaned_data["kunci"], buat)

    return jadi(request, form, unggah, TERSIMPAN)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def pindaian_ubah(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """/keputusan/<nomor>/pindaian/<…>/: take a scan down, with or without another in its place."""
    keputusan = muat_keputusan(request, nomor, "proyek.tarik_keputusan")
    satu = get_object_or_404(keputusan.pindaian.select_related("berkas"), pk=pk)
    if satu.ditarik_pada:
        messages.info(request, layanan.SUDAH)
        return redirect(keputusan)
    oleh, (data, berkas) = pengguna_masuk(request), _kiriman(request)
    mengganti = rules.has_perm("proyek.urus_pindaian", oleh, keputusan)
    form = TarikPindaianForm(data, berkas, oleh=oleh, mengganti=mengganti)

    def tarik() -> None:
        isi = {"alasan": form.cleaned_data["alasan"], "pengganti": form.dokumen}
        layanan.tarik_pindaian(pindaian=satu, oleh=oleh, **isi)

    if jadi(request, form, tarik, DITARIK):
        return redirect(keputusan)
    konteks = {"keputusan": keputusan, "pindaian": satu, "form": form, "masih_ada": FOTO_MASIH_ADA}
    return render(request, "keputusan/pindaian_ubah.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def sikap(request: HttpRequest, nomor: str) -> HttpResponse:
    """/keputusan/<nomor>/sikap/: the kakam says yes or no."""
    keputusan = muat_keputusan(request, nomor, "proyek.sikapi_keputusan")
    oleh, benar = pengguna_masuk(request), request.POST.get("kata") == "benar"
    data = draf.isian(request)
    form = SanggahForm(None if benar else data)
    if request.method == "POST" and (benar or form.is_valid()):

        def lakukan() -> Keputusan:
            if benar:
                return layanan_sikap.benarkan(keputusan=keputusan, oleh=oleh)
            alasan = form.cleaned_data["alasan"]
            return layanan_sikap.sanggah(keputusan=keputusan, alasan=alasan, oleh=oleh)

        bersama = partial(dengan_keberatan, keputusan=keputusan, oleh=oleh, lakukan=lakukan)
        if _coba(request, form, bersama):
            messages.success(request, DIBENARKAN if benar else DISANGGAH)
            return redirect(keputusan)
    return render(request, "keputusan/sikap.html", {"keputusan": keputusan, "form": form})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tarik(request: HttpRequest, nomor: str) -> HttpResponse:
    """/keputusan/<nomor>/tarik/: black out words of a decision."""
    keputusan = muat_keputusan(request, nomor, "proyek.tarik_keputusan")
    pertimbangan = keputusan.pertimbangan.values_list("isi", flat=True)
    tulisan = (*tulisan_tampil(keputusan).values(), *pertimbangan)
    data, oleh = _kiriman(request)[0], pengguna_masuk(request)
    form = KataForm(data, tulisan=tulisan, utuh=False)

    def hitamkan() -> None:
        isi = {"kata": form.cleaned_data["kata"], "alasan": form.cleaned_data["alasan"]}
        hitamkan_keputusan(keputusan=keputusan, oleh=oleh, **isi)

    if jadi(request, form, hitamkan, DIHITAMKAN):
        return redirect(keputusan)
    konteks = {"keputusan": keputusan, "form": form, "masih_ada": MASIH_ADA}
    return render(request, "keputusan/tarik.html", konteks)


def _kiriman(request: HttpRequest) -> tuple[Any, Any]:
    if request.method == "POST":
        return request.POST, request.FILES
    return draf.ambil_isian(request), None


def _coba(request: HttpRequest, form: Any, lakukan: Any) -> bool:
    """Do it, and return whether it was done. A refusal stands in the form, or above the page where
    the form was not sent."""
    if form.is_bound:
        return bisa(form, lakukan)
    try:
        lakukan()
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return False
    return True
