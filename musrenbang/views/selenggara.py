"""Pages of the kecamatan: opening, arranging and moving a musrenbang."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.formulir import draf
from core.formulir.jadi import jadi, tekan
from musrenbang.bacaan.siap import siap_per_kampung
from musrenbang.enums import SEBELUM, Status
from musrenbang.forms.selenggara import HadirForm, MusrenbangForm
from musrenbang.forms.usulan import AlasanForm
from musrenbang.services import persiapan as layanan
from musrenbang.views.muat import isian, muat
from warga.rules import adalah_aparat
from warga.views.bantu import pengguna_masuk

HAK = "musrenbang.selenggarakan"
LANJUT = {sebelum: ke for ke, sebelum in SEBELUM.items()}
TOMBOL: dict[str, str] = {
    Status.NILAI: "Tutup usulan, mulai penilaian",
    Status.RAPAT: "Tutup penilaian, mulai rapat",
    Status.SELESAI: "Berita acara sudah ditandatangani",
}


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest) -> HttpResponse:
    """/musrenbang/buka/"""
    oleh = pengguna_masuk(request)
    if not rules.has_perm(HAK, oleh):
        raise PermissionDenied
    form = MusrenbangForm(draf.isian(request))

    def lakukan() -> None:
        isi = form.cleaned_data
        baru, tim = form.save(commit=False), list(isi["tim"])
        layanan.buka(musrenbang=baru, kriteria=isi["kriteria"], tim=tim, oleh=oleh)

    if jadi(request, form, lakukan, "Musrenbang sudah dibuka. Kampung dapat menulis usulannya."):
        return redirect(form.instance)
    kembali = reverse("musrenbang:daftar")
    return isian(request, form, kembali=kembali, judul="Buka musrenbang", tombol="Buka musrenbang")


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def atur(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/atur/"""
    satu, oleh = muat(request, tahun, HAK), pengguna_masuk(request)
    form = MusrenbangForm(draf.isian(request), instance=satu)

    def lakukan() -> None:
        isi = form.cleaned_data
        tim = list(isi["tim"]) if "tim" in isi else None
        baru = form.save(commit=False)
        layanan.atur(musrenbang=baru, kriteria=isi.get("kriteria"), tim=tim, oleh=oleh)

    if jadi(request, form, lakukan, "Sudah disimpan."):
        return redirect(satu)
    kata = {"judul": "Atur musrenbang", "tombol": "Simpan", "atas": str(satu)}
    return isian(request, form, kembali=satu.get_absolute_url(), **kata)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def hadir(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/hadir/: numbers of the berita acara."""
    satu, oleh = muat(request, tahun, HAK), pengguna_masuk(request)
    form = HadirForm(draf.isian(request), instance=satu)

    def lakukan() -> None:
        layanan.atur(musrenbang=form.save(commit=False), kriteria=None, tim=None, oleh=oleh)

    if jadi(request, form, lakukan, "Sudah disimpan."):
        return redirect(satu)
    kata = {"judul": "Berita acara dan yang hadir", "tombol": "Simpan", "atas": str(satu)}
    return isian(request, form, kembali=satu.get_absolute_url(), **kata)


@require_safe
def siap(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/siap/: who has sent what, and what each proposal still lacks; aparat see
    their own kampung."""
    satu, oleh = muat(request, tahun), pengguna_masuk(request)
    if not rules.has_perm("musrenbang.usulkan", oleh):
        raise PermissionDenied
    kampung = oleh.kampung if adalah_aparat(oleh) else None
    ke = LANJUT.get(satu.status, "")
    isi = {
        "satu": satu,
        "semua": siap_per_kampung(satu, kampung),
        "selenggara": rules.has_perm(HAK, oleh),
        "ke": ke,
        "tombol": TOMBOL.get(ke),
        "dapat_mundur": satu.status in SEBELUM,
    }
    return render(request, "musrenbang/siap.html", isi)


@require_POST
def maju(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/maju/: begin the step that the button names."""
    satu, oleh = muat(request, tahun, HAK), pengguna_masuk(request)
    ke = request.POST.get("ke", "")
    kata = dict(Status.choices).get(ke, "")
    tekan(request, lambda: layanan.maju(musrenbang=satu, ke=ke, oleh=oleh), f"Tahap baru: {kata}.")
    return redirect("musrenbang:siap", tahun)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def mundur(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/mundur/"""
    satu, oleh = muat(request, tahun, HAK), pengguna_masuk(request)
    form = AlasanForm(draf.isian(request))

    def lakukan() -> object:
        return layanan.mundur(musrenbang=satu, alasan=form.cleaned_data["alasan"], oleh=oleh)

    if jadi(request, form, lakukan, "Tahapnya kembali satu langkah."):
        return redirect("musrenbang:siap", tahun)
    kata = {"judul": "Kembali satu tahap", "tombol": "Kembali satu tahap", "atas": str(satu)}
    kembali = reverse("musrenbang:siap", args=[tahun])
    akibat = "Yang sudah ditulis dan dinilai tetap ada."
    return isian(request, form, kembali=kembali, pengantar=akibat, **kata)
