"""One check as the kecamatan reads it: let through, hidden with a reason of the list, or a name
blacked out."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from core.moderasi.tampil import sembunyikan
from laporan.forms.cek import BatasiFotoForm, HitamkanCekForm, SembunyikanCekForm
from laporan.models import CekWarga
from laporan.services.cek_baca import batasi_foto, hitamkan_cek
from meja.views.gerbang import buka_meja, petugas

TINDAKAN: dict[str, type[Any]] = {
    "sembunyikan": SembunyikanCekForm,
    "hitamkan": HitamkanCekForm,
    "foto": BatasiFotoForm,
}
KABAR = {
    "sembunyikan": "Cek itu disembunyikan. Pengirimnya membaca alasannya.",
    "hitamkan": "Kata itu sekarang hitam, dan cek itu tampil.",
    "foto": "Foto cek itu sekarang hanya dilihat kecamatan dan pengirimnya.",
}


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@permission_required("laporan.moderasi_cek", raise_exception=True)
def cek_baca(request: HttpRequest, pk: int) -> HttpResponse:
    """/kerja/tertahan/cek/<key>/"""
    semua = CekWarga.objects.select_related("proyek__kampung", "laporan")
    cek = get_object_or_404(semua.dengan_sebutan(), pk=pk)
    isi = draf.isian(request)
    dipilih = isi.get("tindakan") if isi else None
    form = {
        nama: jenis(isi if nama == dipilih else None, prefix=nama)
        for nama, jenis in TINDAKAN.items()
    }
    if dipilih in form and _lakukan(request, dipilih, form[dipilih], cek):
        return redirect("meja:tertahan")
    konteks = {"cek": cek, "foto": cek.foto.select_related("berkas"), "form": form}
    return render(request, "meja/cek_baca.html", konteks)


def _lakukan(request: HttpRequest, tindakan: str, form: Any, cek: CekWarga) -> bool:
    oleh = petugas(request)

    def jalan() -> None:
        if tindakan == "sembunyikan":
            sembunyikan(cek, oleh=oleh, alasan=form.alasan)
        elif tindakan == "hitamkan":
            isi = form.cleaned_data
            hitamkan_cek(
                cek=cek,
                kata=isi["kata"],
                alasan=isi["alasan"],
                oleh=oleh,
                loloskan=True,
                dibaca=request.POST.get("dibaca", ""),
            )
        else:
            batasi_foto(cek=cek, alasan=form.cleaned_data["alasan"], oleh=oleh)

    return jadi(request, form, jalan, KABAR[tindakan])
