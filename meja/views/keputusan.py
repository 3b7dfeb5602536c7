"""Decisions on a desk: the kakam says yes or no, the kecamatan sees what is contested."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.cari.halaman import halaman
from meja.views.gerbang import buka_meja, petugas
from proyek.models import Keputusan
from proyek.models.keputusan import KeputusanQuerySet
from proyek.rules import kepala_kampung
from warga.models import Pengguna
from warga.rules import adalah_kecamatan


def keputusan_menunggu(oleh: Pengguna) -> KeputusanQuerySet:
    """Return the decisions that wait for this person: as kakam, or at the kecamatan."""
    semua = Keputusan.objects.all()
    if adalah_kecamatan(oleh):
        return semua.disanggah()
    return semua.menunggu_kakam(oleh.kampung_id) if kepala_kampung(oleh) else semua.none()


def berkeputusan(oleh: Pengguna) -> bool:
    """Return whether decisions may wait for this person."""
    return bool(adalah_kecamatan(oleh) or kepala_kampung(oleh))


@require_safe
@buka_meja
def keputusan(request: HttpRequest) -> HttpResponse:
    """/kerja/keputusan/"""
    oleh = petugas(request)
    menunggu = keputusan_menunggu(oleh).untuk_kartu().select_related("sikap")
    hasil = halaman(menunggu, request, ("-tanggal_surat", "-pk"))
    konteks = {"halaman": hasil, "kecamatan": adalah_kecamatan(oleh)}
    return render(request, "meja/keputusan.html", konteks)
