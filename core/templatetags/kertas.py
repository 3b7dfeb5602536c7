"""The foot of a public page on paper: its address, the day, and a QR code."""

from typing import Any

from django import template

from core.kertas import alamat_polos, alamat_portal, qr
from core.waktu import hari_ini

register = template.Library()


@register.inclusion_tag("bagian/alamat_kertas.html", takes_context=True)
def alamat_kertas(context: template.Context) -> dict[str, Any]:
    """Return the address of this page without its query (which may hold a tracking code)."""
    request = context["request"]
    return {
        "alamat": alamat_polos(request) + request.path,
        "hari": hari_ini(),
        "qr": qr(alamat_portal(request) + request.path),
    }
