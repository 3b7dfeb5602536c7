"""Guarded loads of projects for pages about drafts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from proyek.models import Proyek
from proyek.views.muat import proyek_untuk


def proyek_tertutup(request: HttpRequest, nomor: str, hak: str) -> Proyek:
    """Load a project on which this person has the right `hak`; for anybody else there is no such
    page (404)."""
    try:
        return proyek_untuk(request, nomor, hak)
    except PermissionDenied:
        raise Http404 from None
