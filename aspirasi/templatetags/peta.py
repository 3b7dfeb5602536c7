"""The map drawn by us, for pages of apps that know nothing of it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import template

from aspirasi.bacaan.letak import Letak
from aspirasi.bacaan.peta import lukis
from warga.models import Kampung

register = template.Library()


@register.inclusion_tag("aspirasi/_letak.html")
def peta_titik(lintang: Decimal, bujur: Decimal, isi: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Show a public point as a small map with its words. `isi` are plain values of all kampung
    (`proyek.bacaan.halaman`); no query."""
    semua = [
        Kampung(nama=k["nama"], lintang=Decimal(str(k["lintang"])), bujur=Decimal(str(k["bujur"])))
        for k in isi
    ]
    return {"peta": lukis(Letak(lintang, bujur, tepat=True), semua)}
