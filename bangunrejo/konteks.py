"""What every page may read."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

NAMA_PORTAL = "Portal Bangunrejo"


def portal(request: HttpRequest) -> dict[str, Any]:
    """Return `portal`: its name, its mode and whether it holds demonstration data."""
    return {
        "portal": {
            "nama": NAMA_PORTAL,
            "mode": settings.PORTAL_MODE,
            "contoh": settings.PORTAL_MODE == "contoh",
        }
    }
