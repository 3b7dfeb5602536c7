"""Guarded loads: not visible is 404, visible but not allowed is 403."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from anggaran.enums import SEMUA_BENTUK
from anggaran.models import AnggaranKampung
from anggaran.models.anggaran import TAHUN_AKHIR, TAHUN_AWAL
from warga.models import Kampung

ISI, TERBITKAN = "anggaran.isi", "anggaran.terbitkan"


def tempat(slug: str, tahun: int) -> Kampung:
    """Return the kampung of an address; 404 for a year that no budget can have."""
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise Http404
    return get_object_or_404(Kampung, slug=slug)


def tempat_diisi(request: HttpRequest, slug: str, tahun: int) -> Kampung:
    """Return the kampung of an address whose budget this person writes down; else 403."""
    kampung = tempat(slug, tahun)
    if not rules.has_perm(ISI, request.user, AnggaranKampung(kampung=kampung)):
        raise PermissionDenied
    return kampung


def surat_kosong(kampung: Kampung, tahun: int, bentuk: str) -> AnggaranKampung:
    """Return an unsaved paper as an address names it ("perubahan-1"); 404 for another word."""
    if bentuk not in SEMUA_BENTUK:
        raise Http404
    jenis, ke = SEMUA_BENTUK[bentuk]
    return AnggaranKampung(kampung=kampung, tahun=tahun, jenis=jenis, ke=ke)


def surat_terbaru(kosong: AnggaranKampung) -> AnggaranKampung | None:
    """Return the newest version of a paper, draft or published."""
    milik = AnggaranKampung.objects.filter(
        kampung=kosong.kampung, tahun=kosong.tahun, jenis=kosong.jenis, ke=kosong.ke
    )
    return milik.select_related("kampung").order_by("-versi").first()


def draf_dari(kosong: AnggaranKampung) -> AnggaranKampung:
    """Return the draft of a paper, else 404."""
    draf = surat_terbaru(kosong)
    if draf is None or draf.terbit:
        raise Http404
    return draf
