"""Files of proyek that a request may fetch (`core.views.berkas`)."""

from django.db.models import QuerySet
from django.http import HttpRequest

from proyek.models import Dokumen, PindaianKeputusan, PindaianLpj
from proyek.models.dokumen import DokumenQuerySet


def pindaian(request: HttpRequest) -> QuerySet[PindaianKeputusan]:
    """Return the scans that this person may read: those of decisions that they may read."""
    return PindaianKeputusan.objects.visible_to(request.user)


def dokumen(request: HttpRequest) -> DokumenQuerySet:
    """Return the papers of projects whose file this person may read."""
    return Dokumen.objects.visible_to(request.user)


def pindaian_lpj(request: HttpRequest) -> DokumenQuerySet:
    """Return the scans of LPJ whose file this person may read."""
    return PindaianLpj.objects.visible_to(request.user)
