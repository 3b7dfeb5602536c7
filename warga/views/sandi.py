"""Password codes at the kecamatan: one person asks, another decides, the first opens it once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from core.formulir.jadi import coba
from core.galat import TidakBisa
from warga import services
from warga.forms.kode import FormCariOrang, FormMintaSandi, FormPutusan
from warga.models import Pengguna, PermintaanSandi
from warga.views.bantu import pengguna_berizin

MINTA, PUTUSKAN = "warga.minta_sandi", "warga.putuskan_sandi"


@never_cache
def daftar(request: HttpRequest) -> HttpResponse:
    """Show requests that wait for this person, and find an account by its exact contact.

    The contact is posted, because addresses end up in logs.
    """
    petugas = pengguna_berizin(request, MINTA)
    form = FormCariOrang(request.POST or None)
    orang = None
    if request.method == "POST" and form.is_valid():
        ditemukan = Pengguna.objects.berkontak(form.cleaned_data["kontak"])
        orang = [o for o in ditemukan if petugas.has_perm(MINTA, o)]
    return _tampil(request, petugas, form, orang, FormMintaSandi())


@never_cache
@require_POST
def minta(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a code. The contact is needed as well: by their numbers alone all accounts could be
    tried."""
    petugas = pengguna_berizin(request, MINTA)
    cari = FormCariOrang(request.POST)
    kontak = cari.cleaned_data["kontak"] if cari.is_valid() else ""
    orang = Pengguna.objects.berkontak(kontak).filter(pk=pk).first()
    if orang is None or not petugas.has_perm(MINTA, orang):
        raise Http404
    form = FormMintaSandi(request.POST)
    if not form.is_valid():
        return _tampil(request, petugas, cari, [orang], form)
    alasan = form.cleaned_data["alasan"]
    baris = coba(form, lambda: services.minta_sandi(pengguna=orang, oleh=petugas, alasan=alasan))
    if baris is None:
        return _tampil(request, petugas, cari, [orang], form)
    messages.success(request, "Permintaan sudah diajukan. Sekarang rekan Anda yang memutuskannya.")
    return redirect("kode:permintaan", baris.pk)


@never_cache
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one request: to be decided, to be opened, or just its state."""
    petugas, baris = _muat(request, pk)
    return _tampil_satu(request, petugas, baris, FormPutusan())


@never_cache
@require_POST
def putuskan(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve or refuse."""
    petugas, baris = _muat(request, pk)
    if not petugas.has_perm(PUTUSKAN, baris):
        raise Http404
    form = FormPutusan(request.POST)
    if not form.is_valid():
        return _tampil_satu(request, petugas, baris, form)
    try:
        services.putuskan_sandi(
            permintaan=baris, oleh=petugas, setuju=form.setuju, alasan=form.cleaned_data["alasan"]
        )
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Putusan Anda sudah disimpan.")
    return redirect("kode:permintaan", pk)


@never_cache
@require_POST
def buka(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the code and show the sheet once."""
    petugas, baris = _muat(request, pk)
    if not petugas.has_perm(MINTA, baris.pengguna):
        raise Http404
    try:
        kode, teks = services.buka_sandi(permintaan=baris, oleh=petugas)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return redirect("kode:permintaan", pk)
    isi = {"baris": kode, "kode": teks, "untuk": baris.pengguna.nama}
    return render(request, "warga/lembar_kode.html", isi)


@never_cache
@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own request back."""
    petugas, baris = _muat(request, pk)
    try:
        services.tarik_sandi(permintaan=baris, oleh=petugas)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Permintaan sudah ditarik.")
    return redirect("kode:sandi")


def _muat(request: HttpRequest, pk: int) -> tuple[Pengguna, PermintaanSandi]:
    """Load a request of this person, or one that this person decides or has decided; else 404."""
    petugas = pengguna_berizin(request, MINTA)
    baris = PermintaanSandi.objects.select_related("pengguna__kampung").filter(pk=pk).first()
    if baris is None:
        raise Http404
    sendiri = petugas.pk in (baris.diminta_oleh_id, baris.diputus_oleh_id)
    if not sendiri and not petugas.has_perm(PUTUSKAN, baris):
        raise Http404
    return petugas, baris


def _tampil(
    request: HttpRequest,
    petugas: Pengguna,
    form: FormCariOrang,
    orang: list[Pengguna] | None,
    form_minta: FormMintaSandi,
) -> HttpResponse:
    semua = PermintaanSandi.objects.select_related("pengguna")
    isi: dict[str, Any] = {
        "form": form,
        "orang": orang,
        "form_minta": form_minta,
        "kontak": form.cleaned_data.get("kontak", "") if form.is_bound else "",
        "untuk_diputus": semua.untuk_diputus(petugas),
        "milik_saya": semua.hidup().filter(diminta_oleh_id=petugas.pk),
    }
    return render(request, "warga/minta_sandi.html", isi)


def _tampil_satu(
    request: HttpRequest, petugas: Pengguna, baris: PermintaanSandi, form: FormPutusan
) -> HttpResponse:
    nama = Pengguna.objects.in_bulk([baris.diminta_oleh_id, baris.diputus_oleh_id or 0])
    isi = {
        "baris": baris,
        "peminta": nama.get(baris.diminta_oleh_id),
        "pemutus": nama.get(baris.diputus_oleh_id or 0),
        "boleh_putuskan": baris.masih_menunggu and petugas.has_perm(PUTUSKAN, baris),
        "milik_saya": baris.diminta_oleh_id == petugas.pk,
        "form": form,
    }
    return render(request, "warga/permintaan_sandi.html", isi)
