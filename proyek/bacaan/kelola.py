"""The offers of the box "Kelola proyek ini", beside links that everyone who keeps a project has."""

from dataclasses import dataclass, field
from typing import Any

import rules
from django.db.models import OuterRef

from core.cari.tumpangan import Tumpangan
from proyek.bacaan.muda import dengan_pengikat, pengikat_terbaca
from proyek.bacaan.tahap import halangan_batal
from proyek.models import PindahTahap, Proyek
from proyek.models.himpunan import jauh

_LANGKAH = Tumpangan(PindahTahap, kaitan=("keputusan",))


@dataclass(frozen=True)
class Kelola:
    """`tahap_batal`: the move that this person can take back now. `muda`: the project may still be
    corrected or taken back whole. `draf`: reports that are not published."""

    tahap_batal: PindahTahap | None = None
    muda: bool = False
    draf: list[Any] = field(default_factory=list)


def kelola(proyek: Proyek, orang: Any) -> Kelola:
    """Return it in one query for an official who works on the project, in none for anybody else."""
    if not rules.has_perm("proyek.kelola_proyek", orang, proyek):
        return Kelola()
    isi: Any = _baca(proyek)
    muda = rules.has_perm("proyek.betulkan_proyek", orang, proyek) and not pengikat_terbaca(isi)
    menulis = rules.has_perm("laporan.tulis", orang, proyek)
    return Kelola(
        tahap_batal=_tahap_batal(proyek, _LANGKAH.baca(isi.isi_langkah), orang),
        muda=muda,
        draf=Tumpangan(jauh("laporan").model).baca(isi.isi_draf) if menulis else [],
    )


def _baca(proyek: Proyek) -> Any:
    milik = {"proyek": OuterRef("pk")}
    langkah = PindahTahap.objects.berlaku().filter(**milik).order_by("-pk")
    draf = jauh("laporan").draf().filter(**milik).order_by("periode", "pk")
    satu = Proyek.objects.filter(pk=proyek.pk).order_by()
    return (
        dengan_pengikat(satu)
        .annotate(
            isi_langkah=_LANGKAH.anotasi(langkah[:1]),
            isi_draf=Tumpangan(jauh("laporan").model).anotasi(draf),
        )
        .get()
    )


def _tahap_batal(proyek: Proyek, terakhir: list[PindahTahap], orang: Any) -> PindahTahap | None:
    for langkah in terakhir:
        langkah.proyek = proyek
        if not halangan_batal(langkah, langkah, orang):
            return langkah
    return None
