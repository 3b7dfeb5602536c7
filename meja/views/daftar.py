"""The list of a desk with its queues, and routing several at once."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi
from core.cari.halaman import halaman
from core.formulir import draf
from meja.antrean import antrean, ekor
from meja.filters import MejaFilter
from meja.tindakan.massal import TeruskanBanyak, jenis_menunggu
from meja.views.gerbang import buka_meja, petugas
from warga.models import Kampung


@require_safe
@buka_meja
def daftar(request: HttpRequest) -> HttpResponse:
    """Show this desk: a queue, danger and the earliest due day first; or all, newest first."""
    oleh = petugas(request)
    meja = Aspirasi.objects.untuk_meja(oleh).untuk_kartu()
    meja = meja.select_related("ditugaskan", "digabung_ke")  # a joiner quotes the latter
    saring = MejaFilter(request.GET, meja.milik_dulu(oleh), user=oleh)
    keadaan = saring.form.cleaned_data.get("keadaan") or "" if saring.form.is_valid() else ""
    jumlah = Aspirasi.objects.hitung_meja(oleh)
    konteks = {
        "filter": saring,
        "halaman": halaman(
            saring.qs, request, kunci=saring.kunci_urut(keadaan), ukuran=saring.ukuran
        ),
        "antrean": antrean(jumlah, keadaan),
        "ekor": ekor(keadaan),
        "boleh_massal": rules.has_perm("aspirasi.teruskan", oleh),
    }
    return render(request, "meja/aspirasi_daftar.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def massal(request: HttpRequest) -> HttpResponse:
    """Route several kiriman of one kind to one office, and say of each whether it went."""
    oleh = petugas(request)
    if not rules.has_perm("aspirasi.teruskan", oleh):
        raise PermissionDenied
    diketik = request.POST or draf.ambil_isian(request)
    diminta = diketik or request.GET
    semua_kampung = list(Kampung.objects.order_by("contoh", "nama"))
    kampung = next((k for k in semua_kampung if k.slug == diminta.get("kampung")), None)
    jenis = diminta.get("jenis")
    if jenis not in Jenis.values:
        jenis = jenis_menunggu(oleh, kampung)
    centang = "semua" in request.GET
    form = TeruskanBanyak(diketik, jenis=jenis, oleh=oleh, kampung=kampung, centang=centang)
    if request.method == "POST" and form.is_valid():
        konteks = {"hasil": form.lakukan(), "ke": form.cleaned_data["ke"], "jenis": jenis}
        return render(request, "meja/massal_hasil.html", konteks)
    konteks = {
        "form": form,
        "jenis": jenis,
        "semua_jenis": Jenis.choices,
        "kampung": kampung,
        "semua_kampung": semua_kampung,
    }
    return render(request, "meja/massal.html", konteks)
