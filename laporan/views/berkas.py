"""Photos of laporan that a request may fetch before everyone may (`core.views.berkas`)."""

from django.http import HttpRequest

from laporan.models import Foto
from laporan.models.laporan import FotoQuerySet


def foto(request: HttpRequest) -> FotoQuerySet:
    """Return the photos of the laporan that this person may read."""
    return Foto.objects.visible_to(request.user)
