"""Addresses of the pages on which an office works on a plan."""

from typing import Any

from django.urls import reverse

from rencana.enums import JenisRencana

JENIS = {JenisRencana.RKP: "rkp", JenisRencana.DU_RKP: "du-rkp"}


def alamat_kantor(rencana: Any, nama: str) -> str:
    """Return the address of the page `nama` of a plan, whose kampung was read."""
    jenis = JENIS[JenisRencana(rencana.jenis)]
    return reverse(f"rencana:{nama}", args=[rencana.kampung.slug, rencana.tahun, jenis])
