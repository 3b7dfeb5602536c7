"""/.well-known/security.txt: the address for reports of holes in the portal (RFC 9116)."""

import datetime as dt

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

BERLAKU = dt.timedelta(days=180)


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Name a contact. `Expires` moves with each day: an answer proves that it is kept."""
    habis = (timezone.now() + BERLAKU).replace(hour=0, minute=0, second=0, microsecond=0)
    asal = settings.ALAMAT_PORTAL.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
    baris = (
        f"Contact: {_kontak()}",
        f"Expires: {habis.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: id, en",
        f"Canonical: {asal}{reverse('security_txt')}",
    )
    return HttpResponse("\n".join(baris) + "\n", content_type="text/plain; charset=utf-8")


def _kontak() -> str:
    kontak: str = settings.KONTAK_KEAMANAN or settings.DEFAULT_FROM_EMAIL
    return kontak if kontak.startswith(("https://", "mailto:", "tel:")) else f"mailto:{kontak}"
