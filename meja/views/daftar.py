"""The list of a desk with its queues, and routing several at once."""

from typing import Any
from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi
from core.formulir import draf
from meja.antrean import antrean, ekor, judul
from meja.daftar.kiriman import KIRIMAN
from meja.daftar.sajian import sajikan
from meja.filters.kiriman import KEADAAN
from meja.tindakan.massal import TERBANYAK, TeruskanBanyak, jenis_menunggu, jenis_terbanyak
from meja.views.gerbang import buka_meja, petugas
from warga.models import Kampung, Pengguna


@require_safe
@buka_meja
def daftar(request: HttpRequest) -> HttpResponse:
    """Show this desk: a queue, danger and the earliest due day first; or all, newest first."""
    oleh = petugas(request)
    diminta = request.GET.get("keadaan", "")
    keadaan = diminta if diminta in dict(KEADAAN) else ""
    konteks = {
        "antrean": antrean(Aspirasi.objects.hitung_meja(oleh), keadaan),
        "judul": judul(keadaan, KIRIMAN.judul),
        "ekor": ekor(keadaan),
        "boleh_massal": rules.has_perm("aspirasi.teruskan", oleh),
    }
    return sajikan(request, KIRIMAN, "meja/aspirasi_daftar.html", konteks)


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
    return _halaman(request, form, jenis, kampung, semua_kampung)


def _halaman(
    request: HttpRequest,
    form: TeruskanBanyak,
    jenis: str,
    kampung: Kampung | None,
    semua_kampung: list[Kampung],
    **lain: Any,
) -> HttpResponse:
    konteks = {
        "form": form,
        "jenis": jenis,
        "semua_jenis": Jenis.choices,
        "kampung": kampung,
        "semua_kampung": semua_kampung,
        **lain,
    }
    return render(request, "meja/massal.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def massal_pilih(request: HttpRequest) -> HttpResponse:
    """Open the form that routes with what was ticked in the list: these rows, or all that its
    filter finds. One reason serves one kind, so the kind with the most of them comes first."""
    oleh = petugas(request)
    if not rules.has_perm("aspirasi.teruskan", oleh):
        raise PermissionDenied
    if request.method != "POST":
        return redirect("meja:massal")
    dipilih = _dipilih(request, oleh)
    if not dipilih:
        messages.warning(request, "Belum ada yang dicentang. Centang dulu kiriman yang diteruskan.")
        return redirect(f"{reverse('meja:aspirasi')}?{request.GET.urlencode()}")
    jenis = jenis_terbanyak(oleh, dipilih)
    form = TeruskanBanyak(jenis=jenis, oleh=oleh, centang=True, dipilih=dipilih)
    semua_kampung = list(Kampung.objects.order_by("contoh", "nama"))
    lain = {"dipilih": len(dipilih), "tertinggal": len(dipilih) - len(form.ada)}
    return _halaman(request, form, jenis, None, semua_kampung, **lain)


def _dipilih(request: HttpRequest, oleh: Pengguna) -> list[UUID]:
    """Return the acuan of the ticked rows, or of the first TERBANYAK of the whole filter."""
    if "semua" in request.POST:
        saring = KIRIMAN.saring(request.GET, oleh)
        himpunan = saring.qs
        if not himpunan.query.is_sliced:
            himpunan = himpunan.order_by(*saring.kunci_urut)
        return list(himpunan.values_list("acuan", flat=True)[:TERBANYAK])
    hasil = []
    for kata in request.POST.getlist("pilih"):
        try:
            hasil.append(UUID(kata))
        except ValueError:
            continue
    return hasil[:TERBANYAK]
