"""The public pages of help."""

from typing import Any

import rules
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir import draf
from core.formulir.jadi import jadi
from mitra.bacaan.halaman import halaman_kampung, halaman_mitra, halaman_utama
from mitra.forms.urus import MitraForm
from mitra.models import KerjaBakti, Mitra, Penerimaan, Tawaran
from mitra.services.janji import ubah_mitra
from mitra.views.muat import Milik, isian, pastikan
from warga.models import Kampung
from warga.views.bantu import pengguna_masuk


@require_safe
@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """/mitra/: needs, what was promised, hours of gotong royong."""
    return render(request, "mitra/daftar.html", halaman_utama())


@require_safe
@login_not_required
def kampung(request: HttpRequest, kampung: str) -> HttpResponse:
    """/mitra/kampung/<kampung>/: everything about help for one kampung."""
    milik = get_object_or_404(Kampung, slug=kampung)
    boleh = {
        "boleh_butuh": rules.has_perm("mitra.urus_kebutuhan", request.user, Milik(milik)),
        "boleh_kerja": rules.has_perm("mitra.catat_kerja", request.user, Milik(milik)),
    }
    return render(request, "mitra/kampung.html", halaman_kampung(milik) | boleh)


@require_safe
@login_not_required
def rinci(request: HttpRequest, slug: str) -> HttpResponse:
    """/mitra/<slug>/: a partner, promised against delivered."""
    mitra = get_object_or_404(Mitra, slug=slug)
    boleh = {"boleh_ubah": rules.has_perm("mitra.ubah_mitra", request.user)}
    return render(request, "mitra/rinci.html", halaman_mitra(mitra) | boleh)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, slug: str) -> HttpResponse:
    """/mitra/<slug>/ubah/"""
    mitra = get_object_or_404(Mitra, slug=slug)
    pastikan(request, "mitra.ubah_mitra", mitra)
    form = MitraForm(draf.isian(request), initial={"nama": mitra.nama})

    def lakukan() -> None:
        ubah_mitra(mitra=mitra, oleh=pengguna_masuk(request), **form.cleaned_data)

    if jadi(request, form, lakukan, "Namanya sudah dibetulkan."):
        return redirect(mitra)
    return isian(request, form, "Betulkan nama mitra", reverse("mitra:rinci", args=[slug]))


def berkas_terima(request: HttpRequest) -> QuerySet[Penerimaan, Any]:
    """Return the deliveries whose evidence this person may read."""
    terlihat = Tawaran.objects.visible_to(request.user).values("pk")
    return Penerimaan.objects.filter(kontribusi__tawaran__in=terlihat)


def berkas_kerja(request: HttpRequest) -> QuerySet[KerjaBakti, Any]:
    """Return the days of gotong royong whose photo everyone may see."""
    return KerjaBakti.objects.berlaku()
