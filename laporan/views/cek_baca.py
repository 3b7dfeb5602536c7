"""Checks as everybody reads them: one, and those of a project."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.cari.halaman import halaman
from core.moderasi.penarikan import ditarik
from laporan.bacaan.cek import URUT_CEK, foto_terlihat, tertahan
from laporan.filters import CekFilter
from laporan.models import CekWarga, FotoCek
from laporan.models.cek_ringkas import RAMAI
from laporan.models.tentang import Tentang
from laporan.views.cek import mengapa_tidak, milik_browser
from proyek.models import Proyek
from warga.rules import adalah_kecamatan


@login_not_required
@never_cache
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/cek/<key>/: one check with its answer. Its sender and the kecamatan read it while it
    is held or hidden, too."""
    semua = CekWarga.objects.dengan_sebutan().select_related("proyek__kampung", "laporan")
    cek = get_object_or_404(terbaca(request, semua), pk=pk)
    sendiri = _milik(request, CekWarga.objects.filter(pk=pk)).exists()
    konteks = {
        "cek": cek,
        "proyek": cek.proyek,
        "nomor": (cek.laporan or cek.proyek).nomor,
        "sendiri": sendiri,
        "tolakan": mengapa_tidak(request.user, Tentang(cek.proyek, cek.laporan)) if sendiri else "",
        "lapangan": cek.pemeriksaan.tampil().first() if sendiri else None,
        "foto": foto_terlihat(cek, request.user, sendiri=sendiri),
        "dihitamkan": _dihitamkan(cek),
        "kecamatan": adalah_kecamatan(request.user),
    }
    return render(request, "laporan/cek.html", konteks)


@login_not_required
@require_safe
def proyek(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/cek/proyek/<nomor>/: all checks of a project, the newest week first."""
    terlihat = Proyek.objects.visible_to(request.user).select_related("kampung")
    proyek = get_object_or_404(terlihat, nomor=nomor)
    semua = CekWarga.objects.terlihat().filter(proyek=proyek).dengan_sebutan()
    semua = semua.select_related("laporan", "proyek__kampung").prefetch_related("foto__berkas")
    saring = CekFilter(request.GET, queryset=semua)
    menunggu = CekWarga.objects.tertahan()
    banyak = menunggu.filter(proyek=proyek).count()
    saat = menunggu.order_by("ditahan_sejak").values_list("ditahan_sejak", flat=True)
    terlama = list(saat[:RAMAI])
    sejak = terlama[0] if len(terlama) == RAMAI else None
    konteks = {
        "proyek": proyek,
        "filter": saring,
        "halaman": halaman(saring.qs, request, URUT_CEK),
        "tertahan": tertahan(banyak, sejak) if banyak else None,
    }
    return render(request, "laporan/cek_proyek.html", konteks)


def _dihitamkan(cek: CekWarga) -> str:
    """Return why words of it are black; "" where none are."""
    tarikan = ditarik(cek).get((CekWarga._meta.db_table, cek.pk))
    return f"Sebagian kata dihitamkan petugas, karena: {tarikan.alasan}" if tarikan else ""


def terbaca(request: HttpRequest, semua: Any) -> Any:
    """Return the checks that this request may read."""
    if adalah_kecamatan(request.user):
        return semua
    terlihat = CekWarga.objects.terlihat().values("pk")
    sendiri = _milik(request, CekWarga.objects.all()).values("pk")
    return semua.filter(Q(pk__in=terlihat) | Q(pk__in=sendiri))


def foto(request: HttpRequest) -> Any:
    """Return the photos that a request may fetch before everybody may: one's own, and all for the
    kecamatan."""
    if adalah_kecamatan(request.user):
        return FotoCek.objects.all()
    return FotoCek.objects.filter(cek__in=_milik(request, CekWarga.objects.all()).values("pk"))


def _milik(request: HttpRequest, semua: Any) -> Any:
    """Return the checks of this account, or of this browser of a visitor; none of an account whose
    password came from a printed code: an office that handed it out would learn who wrote."""
    if request.user.is_authenticated:
        milik = semua.filter(penulis=request.user.pk)
        return semua.none() if request.user.sandi_dari_kode_pada else milik
    return semua.filter(pk__in=milik_browser(request), penulis=None)
