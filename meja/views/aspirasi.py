"""One kiriman on a desk, and its sender."""

from typing import Any
from uuid import UUID

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.models import Aspirasi
from aspirasi.services.kontak import baca_pengirim
from kabar.bacaan.rekan import penunggu
from meja import antrean
from meja.rincian import isi_halaman, lengkap, terbaca
from meja.views.gerbang import buka_meja, petugas
from warga.models import Pengguna
from warga.rules import adalah_kecamatan


def muat(request: HttpRequest, acuan: UUID) -> Aspirasi:
    """Return a kiriman of this person's desk; 404 for any other, whether it exists or not."""
    return terbaca(petugas(request), acuan)


def ekor(request: HttpRequest) -> str:
    """Return the part of the address that names the queue this person works through."""
    return antrean.ekor(request.GET.get("antrean", ""))


@require_safe
@buka_meja
def rincian(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show one kiriman: its words, and the acts open to this person now."""
    oleh = petugas(request)
    aspirasi = lengkap(oleh, acuan)
    konteks = isi_halaman(aspirasi, oleh) | {"ekor": ekor(request)} | _rekan(aspirasi, oleh)
    return render(request, "meja/aspirasi_rincian.html", konteks)


def _rekan(aspirasi: Aspirasi, oleh: Pengguna) -> dict[str, Any]:
    """Return the colleagues whom no letter reaches and for whom it waits: those to tell, and those
    who were told."""
    tunggu, dikabari = penunggu(aspirasi, oleh)
    return {"rekan": tunggu, "rekan_dikabari": dikabari}


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def identitas(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show the sender's identity once, on this answer only. The sender sees that it was read."""
    meja, oleh = Aspirasi.objects.untuk_meja(request.user), petugas(request)
    aspirasi = get_object_or_404(meja.select_related("kampung", "pengirim"), acuan=acuan)
    if request.method != "POST":
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    if not rules.has_perm("aspirasi.baca_pengirim", oleh, aspirasi):
        raise PermissionDenied
    konteks = {
        "aspirasi": aspirasi,
        "pengirim": baca_pengirim(aspirasi=aspirasi, oleh=oleh),
        # The kampung learns only the name, and only when the sender ticked it.
        "lihat_kontak": adalah_kecamatan(oleh),
        "boleh_pin": rules.has_perm("aspirasi.ganti_pin", oleh, aspirasi),
    }
    return render(request, "meja/identitas.html", konteks)
