"""The page of a look in the field, which everyone reads, and the answer of its kampung."""

import rules
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir.draf import isian, menyimpan_draf
from core.formulir.jadi import jadi
from laporan.bacaan.lapangan import Kartu, halaman_lapangan
from laporan.forms.lapangan import SUDAH, JawabForm
from laporan.models import PemeriksaanLapangan
from laporan.services.lapangan import jawab_sepakat
from warga.views.bantu import pengguna_masuk


def muat_lapangan(request: HttpRequest, pk: int, hak: str = "") -> PemeriksaanLapangan:
    """Load a look of a project that stands (else 404) on which this person has the right (else
    403)."""
    semua = PemeriksaanLapangan.objects.tampil().select_related("proyek__kampung")
    satu: PemeriksaanLapangan = get_object_or_404(semua, pk=pk)
    if hak and not rules.has_perm(hak, request.user, satu):
        raise PermissionDenied
    return satu


@login_not_required
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/"""
    lapangan = muat_lapangan(request, pk)
    konteks = {"lapangan": lapangan, "halaman": halaman_lapangan(lapangan)}
    return render(request, "laporan/lapangan.html", konteks)


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def jawab(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/jawab/: the office of the kampung says whether it kept its word."""
    lapangan = muat_lapangan(request, pk, "laporan.jawab_sepakat")
    hasil = lapangan.hasil.last()
    if hasil is None or hasil.sampai is None:
        return redirect(lapangan)
    form = JawabForm(isian(request))

    def lakukan() -> None:
        isi = form.cleaned_data
        jawab_sepakat(
            pemeriksaan=lapangan,
            sudah=isi["jawab"] == SUDAH,
            kata=isi["kata"],
            sampai=isi["sampai"],
            oleh=pengguna_masuk(request),
            kunci=isi["kunci"],
        )

    if jadi(request, form, lakukan, "Jawaban sudah tampil untuk umum."):
        return redirect(lapangan)
    konteks = {
        "form": form,
        "judul": "Sudah ditepati?",
        "atas": lapangan.proyek.judul,
        "kembali": lapangan.get_absolute_url(),
        "kata_kembali": "Pemeriksaan lapangan",
        "tombol": "Jawab",
        "pengantar": "Jawaban kantor kampung tampil untuk umum. Yang terakhir yang berlaku.",
        "kutipan": hasil.disepakati,
        "kartu": Kartu(lapangan, hasil, lapangan.jawaban.last()),
    }
    return render(request, "laporan/isian.html", konteks)
