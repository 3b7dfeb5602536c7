"""The map drawn by us, for pages of apps that know nothing of it."""

from decimal import Decimal
from typing import Any

from django import template

from aspirasi.bacaan.letak import Letak
from aspirasi.bacaan.peta import lukis

register = template.Library()


@register.inclusion_tag("aspirasi/_letak.html")
def peta_titik(lintang: Decimal, bujur: Decimal) -> dict[str, Any]:
    """Show a public point as a small map with its words; one query."""
    return {"peta": lukis(Letak(lintang, bujur, tepat=True))}
