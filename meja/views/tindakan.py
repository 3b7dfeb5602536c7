"""The acts on one kiriman: each has a page of its own."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from aspirasi.models import Aspirasi
from aspirasi.services.foto_titipan import TITIPAN
from core.formulir import draf
from core.formulir.jadi import bisa
from meja import antrean, templat
from meja.rincian import isi_tindakan
from meja.tindakan.dasar import LEWAT, TindakanForm
from meja.tindakan.semua import TINDAKAN
from meja.views.aspirasi import ekor, muat
from meja.views.gerbang import buka_meja, petugas


@draf.menyimpan_draf
@draf.menyimpan_foto(TITIPAN)
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tindakan(request: HttpRequest, acuan: UUID, nama: str) -> HttpResponse:
    """Fill in and do one act of `TINDAKAN`. Typed words stay when it cannot be done."""
    if nama not in TINDAKAN:
        raise Http404
    t, aspirasi, oleh = TINDAKAN[nama], muat(request, acuan), petugas(request)
    if not t.boleh(aspirasi, oleh):
        raise PermissionDenied
    if request.method != "POST":
        return _buka(request, t, aspirasi)
    if "templat" in request.POST:
        return _dengan_templat(request, t, aspirasi, request.POST)
    form = t(request.POST, request.FILES, aspirasi=aspirasi, oleh=oleh)
    return _lakukan(request, form) if form.is_valid() else _halaman(request, aspirasi, form)


def _buka(request: HttpRequest, t: type[TindakanForm], aspirasi: Aspirasi) -> HttpResponse:
    """Show the form: empty, or with the words that were sent after the session had ended."""
    if isi := draf.ambil_isian(request):
        form = t(isi, aspirasi=aspirasi, oleh=petugas(request))
        return _halaman(request, aspirasi, form)
    if not t.mungkin(aspirasi, petugas(request)):
        messages.info(request, LEWAT)
        return _ke_rincian(request, aspirasi)
    return _dengan_templat(request, t, aspirasi)


def _dengan_templat(
    request: HttpRequest,
    t: type[TindakanForm],
    aspirasi: Aspirasi,
    diketik: QueryDict | None = None,
) -> HttpResponse:
    """Show the typed words, with the ready sentence of `templat` under them. Nothing is sent."""
    nomor = (request.GET if diketik is None else diketik).get("templat")
    form, siap = t(aspirasi=aspirasi, oleh=petugas(request)), templat.pilih(t, nomor)
    form.initial = templat.awal(form, diketik, siap)
    if diketik is not None:
        form.bawa(diketik, request.FILES)
    if siap:
        form.fields[form.bidang_templat].widget.attrs["autofocus"] = True
    return _halaman(request, aspirasi, form)


def _lakukan(request: HttpRequest, form: TindakanForm) -> HttpResponse:
    """Do it, or say on its form, with the kiriman as it stands now, why it cannot be done."""
    if not bisa(form, form.lakukan):
        return _halaman(request, muat(request, form.aspirasi.acuan), form, status=409)
    return _kembali(request, form.aspirasi, form.kabar())


def _kembali(request: HttpRequest, aspirasi: Aspirasi, pesan: str) -> HttpResponse:
    """Return to the kiriman, or to the desk when the act took it out of this person's sight. A
    person who works through a queue is led on to the next kiriman in it."""
    messages.success(request, _dengan_berikutnya(request, aspirasi, pesan))
    if Aspirasi.objects.untuk_meja(request.user).filter(pk=aspirasi.pk).exists():
        return _ke_rincian(request, aspirasi)
    return redirect("meja:beranda")


def _dengan_berikutnya(request: HttpRequest, aspirasi: Aspirasi, pesan: str) -> str:
    """Return the message with the next kiriman of the queue. It names nothing of that kiriman,
    since messages may travel in a cookie."""
    if not (sambungan := ekor(request)):
        return pesan
    acuan = antrean.berikutnya(request.GET["antrean"], petugas(request), selain=aspirasi)
    if acuan is None:
        return f"{pesan} Antreannya sudah habis."
    alamat = reverse("meja:aspirasi_rincian", args=[acuan]) + sambungan
    tautan = format_html('<a href="{}">Kiriman berikutnya dalam antrean →</a>', alamat)
    return format_html("{} {}", pesan, tautan)


def _ke_rincian(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    return redirect(reverse("meja:aspirasi_rincian", args=[aspirasi.acuan]) + ekor(request))


def _halaman(
    request: HttpRequest, aspirasi: Aspirasi, form: TindakanForm, status: int = 200
) -> HttpResponse:
    konteks = isi_tindakan(aspirasi, petugas(request), form) | {"ekor": ekor(request)}
    return render(request, "meja/aspirasi_tindakan.html", konteks, status=status)
