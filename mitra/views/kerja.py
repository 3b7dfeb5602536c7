"""The pages on which gotong royong is written down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from mitra.forms.urus import AlasanForm, KerjaForm
from mitra.models import KerjaBakti
from mitra.services import kerja as layanan
from mitra.views.kebutuhan import alamat_kampung
from mitra.views.muat import isian, kampung_untuk, pastikan
from warga.views.bantu import pengguna_masuk

CATAT = "mitra.catat_kerja"


@draf.menyimpan_draf_kecuali("titipan")
@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest, kampung: str) -> HttpResponse:
    """/mitra/kampung/<kampung>/kerja/"""
    milik, oleh = kampung_untuk(request, kampung, CATAT), pengguna_masuk(request)
    form = KerjaForm(
        draf.isian(request), request.FILES or None, oleh=oleh, kampung=milik, lama=None
    )

    def buat(sidik: str) -> KerjaBakti:
        baris = KerjaBakti(kampung=milik, foto=form.dokumen, **form.isi())
        return layanan.catat_kerja(kerja=baris, oleh=oleh, kunci_sekali=sidik)

    def lakukan() -> None:
        satu_kali(KerjaBakti.objects.filter(kampung=milik), form.cleaned_data["kunci"], buat)

    if jadi(request, form, lakukan, "Gotong royongnya sudah dicatat."):
        return redirect(alamat_kampung(milik))
    return isian(request, form, "Catat gotong royong", alamat_kampung(milik), berkas=True)


@draf.menyimpan_draf_kecuali("titipan")
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """/mitra/kerja/<pk>/ubah/"""
    baris, oleh = _muat(request, pk), pengguna_masuk(request)
    form = KerjaForm(draf.isian(request), oleh=oleh, kampung=baris.kampung, lama=baris)

    def lakukan() -> None:
        alasan = form.cleaned_data["alasan"]
        layanan.betulkan_kerja(kerja=baris, isi=form.isi(), alasan=alasan, oleh=oleh)

    if jadi(request, form, lakukan, "Catatannya sudah dibetulkan."):
        return redirect(alamat_kampung(baris.kampung))
    return isian(request, form, "Betulkan gotong royong", alamat_kampung(baris.kampung))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """/mitra/kerja/<pk>/cabut/"""
    baris = _muat(request, pk)
    form = AlasanForm(draf.isian(request))

    def lakukan() -> None:
        alasan, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        layanan.cabut_kerja(kerja=baris, alasan=alasan, oleh=oleh)

    if jadi(request, form, lakukan, "Catatannya sudah dicabut."):
        return redirect(alamat_kampung(baris.kampung))
    return isian(request, form, "Cabut catatan gotong royong", alamat_kampung(baris.kampung))


def _muat(request: HttpRequest, pk: int) -> KerjaBakti:
    semua = KerjaBakti.objects.berlaku().select_related("kampung")
    baris = get_object_or_404(semua, pk=pk)
    pastikan(request, CATAT, baris)
    return baris
