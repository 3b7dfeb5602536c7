"""Setting right a project so young that nobody relies on it yet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir.draf import ambil_isian, menyimpan_draf
from core.formulir.jadi import bisa
from proyek.bacaan.muda import pengikat
from proyek.bacaan.perubahan import proyek_tabel
from proyek.bacaan.versi import versi
from proyek.forms.baris_perubahan import BarisForm
from proyek.forms.muda import BetulkanForm
from proyek.services.betulkan import betulkan_proyek
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def betulkan(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/betulkan/"""
    terbuka = proyek_untuk(request, nomor, "proyek.betulkan_proyek")
    if sebab := pengikat(terbuka):
        messages.info(request, f"Isian ini berubah hanya dengan surat: {sebab}.")
        return redirect("proyek:perubahan_satu", terbuka.nomor)
    proyek = proyek_tabel().filter(pk=terbuka.pk).first()
    if proyek is None:  # it was cancelled: that page says so
        return redirect("proyek:perubahan_satu", terbuka.nomor)
    data = request.POST or ambil_isian(request)
    form = BetulkanForm(data, oleh=pengguna_masuk(request), proyek=terbuka)
    baris = BarisForm(data, proyek=proyek, versi=versi(terbuka), tahun=None)
    sah = request.method == "POST" and all([form.is_valid(), baris.is_valid()])
    if sah and _betulkan(request, form, baris):
        return redirect(proyek)
    galat = [*form.ringkasan_galat, *baris.ringkasan_galat] if data else []
    konteks = {
        "form": form,
        "baris": baris,
        "proyek": terbuka,
        "formulir": {"ringkasan_galat": galat},
    }
    return render(request, "proyek/betulkan.html", konteks)


def _betulkan(request: HttpRequest, form: BetulkanForm, baris: BarisForm) -> bool:
    def betulkan() -> None:
        betulkan_proyek(ubahan=baris.ubahan(), oleh=pengguna_masuk(request), **form.cleaned_data)

    if not bisa(form, betulkan):
        return False
    messages.success(request, "Isian proyek sudah dibetulkan.")
    return True
