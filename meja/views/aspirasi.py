"""One kiriman on a desk, and what is done with it."""

from typing import Any
from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.models import Aspirasi
from aspirasi.services.kontak import baca_pengirim
from core.formulir import draf
from core.galat import TidakBisa
from meja import antrean, templat
from meja.forms import TindakanForm
from meja.rincian import isi_halaman, isi_tindakan, isian, terbaca
from meja.tindakan import TINDAKAN
from meja.tindakan_dasar import LEWAT
from meja.views.gerbang import buka_meja, petugas
from warga.rules import adalah_kecamatan


@require_safe
@buka_meja
def rincian(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """One kiriman: what there is to read of it, and what this person may do now."""
    konteks = isi_halaman(_muat(request, acuan), petugas(request))
    return render(request, "meja/aspirasi_rincian.html", konteks | {"ekor": _ekor(request)})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tindakan(request: HttpRequest, acuan: UUID, nama: str) -> HttpResponse:
    """Fill in and do one act of `TINDAKAN`; what was typed stays when it cannot be done."""
    if nama not in TINDAKAN:
        raise Http404
    t, aspirasi, oleh = TINDAKAN[nama], _muat(request, acuan), petugas(request)
    if not t.boleh(aspirasi, oleh):
        raise PermissionDenied
    if request.method != "POST":
        return _buka(request, aspirasi, nama)
    if "templat" in request.POST:
        return _dengan_templat(request, aspirasi, nama, request.POST)
    form = isian(nama, aspirasi, oleh, request.POST, request.FILES)
    if not form.is_valid():
        return _halaman_tindakan(request, aspirasi, nama, form)
    try:
        t.jalan(aspirasi, form.cleaned_data, oleh)
    except TidakBisa as galat:
        form.add_error(None, galat.pesan)
        return _halaman_tindakan(request, _muat(request, acuan), nama, form, status=409)
    return _kembali(request, aspirasi, form.kabar() or t.pesan)


def _buka(request: HttpRequest, aspirasi: Aspirasi, nama: str) -> HttpResponse:
    """Show the form: empty, or with the words that were sent after the session had ended."""
    if isi := draf.ambil_isian(request):
        form = isian(nama, aspirasi, petugas(request), isi)
        return _halaman_tindakan(request, aspirasi, nama, form)
    if not TINDAKAN[nama].mungkin(aspirasi, petugas(request)):
        messages.info(request, LEWAT)
        return _ke_rincian(request, aspirasi.acuan)
    return _dengan_templat(request, aspirasi, nama)


def _dengan_templat(
    request: HttpRequest, aspirasi: Aspirasi, nama: str, diketik: Any | None = None
) -> HttpResponse:
    """Show what was typed, with the ready sentence of `templat` under it; nothing is sent."""
    nomor = (request.GET if diketik is None else diketik).get("templat")
    form, siap = isian(nama, aspirasi, petugas(request)), templat.pilih(nama, nomor)
    form.initial = templat.awal(form, diketik, siap)
    if siap:
        form.fields[form.bidang_templat].widget.attrs["autofocus"] = True
    return _halaman_tindakan(request, aspirasi, nama, form)


def _kembali(request: HttpRequest, aspirasi: Aspirasi, pesan: str) -> HttpResponse:
    """Back to it, or to the desk when it left this person's sight by what they did; who works
    through a queue is led on to the next of it."""
    messages.success(request, _dengan_berikutnya(request, aspirasi, pesan))
    if Aspirasi.objects.untuk_meja(request.user).filter(pk=aspirasi.pk).exists():
        return _ke_rincian(request, aspirasi.acuan)
    return redirect("meja:beranda")


def _dengan_berikutnya(request: HttpRequest, aspirasi: Aspirasi, pesan: str) -> str:
    """The message, and what comes next in the queue; it names nothing of the next kiriman,
    since messages may travel in a cookie."""
    if not (ekor := _ekor(request)):
        return pesan
    acuan = antrean.berikutnya(request.GET["antrean"], petugas(request), selain=aspirasi)
    if acuan is None:
        return f"{pesan} Antreannya sudah habis."
    alamat = reverse("meja:aspirasi_rincian", args=[acuan]) + ekor
    tautan = format_html('<a href="{}">Kiriman berikutnya dalam antrean →</a>', alamat)
    return format_html("{} {}", pesan, tautan)


def _ekor(request: HttpRequest) -> str:
    return antrean.ekor(request.GET.get("antrean", ""))


def _ke_rincian(request: HttpRequest, acuan: UUID) -> HttpResponse:
    return redirect(reverse("meja:aspirasi_rincian", args=[acuan]) + _ekor(request))


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def identitas(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show who sent it, once, on this answer only. The sender sees that it was read."""
    meja, oleh = Aspirasi.objects.untuk_meja(request.user), petugas(request)
    aspirasi = get_object_or_404(meja.select_related("kampung", "pengirim"), acuan=acuan)
    if request.method != "POST":
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    if not rules.has_perm("aspirasi.baca_pengirim", oleh, aspirasi):
        raise PermissionDenied
    konteks = {
        "aspirasi": aspirasi,
        "pengirim": baca_pengirim(aspirasi=aspirasi, oleh=oleh),
        # The kampung learns the name alone, and only when the sender ticked it.
        "lihat_kontak": adalah_kecamatan(oleh),
        "boleh_pin": rules.has_perm("aspirasi.ganti_pin", oleh, aspirasi),
    }
    return render(request, "meja/identitas.html", konteks)


def _muat(request: HttpRequest, acuan: UUID) -> Aspirasi:
    """Return what is on this person's desk; 404 for the rest, whether it exists or not."""
    return get_object_or_404(terbaca(petugas(request)), acuan=acuan)


def _halaman_tindakan(
    request: HttpRequest, aspirasi: Aspirasi, nama: str, form: TindakanForm, status: int = 200
) -> HttpResponse:
    konteks = isi_tindakan(aspirasi, petugas(request), nama, form) | {"ekor": _ekor(request)}
    return render(request, "meja/aspirasi_tindakan.html", konteks, status=status)
