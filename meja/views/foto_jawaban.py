"""Photos that are added to an official answer after it was given."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aspirasi.services.foto_jawaban import tambah
from aspirasi.services.foto_titipan import TITIPAN
from core.formulir import draf
from core.formulir.jadi import bisa
from meja.forms.foto_jawaban import TambahFotoForm
from meja.views.gerbang import buka_meja, muat_jawaban, petugas


@draf.menyimpan_draf
@draf.menyimpan_foto(TITIPAN)
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def foto_jawaban(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Add photos to an answer of one's own office, with the reason."""
    jawaban = muat_jawaban(request, acuan, pk)
    diketik = request.POST or draf.ambil_isian(request)
    form, status = TambahFotoForm(diketik, request.FILES or None, aspirasi=jawaban.aspirasi), 200
    if request.method == "POST" and form.is_valid():
        alasan, oleh = form.cleaned_data["alasan"], petugas(request)
        foto = form.foto_baru
        if bisa(form, lambda: tambah(jawaban=jawaban, foto=foto, alasan=alasan, oleh=oleh)):
            messages.success(request, "Foto sudah ditambahkan pada jawaban.")
            return redirect("meja:aspirasi_rincian", acuan)
        status = 409
    konteks = {"aspirasi": jawaban.aspirasi, "jawaban": jawaban, "form": form}
    return render(request, "meja/foto_jawaban.html", konteks, status=status)
