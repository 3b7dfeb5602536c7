"""Hand out printed codes, in person (under /kerja/)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.galat import TidakBisa
from warga import services
from warga.forms.kode import FormBeriKode, FormCariOrang
from warga.models import Pengguna
from warga.views.bantu import pengguna_masuk

IZIN = "warga.beri_kode"


@never_cache
def cari(request: HttpRequest) -> HttpResponse:
    """Find a person by exact contact. The contact is posted: addresses end up in logs."""
    petugas = _petugas(request)
    form = FormCariOrang(request.POST or None)
    orang = None
    if request.method == "POST" and form.is_valid():
        ditemukan = Pengguna.objects.berkontak(form.cleaned_data["kontak"])
        orang = [o for o in ditemukan if petugas.has_perm(IZIN, o)]
    isi = {"form": form, "orang": orang, "form_kode": FormBeriKode(), "kontak": _kontak(form)}
    return render(request, "warga/beri_kode.html", isi)


@never_cache
@require_POST
def beri(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the code and show the sheet, once.

    The contact comes along: by their numbers alone all accounts could be tried.
    """
    petugas = _petugas(request)
    kontak = _kontak(FormCariOrang(request.POST))
    orang = Pengguna.objects.berkontak(kontak).filter(pk=pk).first()
    if orang is None or not petugas.has_perm(IZIN, orang):
        raise Http404
    form = FormBeriKode(request.POST)
    if not form.is_valid():
        isi = {"form": form, "orang": [orang], "form_kode": form, "kontak": kontak}
        return render(request, "warga/beri_kode.html", isi)
    try:
        baris, teks = services.beri_kode(
            pengguna=orang, tujuan=form.cleaned_data["tujuan"], oleh=petugas
        )
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return redirect("kode:cari")
    return render(request, "warga/lembar_kode.html", {"baris": baris, "kode": teks})


def _kontak(form: FormCariOrang) -> str:
    return form.cleaned_data["kontak"] if form.is_bound and form.is_valid() else ""


def _petugas(request: HttpRequest) -> Pengguna:
    petugas = pengguna_masuk(request)
    if not petugas.has_perm(IZIN):
        raise PermissionDenied
    return petugas
