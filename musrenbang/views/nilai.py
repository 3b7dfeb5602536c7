"""Pages of the team: the proposals that it scores, one after the other."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir.jadi import jadi
from musrenbang.bacaan.gerbang import lolos
from musrenbang.forms.selenggara import NilaiForm
from musrenbang.models import Nilai
from musrenbang.services.nilai import nilai as beri_nilai
from musrenbang.views.muat import muat, muat_usulan
from warga.views.bantu import pengguna_masuk

HAK = "musrenbang.nilai"


@never_cache
@require_safe
def daftar(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/nilai/: what this member has scored, and what waits."""
    satu, oleh = muat(request, tahun, HAK), pengguna_masuk(request)
    milik = Nilai.objects.filter(usulan__musrenbang=satu, anggota__pengguna=oleh)
    sudah = set(milik.values_list("usulan", flat=True))
    usulan = [u for u in satu.usulan.berdiri().untuk_kartu() if lolos(u)]
    usulan.sort(key=lambda u: (u.pk in sudah, str(u.perangkat), u.kelompok, u.pk))
    isi = {"satu": satu, "usulan": [(u, u.pk in sudah) for u in usulan], "sudah": len(sudah)}
    return render(request, "musrenbang/nilai.html", isi)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def usulan(request: HttpRequest, pk: int) -> HttpResponse:
    """/musrenbang/usulan/<pk>/nilai/"""
    satu, oleh = muat_usulan(request, pk, HAK), pengguna_masuk(request)
    kriteria = list(satu.musrenbang.kriteria.all())
    lama = satu.nilai.filter(anggota__pengguna=oleh).values_list("kriteria", "angka")
    awal = {f"k{kunci}": angka for kunci, angka in lama}
    form = NilaiForm(request.POST or None, kriteria=kriteria, initial=awal)

    def simpan() -> None:
        beri_nilai(usulan=satu, angka=form.angka, oleh=oleh)

    if jadi(request, form, simpan, f"Nilai untuk “{satu.judul}” sudah disimpan."):
        return redirect("musrenbang:nilai", satu.musrenbang.tahun)
    return render(request, "musrenbang/nilai_usulan.html", {"form": form, "satu": satu})
