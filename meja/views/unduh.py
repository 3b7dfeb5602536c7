"""A list as a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from core.galat import TidakBisa
from meja.daftar.ekspor import JENIS, nama_berkas
from meja.daftar.ekspor import unduh as tulis
from meja.views.gerbang import buka_meja, petugas
from meja.views.saringan import daftar_bernama


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def unduh(request: HttpRequest, daftar: str) -> HttpResponse:
    """Give out the rows that the query of the address finds. It is a press, because it may leave a
    line in the log."""
    satu, oleh = daftar_bernama(daftar), petugas(request)
    kembali = redirect(f"{satu.url}?{request.GET.urlencode()}" if request.GET else satu.url)
    bentuk = request.POST.get("bentuk", "")
    if request.method != "POST" or bentuk not in JENIS:
        return kembali
    try:
        isi = tulis(daftar=satu, saring=satu.saring(request.GET, oleh), bentuk=bentuk, oleh=oleh)
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return kembali
    respons = HttpResponse(isi, content_type=JENIS[bentuk])
    respons["Content-Disposition"] = f'attachment; filename="{nama_berkas(satu, bentuk)}"'
    return respons
