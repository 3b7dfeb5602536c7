"""Where an official finds a kiriman: the one place where this app names an address of the desk."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse


def jalur_meja(acuan: UUID) -> str:
    """Return the path of the desk page of this kiriman."""
    return reverse("meja:aspirasi_rincian", args=[acuan])


def alamat_meja(acuan: UUID) -> str:
    """Return its whole address, as letters name it."""
    return f"{settings.ALAMAT_PORTAL}{jalur_meja(acuan)}"
