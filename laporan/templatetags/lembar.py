"""Links to the yearly sheets of a kampung, by their names."""

from typing import Any

from django import template
from django.urls import reverse

from laporan.bacaan.lembar_tahunan import JENIS
from warga.models import Kampung

register = template.Library()
ALAMAT = ("lembar", "lembar_docx")  # names of addresses: the page, and the Word file


@register.inclusion_tag("laporan/_lembar_kampung.html")
def lembar_kampung(kampung: Kampung, tahun: int) -> dict[str, Any]:
    """Write the sheets of a year, each to print and as a Word file."""
    semua = [
        (
            satu.nama,
            *(reverse(f"kampung:{nama}", args=[kampung.slug, jenis, tahun]) for nama in ALAMAT),
        )
        for jenis, satu in JENIS.items()
    ]
    return {"semua": semua, "tahun": tahun, "kampung": kampung}
