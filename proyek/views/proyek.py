"""The public list of projects, and the page that shows the whole trail of one."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.cari.halaman import halaman
from core.cari.nomor import bernomor
from proyek.bacaan.fakta import fakta
from proyek.bacaan.garis_waktu import garis_waktu
from proyek.bacaan.tahap import batal_untuk, pembatalan
from proyek.bacaan.uang import ringkas
from proyek.enums import LANGKAH, Tahap
from proyek.filters import ProyekFilter
from proyek.models import Proyek


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """/proyek/"""
    terlihat = Proyek.objects.visible_to(request.user).untuk_kartu()
    saring = ProyekFilter(request.GET, queryset=terlihat)
    konteks = {"filter": saring, "halaman": halaman(saring.qs, request, saring.kunci_urut)}
    return render(request, "proyek/daftar.html", konteks)


@bernomor(Proyek)
@login_not_required
@require_safe
def rincian(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/PRJ-2026-0007/. Voices, reports and topics come in through reverse relations."""
    terlihat = Proyek.objects.visible_to(request.user).untuk_kartu().select_related("pemilik")
    proyek = get_object_or_404(terlihat, nomor=nomor)
    dana = list(proyek.pendanaan.with_uang().prefetch_related("pencairan"))
    konteks = {
        "proyek": proyek,
        "dana": dana,
        "uang": ringkas(dana),
        "fakta": fakta(proyek),
        "langkah": _langkah(proyek),
        "keputusan": list(
            proyek.keputusan.select_related("berkas", "proyek").annotate(
                tahap_dibatalkan=pembatalan("pk")
            )
        ),
        "tahap_batal": batal_untuk(proyek, request.user),
        "garis_waktu": garis_waktu(proyek),
    }
    return render(request, "proyek/rincian.html", konteks)


def _langkah(proyek: Proyek) -> list[tuple[str, str]]:
    """Return (word, "sudah" | "kini" | "") per step; nothing for a cancelled project."""
    if proyek.tahap == Tahap.DIBATALKAN:
        return []
    kini = next(i for i, (_, tahap) in enumerate(LANGKAH) if proyek.tahap in tahap)
    return [
        (kata, "sudah" if i < kini else "kini" if i == kini else "")
        for i, (kata, _) in enumerate(LANGKAH)
    ]
