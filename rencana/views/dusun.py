"""Entering paper lists of musyawarah dusun."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi, tekan
from rencana.forms.dusun import DusunForm
from rencana.models import MusyawarahDusun, Rencana
from rencana.services.dusun import catat_dusun, hapus_dusun, ubah_dusun
from rencana.views.muat import SUSUN, rencana_untuk
from rencana.views.susun import alamat_urus
from warga.views.bantu import pengguna_masuk

TERSIMPAN = "Daftar suaranya sudah disimpan."


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../dusun/: a new list."""
    rencana = rencana_untuk(request, kampung, tahun, jenis, SUSUN)
    return _isian(request, rencana, MusyawarahDusun(rencana=rencana))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """/rencana/dusun/<pk>/: correct a list, or take it away."""
    semua = MusyawarahDusun.objects.select_related("rencana__kampung")
    rapat = get_object_or_404(
        semua.filter(rencana__in=Rencana.objects.visible_to(request.user)), pk=pk
    )
    lama = rapat.rencana
    jenis = "du-rkp" if lama.ke_kabupaten else "rkp"
    rencana = rencana_untuk(request, lama.kampung.slug, lama.tahun, jenis, SUSUN)
    return _isian(request, rencana, rapat)


def _isian(request: HttpRequest, rencana: Rencana, rapat: MusyawarahDusun) -> HttpResponse:
    diketik = request.POST or draf.ambil_isian(request)
    form = DusunForm(diketik, instance=rapat, rencana=rencana)
    oleh = pengguna_masuk(request)

    def lakukan() -> None:
        isi: dict[str, Any] = {"suara": form.suara(), "sebab": form.sebab(), "oleh": oleh}
        satu = form.save(commit=False)
        if rapat.pk:
            ubah_dusun(musyawarah=satu, **isi)
        else:
            catat_dusun(musyawarah=satu, kunci=form.cleaned_data["kunci"], **isi)

    if "hapus" in request.POST and rapat.pk:
        if form.is_valid() and tekan(
            request,
            lambda: hapus_dusun(musyawarah=rapat, oleh=oleh, sebab=form.sebab()),
            "Daftar suaranya sudah dihapus.",
        ):
            return redirect(alamat_urus(rencana))
    elif jadi(request, form, lakukan, TERSIMPAN):
        return redirect(alamat_urus(rencana))
    konteks = {"form": form, "rencana": rencana, "rapat": rapat, "alamat": alamat_urus(rencana)}
    return render(request, "rencana/dusun.html", konteks)
