"""Files of laporan that a request may fetch before everyone may (`core.views.berkas`)."""

from django.http import HttpRequest

from laporan.models import Foto, LampiranCatatan
from laporan.models.catatan import LampiranCatatanQuerySet
from laporan.models.laporan import FotoQuerySet


def foto(request: HttpRequest) -> FotoQuerySet:
    """Return the photos of the laporan that this person may read."""
    return Foto.objects.visible_to(request.user)


def lampiran_catatan(request: HttpRequest) -> LampiranCatatanQuerySet:
    """Return the photos and scans of notes that this person may read."""
    return LampiranCatatan.objects.visible_to(request.user)
