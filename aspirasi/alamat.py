"""The address of a kiriman on the desk: the one place where this app names such an address."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse


def jalur_meja(acuan: UUID) -> str:
    """Return the path of the desk page of this kiriman."""
    return reverse("meja:aspirasi_rincian", args=[acuan])


def alamat_meja(acuan: UUID) -> str:
    """Return its whole address, for letters."""
    return f"{settings.ALAMAT_PORTAL}{jalur_meja(acuan)}"
