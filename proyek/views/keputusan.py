"""The public list of decisions, and one decision. The app aspirasi adds the page that enters
one."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.cari.halaman import halaman
from core.cari.nomor import bernomor
from proyek.bacaan.halaman import isi_catatan
from proyek.bacaan.keputusan import isi_pindaian, surat
from proyek.bacaan.perubahan import isi_perubahan, perubahan_keputusan
from proyek.bacaan.tahap import batal_untuk, pembatalan
from proyek.filters import KeputusanFilter
from proyek.models import Keputusan, Proyek
from proyek.views.dicabut import halaman_dicabut


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """/keputusan/"""
    terlihat = Keputusan.objects.visible_to(request.user).untuk_kartu()
    saring = KeputusanFilter(request.GET, queryset=terlihat)
    hasil = halaman(saring.qs, request, ("-tanggal_surat", "-pk"))
    return render(request, "keputusan/daftar.html", {"filter": saring, "halaman": hasil})


@bernomor(Keputusan)
@login_not_required
@require_safe
def rincian(request: HttpRequest, nomor: str) -> HttpResponse:
    """/keputusan/KEP-2026-0004/"""
    terlihat = Keputusan.objects.visible_to(request.user).dengan_tanda()
    terlihat = terlihat.annotate(
        sudah_diralat=F("diganti_oleh__nomor"),
        tahap_dibatalkan=pembatalan("pk"),
        isi_catatan=isi_catatan("keputusan"),
        isi_pindaian=isi_pindaian(),
        isi_perubahan=isi_perubahan(),
    )
    kait = terlihat.select_related("kampung", "menggantikan", "sikap")
    keputusan = kait.prefetch_related("kampung_lain").filter(nomor=nomor).first()
    if keputusan is None:
        return _dicabut(request, nomor)
    proyek = Proyek.objects.untuk_kartu().filter(pk=keputusan.proyek_id).first()
    keputusan.proyek = proyek
    konteks = {
        "keputusan": keputusan,
        "surat": surat(keputusan),
        "proyek": proyek,
        "perubahan": perubahan_keputusan(keputusan),
        "tahap_batal": batal_untuk(proyek, request.user),
    }
    return render(request, "keputusan/rincian.html", konteks)


def _dicabut(request: HttpRequest, nomor: str) -> HttpResponse:
    """Say that its project was opened by mistake and taken back; a 404 for any other decision that
    this person cannot see."""
    terbuka = Keputusan.objects.filter(nomor=nomor, umum=True)
    dicabut = Proyek.objects.filter(keputusan__in=terbuka, dicabut_pada__isnull=False)
    return halaman_dicabut(request, get_object_or_404(dicabut.select_related("kampung")))
