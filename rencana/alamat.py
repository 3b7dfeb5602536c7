"""Addresses of the pages on which an office works on a plan."""

from typing import Any

from django.urls import reverse


def alamat_kantor(rencana: Any, nama: str) -> str:
    """Return the address of the page `nama` of a plan, whose kampung was read."""
    jenis = "du-rkp" if rencana.ke_kabupaten else "rkp"
    return reverse(f"rencana:{nama}", args=[rencana.kampung.slug, rencana.tahun, jenis])
