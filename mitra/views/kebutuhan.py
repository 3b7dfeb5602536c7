"""The pages on which an office says what its kampung needs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from mitra.forms.urus import BentukKebutuhan, TutupForm
from mitra.models import Kebutuhan
from mitra.services import kebutuhan as layanan
from mitra.views.muat import isian, kampung_untuk, pastikan
from warga.models import Kampung
from warga.views.bantu import pengguna_masuk

URUS = "mitra.urus_kebutuhan"


def alamat_kampung(kampung: Kampung) -> str:
    """Return the page of help for a kampung."""
    return reverse("mitra:kampung", args=[kampung.slug])


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest, kampung: str) -> HttpResponse:
    """/mitra/kampung/<kampung>/butuh/"""
    milik, oleh = kampung_untuk(request, kampung, URUS), pengguna_masuk(request)
    form = BentukKebutuhan(draf.isian(request), kampung=milik, lama=None)

    def buat(sidik: str) -> Kebutuhan:
        baris = Kebutuhan(kampung=milik, **form.isi())
        return layanan.catat_kebutuhan(kebutuhan=baris, oleh=oleh, kunci_sekali=sidik)

    def lakukan() -> None:
        satu_kali(Kebutuhan.objects.filter(kampung=milik), form.cleaned_data["kunci"], buat)

    if jadi(request, form, lakukan, "Kebutuhannya tampil untuk umum."):
        return redirect(alamat_kampung(milik))
    return isian(request, form, "Tulis kebutuhan kampung", alamat_kampung(milik), uang=True)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """/mitra/kebutuhan/<pk>/ubah/"""
    baris = _muat(request, pk)
    form = BentukKebutuhan(draf.isian(request), kampung=baris.kampung, lama=baris)

    def lakukan() -> None:
        alasan, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        layanan.betulkan_kebutuhan(kebutuhan=baris, isi=form.isi(), alasan=alasan, oleh=oleh)

    if jadi(request, form, lakukan, "Kebutuhannya sudah dibetulkan."):
        return redirect(alamat_kampung(baris.kampung))
    return isian(request, form, "Betulkan kebutuhan", alamat_kampung(baris.kampung))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tutup(request: HttpRequest, pk: int) -> HttpResponse:
    """/mitra/kebutuhan/<pk>/tutup/"""
    baris = _muat(request, pk)
    form = TutupForm(draf.isian(request))

    def lakukan() -> None:
        hasil, oleh = form.cleaned_data["hasil"], pengguna_masuk(request)
        layanan.tutup_kebutuhan(kebutuhan=baris, hasil=hasil, oleh=oleh)

    if jadi(request, form, lakukan, "Kebutuhannya sudah ditutup."):
        return redirect(alamat_kampung(baris.kampung))
    return isian(request, form, "Tutup kebutuhan", alamat_kampung(baris.kampung))


def _muat(request: HttpRequest, pk: int) -> Kebutuhan:
    baris = get_object_or_404(Kebutuhan.objects.select_related("kampung"), pk=pk)
    pastikan(request, URUS, baris)
    return baris
