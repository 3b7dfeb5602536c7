"""Files of laporan that a request may fetch before everyone may (`core.views.berkas`)."""

from django.http import HttpRequest

from laporan.models import Foto, FotoLapangan, LampiranCatatan, SuratInspektorat
from laporan.models.catatan import LampiranCatatanQuerySet
from laporan.models.lapangan import FotoLapanganQuerySet
from laporan.models.laporan import FotoQuerySet
from laporan.models.penyelesaian import SuratInspektoratQuerySet


def foto(request: HttpRequest) -> FotoQuerySet:
    """Return the photos of the laporan that this person may read."""
    return Foto.objects.visible_to(request.user)


def lampiran_catatan(request: HttpRequest) -> LampiranCatatanQuerySet:
    """Return the photos and scans of notes that this person may read."""
    return LampiranCatatan.objects.visible_to(request.user)


def foto_lapangan(request: HttpRequest) -> FotoLapanganQuerySet:
    """Return the photos of looks that this person may read."""
    return FotoLapangan.objects.visible_to(request.user)


def surat_inspektorat(request: HttpRequest) -> SuratInspektoratQuerySet:
    """Return the letters to the Inspektorat whose scan this person may read."""
    return SuratInspektorat.objects.visible_to(request.user)
