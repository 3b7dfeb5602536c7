"""Evaluations as people read them: those that are owed, and reasons that are missing."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import QuerySet

from core.galat import berkata
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from laporan.models import Evaluasi
from proyek.bacaan.garis_waktu import Butir, butir_butir
from proyek.bacaan.hasil import Banding
from proyek.enums import TAHAP_RAMPUNG
from proyek.laku import Aksi
from proyek.models import Proyek

P = TypeVar("P", bound=QuerySet[Any])
SEMENTARA = (
    "Sementara Anda mengisi, evaluasi ini diubah orang lain. Periksa yang berubah, lalu tekan "
    "tombol sekali lagi."
)
HARI_DIMINTA = 365  # a work that was finished earlier is not asked about any more


def menunggu_evaluasi(proyek: P) -> P:
    """Return the works that were finished within a year and have no evaluation yet."""
    sejak = hari_ini() - dt.timedelta(days=HARI_DIMINTA)
    selesai = proyek.filter(tahap__in=TAHAP_RAMPUNG, selesai_nyata__gte=sejak)
    return selesai.filter(evaluasi__isnull=True)


def belum_dijelaskan(hasil: Iterable[Banding], isi: Mapping[str, str]) -> list[Banding]:
    """Return the differences whose reason is missing in `isi` (column → words)."""
    return [satu for satu in hasil if satu.beda and not berkata(isi.get(f"alasan_{satu.hal}", ""))]


def sidik(evaluasi: Evaluasi) -> str:
    """Return a short fingerprint of each of its words, in the order of `Evaluasi.TULISAN`: a form
    carries it, so that of two people who write at once the second sees what changed. The trail does
    not keep the words."""
    return ",".join(sidik_kata(getattr(evaluasi, nama)) for nama in Evaluasi.TULISAN)


def sidik_kata(kata: str) -> str:
    """Return a short fingerprint (12 hexadecimal digits) of these words."""
    return hashlib.sha256(kata.encode()).hexdigest()[:12]


def terakhir_ditulis(proyek: Proyek) -> Butir | None:
    """Return the newest act that wrote or corrected it, as everybody reads it; one query."""
    menulis = riwayat(proyek).filter(aksi__in=(Aksi.EVALUASI, Aksi.EVALUASI_DIPERBAIKI))
    return next(iter(butir_butir(menulis.order_by("-pk")[:1])), None)
