"""/laporan/penerbit/: the kakam says who publishes the reports of the kampung."""

import rules
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.formulir.jadi import jadi
from laporan.bacaan.penerbit import jawaban
from laporan.bacaan.penerbit import penerbit as penerbit_kampung
from laporan.forms.penerbit import PenerbitForm
from laporan.services.penerbit import tetapkan_penerbit
from warga.models import Pengguna
from warga.pengaman import butuh_pengaman
from warga.rules import adalah_aparat
from warga.views.bantu import pengguna_masuk

TERSIMPAN = "Sudah disimpan. Orang yang ditunjuk, dan yang tidak lagi, sudah diberi tahu."
SEMUA = 50


@never_cache
@butuh_pengaman()
@require_http_methods(["GET", "POST"])
def penerbit(request: HttpRequest) -> HttpResponse:
    """Show the aparat of a kampung who publishes; its kakam says so here."""
    oleh = pengguna_masuk(request)
    if not adalah_aparat(oleh) or oleh.kampung is None:
        raise Http404
    if not rules.has_perm("laporan.tunjuk_penerbit", oleh):
        return _halaman(request, oleh, None)
    kampung = oleh.kampung
    form = PenerbitForm(request.POST if request.method == "POST" else None, oleh=oleh)

    def lakukan() -> None:
        tetapkan_penerbit(kampung=kampung, orang=form.dipilih(), oleh=oleh)

    if jadi(request, form, lakukan, TERSIMPAN):
        return redirect("laporan:penerbit")
    return _halaman(request, oleh, form)


def _halaman(request: HttpRequest, oleh: Pengguna, form: PenerbitForm | None) -> HttpResponse:
    konteks = {
        "form": form,
        "jawaban": jawaban(oleh.kampung_id),
        "penerbit": penerbit_kampung(oleh.kampung_id).order_by("-kepala", "nama")[:SEMUA],
    }
    return render(request, "laporan/penerbit.html", konteks)
