"""/laporan/cek/saya/: the checks that this account wrote, and a copy of them."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.cari.halaman import halaman
from core.kertas import alamat_portal
from laporan.bacaan.cek_saya import milik, salinan
from warga.views.bantu import pengguna_masuk


@never_cache
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """List what this account wrote, the newest first, with where each stands."""
    orang = pengguna_masuk(request)
    daftar = halaman(milik(orang), request)
    konteks = {"halaman": daftar, "tertutup": bool(orang.sandi_dari_kode_pada)}
    return render(request, "laporan/cek_saya.html", konteks)


@never_cache
@require_safe
def unduh(request: HttpRequest) -> HttpResponse:
    """Return a copy of all of them as a JSON file."""
    isi = salinan(pengguna_masuk(request), alamat_portal(request))
    teks = json.dumps(isi, ensure_ascii=False, indent=2)
    respons = HttpResponse(teks, content_type="application/json; charset=utf-8")
    respons["Content-Disposition"] = 'attachment; filename="cek-saya.json"'
    return respons
