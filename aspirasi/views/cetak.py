"""Sheets to print: the paper form, and a poster per kampung with a QR code."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aspirasi.enums import Jangkauan, Jenis
from aspirasi.forms.pilihan import (
    GAMBAR_JENIS,
    KETERANGAN_JANGKAUAN,
    KETERANGAN_JENIS,
    KETERANGAN_TENTANG,
    PILIHAN_TENTANG,
)
from core.kertas import alamat_polos, alamat_portal, qr
from warga.models import Kampung

BARIS_ISI = range(14)  # lines to write on; with the rest they fill the first side of A4


@login_not_required
@require_safe
def formulir(request: HttpRequest) -> HttpResponse:
    """Show a form of two sides for people who write by hand; `?kampung=` fills in the kampung."""
    konteks = {
        "kampung": Kampung.objects.filter(slug=_slug(request)).first(),
        "jenis": [(j.label, KETERANGAN_JENIS[j][1], GAMBAR_JENIS[j]) for j in Jenis],
        "tentang": [(kata, KETERANGAN_TENTANG.get(t, ("", ""))[1]) for t, kata in PILIHAN_TENTANG],
        "jangkauan": [(j.label, _untuk_kertas(j)) for j in Jangkauan],
        "baris": BARIS_ISI,
        "alamat": alamat_polos(request),
    }
    return render(request, "aspirasi/cetak_formulir.html", konteks)


def _untuk_kertas(jangkauan: Jangkauan) -> str:
    """Return the consequences of a choice on paper: the person who takes the sheet in has read
    it."""
    if jangkauan == Jangkauan.KECAMATAN:
        return (
            "Serahkan sendiri ke kantor kecamatan: siapa pun yang menerima lembar ini membacanya."
        )
    return KETERANGAN_JANGKAUAN[jangkauan][1]


def _slug(request: HttpRequest) -> str:
    return request.GET.get("kampung", "").replace("\0", "")


@login_not_required
@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a sheet for the notice board of a kampung: what the portal is, and where."""
    kampung = get_object_or_404(Kampung, slug=slug)
    konteks = {
        "kampung": kampung,
        "qr": qr(f"{alamat_portal(request)}/lapor?kampung={kampung.slug}"),
        "alamat": alamat_polos(request),
    }
    return render(request, "aspirasi/cetak_poster.html", konteks)
