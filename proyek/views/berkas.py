"""Files of proyek that a request may fetch (`core.views.berkas`)."""

from django.http import HttpRequest

from proyek.models import Dokumen, Keputusan
from proyek.models.dokumen import DokumenQuerySet
from proyek.models.keputusan import KeputusanQuerySet


def keputusan(request: HttpRequest) -> KeputusanQuerySet:
    """Return the decisions whose scan this person may read: every decision is public."""
    return Keputusan.objects.visible_to(request.user)


def dokumen(request: HttpRequest) -> DokumenQuerySet:
    """Return the papers of projects whose file this person may read."""
    return Dokumen.objects.visible_to(request.user)
