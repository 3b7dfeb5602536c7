"""The line in time of the reports of a project, for templates."""

from typing import Any

from django import template

from laporan.bacaan import garis as bacaan
from laporan.models import LaporanKemajuan
from proyek.bacaan.halaman import GARIS

register = template.Library()


@register.simple_tag
def garis_laporan(proyek: Any) -> bacaan.Garis:
    """Return the newest places of a project that its page has read (`laporan.bacaan.garis`)."""
    return bacaan.garis(proyek, GARIS)


@register.simple_tag
def laporan_terbaru(proyek: Any) -> LaporanKemajuan | None:
    """Return its newest report that stands."""
    return bacaan.terbaru(proyek)
