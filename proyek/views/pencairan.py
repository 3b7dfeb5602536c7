"""Money drawn from the till: recorded, reversed, set right by aparat."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import bisa, jadi
from core.formulir.sekali import satu_kali
from proyek.enums import TANPA_KAS
from proyek.forms import BatalkanForm, BetulkanForm, PencairanForm
from proyek.models import Gerak, Proyek
from proyek.services.pencairan import (
    SUDAH_DIBETULKAN,
    batalkan_pencairan,
    betulkan_pencairan,
    catat_pencairan,
)
from proyek.views.muat import proyek_untuk, sudah_dibuat
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def catat(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/pencairan/"""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    if sudah_dibuat(_milik(proyek), request):
        return redirect(proyek)
    if not proyek.pendanaan.exclude(sumber__in=TANPA_KAS).exists():
        pesan = "Proyek ini belum punya anggaran dari kas. Catat keputusannya dulu."
        messages.warning(request, pesan)
        return redirect(proyek)
    isian, oleh = request.POST or draf.ambil_isian(request), pengguna_masuk(request)
    form = PencairanForm(isian, request.FILES or None, proyek=proyek, oleh=oleh)
    if request.method == "POST" and form.is_valid() and _catat(request, form, proyek):
        messages.success(request, "Pencairan sudah dicatat dan dapat dibaca semua orang.")
        return redirect(proyek)
    return render(request, "proyek/pencairan.html", {"form": form, "proyek": proyek})


def _catat(request: HttpRequest, form: PencairanForm, proyek: Proyek) -> bool:
    """Record it once, however often the form is sent. Return False when it does not fit."""

    def buat(sidik: str) -> Gerak:
        oleh = pengguna_masuk(request)
        return catat_pencairan(oleh=oleh, kunci_sekali=sidik, **form.isi())

    kunci = form.cleaned_data["kunci"]
    return bisa(form, lambda: satu_kali(_milik(proyek), kunci, buat), "jumlah")


def _milik(proyek: Proyek) -> QuerySet[Gerak]:
    return Gerak.objects.filter(pendanaan__proyek=proyek)


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def batalkan(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """/proyek/<nomor>/pencairan/<pk>/batalkan/"""
    return _perbaiki(request, nomor, pk, betulkan=False)


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def betulkan(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """/proyek/<nomor>/pencairan/<pk>/betulkan/"""
    return _perbaiki(request, nomor, pk, betulkan=True)


def _perbaiki(request: HttpRequest, nomor: str, pk: int, *, betulkan: bool) -> HttpResponse:
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    gerak = _gerak(proyek, pk)
    if gerak.pembetul:
        messages.info(request, SUDAH_DIBETULKAN)
        return redirect(proyek)
    isian = request.POST or draf.ambil_isian(request)
    form = BetulkanForm(isian, gerak=gerak) if betulkan else BatalkanForm(isian)
    if _simpan(request, form, gerak):
        return redirect(proyek)
    konteks = {"form": form, "proyek": proyek, "gerak": gerak, "betulkan": betulkan}
    return render(request, "proyek/pencairan_perbaiki.html", konteks)


def _gerak(proyek: Proyek, pk: int) -> Gerak:
    """Load a row of money of this project."""
    milik = Gerak.objects.pencairan().filter(pendanaan__proyek=proyek)
    return get_object_or_404(milik.select_related("pendanaan"), pk=pk)


def _simpan(request: HttpRequest, form: BatalkanForm, gerak: Gerak) -> bool:
    laku = betulkan_pencairan if isinstance(form, BetulkanForm) else batalkan_pencairan

    def simpan() -> None:
        laku(gerak=gerak, oleh=pengguna_masuk(request), **form.cleaned_data)

    pesan = "Catatannya sudah dibetulkan. Yang lama tetap terlihat, dicoret."
    return jadi(request, form, simpan, pesan)
