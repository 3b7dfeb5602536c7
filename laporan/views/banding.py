"""Two reports of a project beside each other."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.moderasi.penarikan import ditarik
from laporan.bacaan.banding import banding as bandingkan
from laporan.bacaan.banding import pasangkan
from laporan.bacaan.foto import foto_halaman
from laporan.models import Foto, LaporanKemajuan


@login_not_required
@require_safe
def banding(request: HttpRequest, nomor: str, lain: str) -> HttpResponse:
    """/laporan/<nomor>/banding/<lain>/, the earlier one first, whichever is named first."""
    utuh = LaporanKemajuan.objects.utuh().untuk_halaman()
    dua = [get_object_or_404(utuh, nomor=satu) for satu in (nomor, lain)]
    dulu, kini = sorted(dua, key=lambda satu: (satu.periode, satu.revisi))
    if dulu.proyek_id != kini.proyek_id or dulu.pk == kini.pk:
        raise Http404
    foto_dulu, foto_kini = _tampil(dulu), _tampil(kini)
    konteks = {
        "dulu": dulu,
        "kini": kini,
        "beda": bandingkan(dulu, kini),
        "banyak_foto": (len(foto_dulu), len(foto_kini)),
        "pasangan": pasangkan(foto_dulu, foto_kini),
    }
    return render(request, "laporan/banding.html", konteks)


def _tampil(laporan: LaporanKemajuan) -> list[Foto]:
    return [f for f in foto_halaman(laporan, ditarik(laporan)) if not getattr(f, "ditarik", False)]
