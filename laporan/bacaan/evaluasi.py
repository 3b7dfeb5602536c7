"""Evaluations as people read them: those that are owed, and reasons that are missing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import QuerySet

from core.galat import berkata
from core.waktu import hari_ini
from proyek.bacaan.hasil import Banding
from proyek.enums import TAHAP_RAMPUNG

P = TypeVar("P", bound=QuerySet[Any])
HARI_DIMINTA = 365  # a work that was finished earlier is not asked about any more


def menunggu_evaluasi(proyek: P) -> P:
    """Return the works that were finished within a year and have no evaluation yet."""
    sejak = hari_ini() - dt.timedelta(days=HARI_DIMINTA)
    selesai = proyek.filter(tahap__in=TAHAP_RAMPUNG, selesai_nyata__gte=sejak)
    return selesai.filter(evaluasi__isnull=True)


def belum_dijelaskan(hasil: Iterable[Banding], isi: Mapping[str, str]) -> list[Banding]:
    """Return the differences whose reason is missing in `isi` (column → words)."""
    return [satu for satu in hasil if satu.beda and not berkata(isi.get(f"alasan_{satu.hal}", ""))]
