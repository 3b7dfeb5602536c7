"""Forum texts that wait to be read before they are shown."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.galat import TidakBisa
from forum.models import Balasan, Topik
from forum.services import loloskan
from meja.views.gerbang import buka_meja, petugas

SEKALIGUS = 50
HIMPUNAN = {"topik": Topik.objects, "balasan": Balasan.objects}
moderasi = permission_required("forum.moderasi", raise_exception=True)


@require_safe
@buka_meja
@moderasi
def tertahan(request: HttpRequest) -> HttpResponse:
    """Show the oldest texts. The others follow once these are done."""
    topik = Topik.objects.tertahan().select_related("ruang", "penulis__kampung")
    balasan = Balasan.objects.tertahan().select_related("topik__ruang", "penulis__kampung")
    konteks = {
        "topik": topik.order_by("dibuat", "pk")[:SEKALIGUS],
        "balasan": balasan.order_by("dibuat", "pk")[:SEKALIGUS],
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
    tulisan = get_object_or_404(HIMPUNAN[jenis], pk=pk)
    try:
        loloskan(tulisan=tulisan, oleh=petugas(request))
        messages.success(request, "Tulisan itu sekarang tampil.")
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    return redirect("meja:tertahan")
