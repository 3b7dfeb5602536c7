"""Handing a draft on to whoever publishes, taking it again, and sending it back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from core.formulir.draf import isian, menyimpan_draf
from core.formulir.jadi import jadi, tekan
from laporan.forms.serah import KembalikanForm
from laporan.services import serah
from laporan.views.draf import kembali, muat_draf
from warga.views.bantu import pengguna_masuk

DIKIRIM = "Draf sudah dikirim. Yang menerbitkan sudah diberi tahu."
DIAMBIL = "Draf ini dapat diubah lagi. Kirim lagi bila sudah selesai."
DIKEMBALIKAN = "Draf sudah dikembalikan. Catatan Anda terbaca di halaman ini."


@require_POST
def kirim(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/draf/<pk>/kirim/: put it on the desk of whoever publishes."""
    return _lakukan(request, pk, serah.kirim_draf, DIKIRIM)


@require_POST
def ambil(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/draf/<pk>/ambil/: take it back to go on writing."""
    return _lakukan(request, pk, serah.ambil_draf, DIAMBIL)


def _lakukan(
    request: HttpRequest, pk: int, layanan: Callable[..., object], pesan: str
) -> HttpResponse:
    laporan = muat_draf(request, pk, "laporan.serahkan")
    if laporan.nomor:
        return redirect(laporan)
    tekan(request, lambda: layanan(laporan=laporan, oleh=pengguna_masuk(request)), pesan)
    return kembali(laporan)


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/draf/<pk>/kembalikan/: send it back to its writer with a sentence."""
    laporan = muat_draf(request, pk, "laporan.terbitkan")
    if laporan.nomor:
        return redirect(laporan)
    form = KembalikanForm(isian(request))

    def lakukan() -> None:
        catatan = form.cleaned_data["catatan"]
        serah.kembalikan_draf(laporan=laporan, catatan=catatan, oleh=pengguna_masuk(request))

    if jadi(request, form, lakukan, DIKEMBALIKAN):
        return redirect("laporan:draf", pk)
    return render(request, "laporan/kembalikan.html", {"laporan": laporan, "form": form})
