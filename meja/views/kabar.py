"""Senders who are told by WhatsApp, and how senders judged in the end."""

from typing import Any
from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aspirasi.models import Aspirasi, Penilaian
from aspirasi.services.kontak import baca_pengirim
from aspirasi.services.pengabaran import (
    peristiwa_terakhir,
    tandai_dikabari,
    tautan_wa,
    teks_menunggu,
)
from aspirasi.services.penilaian import JAWABAN_PALING_SEDIKIT, ringkasan
from core.galat import TidakBisa
from meja.daftar.kantor import KABAR
from meja.daftar.sajian import sajikan
from meja.forms.kabar import DikabariForm
from meja.views.gerbang import buka_meja, petugas

TERCATAT = "Tercatat: pengirim sudah dikabari."
SISA = "Tercatat. Sesudah pesan itu dibuka, ada langkah baru yang masih perlu dikabarkan."
ULANGI = "Belum tercatat. Buka lagi kabarnya dari daftar ini, lalu tekan “Sudah dikirim”."


def _pastikan_boleh(request: HttpRequest, aspirasi: Aspirasi | None = None) -> None:
    if not rules.has_perm("aspirasi.kabari_pengirim", request.user, aspirasi):
        raise PermissionDenied


@require_safe
@buka_meja
def kabar(request: HttpRequest) -> HttpResponse:
    """List kiriman whose sender still waits to hear, the longest waiting first. No number is
    shown."""
    _pastikan_boleh(request)
    return sajikan(request, KABAR, "meja/kabar.html")


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def kabar_buka(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show the button that opens WhatsApp. It holds the number, so this reading is logged."""
    sampai = peristiwa_terakhir(acuan)
    aspirasi = _muat(request, acuan)
    if request.method != "POST":
        return redirect("meja:kabar")
    pengirim = baca_pengirim(aspirasi=aspirasi, oleh=petugas(request))
    teks = teks_menunggu(aspirasi, sampai)
    konteks: dict[str, Any] = {
        "aspirasi": aspirasi,
        "teks": teks,
        "form": DikabariForm(initial={"sampai": sampai}),
        "tautan": tautan_wa(pengirim.telepon, teks) if pengirim.telepon else "",
    }
    return render(request, "meja/kabar_buka.html", konteks)


@require_POST
@buka_meja
def kabar_selesai(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Tick that the message was sent. Steps after the message was opened go on waiting."""
    aspirasi, form = _muat(request, acuan), DikabariForm(request.POST)
    if not form.is_valid():
        messages.error(request, ULANGI)
        return redirect("meja:kabar")
    try:
        sampai = form.cleaned_data["sampai"]
        tandai_dikabari(aspirasi=aspirasi, sampai=sampai, oleh=petugas(request))
        messages.success(request, SISA if peristiwa_terakhir(acuan) else TERCATAT)
    except TidakBisa as galat:
        messages.info(request, galat.pesan)
    return redirect("meja:kabar")


def _muat(request: HttpRequest, acuan: UUID) -> Aspirasi:
    meja = Aspirasi.objects.untuk_meja(request.user).untuk_kartu()
    aspirasi = get_object_or_404(meja, acuan=acuan)
    _pastikan_boleh(request, aspirasi)
    return aspirasi


@require_safe
@buka_meja
def penilaian(request: HttpRequest) -> HttpResponse:
    """Show how many senders were heard, by kampung, over the kiriman on this desk."""
    meja = Aspirasi.objects.untuk_meja(request.user).values("pk")
    konteks = {
        "baris": ringkasan(Penilaian.objects.filter(aspirasi__in=meja)),
        "paling_sedikit": JAWABAN_PALING_SEDIKIT,
    }
    return render(request, "meja/penilaian.html", konteks)
