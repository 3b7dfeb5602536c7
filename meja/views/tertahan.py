"""Texts of residents that wait to be read before they are shown."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir.jadi import tekan
from forum.models import Balasan, Topik
from forum.services import loloskan
from laporan.models import CekWarga
from laporan.services.cek_baca import loloskan_cek
from meja.views.gerbang import buka_meja, petugas
from proyek.models import JawabanFungsi
from proyek.services.fungsi import loloskan_kata

SEKALIGUS = 50
HIMPUNAN: dict[str, tuple[Any, Callable[..., Any]]] = {
    "topik": (Topik.objects, loloskan),
    "balasan": (Balasan.objects, loloskan),
    "fungsi": (JawabanFungsi.objects, loloskan_kata),
    "cek": (CekWarga.objects, loloskan_cek),
}
moderasi = permission_required("forum.moderasi", raise_exception=True)


@require_safe
@buka_meja
@moderasi
def tertahan(request: HttpRequest) -> HttpResponse:
    """Show the oldest texts. The others follow once these are done."""
    topik = Topik.objects.tertahan().select_related("ruang", "penulis__kampung")
    balasan = Balasan.objects.tertahan().select_related("topik__ruang", "penulis__kampung")
    fungsi = JawabanFungsi.objects.tertahan().select_related("proyek", "penulis")
    cek = CekWarga.objects.tertahan().dengan_sebutan().select_related("proyek", "laporan")
    konteks = {
        "cek": cek.prefetch_related("foto__berkas").order_by("ditahan_sejak", "pk")[:SEKALIGUS],
        "topik": topik.order_by("dibuat", "pk")[:SEKALIGUS],
        "balasan": balasan.order_by("dibuat", "pk")[:SEKALIGUS],
        "fungsi": fungsi.order_by("dibuat", "pk")[:SEKALIGUS],
    }
    return render(request, "meja/tertahan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@moderasi
def tampilkan(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Show a held text to everyone."""
    if jenis not in HIMPUNAN:
        raise Http404
    if request.method != "POST":
        return redirect("meja:tertahan")
    himpunan, jalan = HIMPUNAN[jenis]
    tulisan = get_object_or_404(himpunan.all(), pk=pk)
    pesan = "Tulisan itu sekarang tampil."
    # Its writer may correct it while it is read.
    dibaca = request.POST.get("dibaca", "")
    tekan(request, lambda: jalan(tulisan=tulisan, oleh=petugas(request), dibaca=dibaca), pesan)
    return redirect("meja:tertahan")
