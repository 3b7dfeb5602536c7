"""The readers of secrets: requests to be decided, the present readers, and the latest changes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from core.formulir.jadi import jadi
from core.galat import TidakBisa
from warga import services
from warga.forms.kode import FormPutusan
from warga.models import Pengguna, PermintaanPembaca, PerubahanPembaca
from warga.views.bantu import pengguna_berizin

LIHAT, PUTUSKAN = "warga.lihat_pembaca", "warga.putuskan_pembaca"
PERUBAHAN_TERBANYAK = 50


@never_cache
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Show requests that wait for this person, the present readers, and the latest changes."""
    petugas = pengguna_berizin(request, LIHAT)
    semua = PermintaanPembaca.objects.select_related("pengguna")
    perubahan = PerubahanPembaca.objects.select_related("pengguna", "oleh")
    isi = {
        "untuk_diputus": semua.untuk_diputus(petugas),
        "milik_saya": semua.hidup().filter(diminta_oleh_id=petugas.pk),
        "pembaca": Pengguna.objects.pembaca().untuk_sesi(),
        "perubahan": perubahan[:PERUBAHAN_TERBANYAK],
    }
    return render(request, "warga/pembaca.html", isi)


@never_cache
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one request, and decide it if it waits for this person."""
    petugas, baris = _muat(request, pk)
    boleh = baris.masih_menunggu and petugas.has_perm(PUTUSKAN, baris)
    form = FormPutusan(request.POST or None)
    if request.method == "POST" and not boleh:
        messages.error(request, "Permintaan ini sudah diputuskan, atau bukan untuk Anda putuskan.")
        return redirect("kode:pembaca")
    if _putuskan(request, petugas, baris, form):
        return redirect("kode:pembaca")
    peminta = Pengguna.objects.filter(pk=baris.diminta_oleh_id).first()
    isi = {"baris": baris, "peminta": peminta, "boleh_putuskan": boleh, "form": form}
    isi["milik_saya"] = baris.diminta_oleh_id == petugas.pk
    return render(request, "warga/permintaan_pembaca.html", isi)


def _putuskan(
    request: HttpRequest, petugas: Pengguna, baris: PermintaanPembaca, form: FormPutusan
) -> bool:
    def putuskan() -> None:
        services.putuskan_pembaca(
            permintaan=baris, oleh=petugas, setuju=form.setuju, alasan=form.cleaned_data["alasan"]
        )

    return jadi(request, form, putuskan, "Putusan Anda sudah disimpan.")


@never_cache
@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own request back."""
    petugas, baris = _muat(request, pk)
    try:
        services.tarik_pembaca(permintaan=baris, oleh=petugas)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Permintaan sudah ditarik.")
    return redirect("kode:pembaca")


def _muat(request: HttpRequest, pk: int) -> tuple[Pengguna, PermintaanPembaca]:
    """Load a request for people who may see the readers of secrets; else 404."""
    petugas = pengguna_berizin(request, LIHAT)
    baris = PermintaanPembaca.objects.select_related("pengguna").filter(pk=pk).first()
    if baris is None:
        raise Http404
    return petugas, baris
