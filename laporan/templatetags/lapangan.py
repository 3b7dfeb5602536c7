"""Looks in the field, letters to the Inspektorat and musyawarah, for templates."""

import datetime as dt
from typing import Any

from django import template

from laporan.bacaan.lapangan import Kartu, dari_ringkas
from laporan.bacaan.penyelesaian import KartuMusyawarah, musyawarah_dari, surat_dari

register = template.Library()


@register.filter
def pemeriksaan(hal: Any) -> list[Kartu]:
    """Return the looks that the page of a project or a report has read, the newest first."""
    return dari_ringkas(hal.isi_lapangan)


@register.filter
def surat_inspektorat(proyek: Any) -> list[dt.date]:
    """Return the days of the letters to the Inspektorat."""
    return surat_dari(proyek.isi_inspektorat)


@register.filter
def musyawarah(proyek: Any) -> list[KartuMusyawarah]:
    """Return the musyawarah about a project, the newest first."""
    return musyawarah_dari(proyek.isi_musyawarah)
