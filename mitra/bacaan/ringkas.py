"""Help on the pages of a project and of a kampung, from the plain values that they read."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.urls import reverse

from core.templatetags.bentuk import tanggal
from mitra.bacaan.janji import TANPA_NAMA, banyak
from mitra.enums import JenisPenawar


def kata_kebutuhan(jumlah: Any, satuan: str, sampai: Any) -> str:
    """Return how much is needed, and until when."""
    banyaknya = banyak(Decimal(str(jumlah)), satuan)
    if not sampai:
        return f"{banyaknya}."
    hari = dt.date.fromisoformat(sampai) if isinstance(sampai, str) else sampai
    return f"{banyaknya}, sampai {tanggal(hari)}."


def bantuan_proyek(isi: Iterable[Mapping[str, Any]] | None) -> list[tuple[str, str]]:
    """Return the promises for a project in words, each with the page of its partner."""
    return [(_janji(satu), _alamat(satu)) for satu in isi or ()]


def _janji(satu: Mapping[str, Any]) -> str:
    lain = TANPA_NAMA.get(JenisPenawar(satu["penawar"]), "Seorang warga")
    janji = banyak(Decimal(str(satu["jumlah"])), satu["satuan"])
    tiba = Decimal(str(satu["tiba"] or 0))
    datang = f"diterima {banyak(tiba, satu['satuan'])}" if tiba else "belum ada yang diterima"
    return f"{satu['nama'] or lain}: {satu['uraian']}. Dijanjikan {janji}, {datang}."


def _alamat(satu: Mapping[str, Any]) -> str:
    return reverse("mitra:rinci", args=[satu["slug"]]) if satu["slug"] else ""
