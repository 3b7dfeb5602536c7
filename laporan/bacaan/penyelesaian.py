"""Letters to the Inspektorat and musyawarah penyelesaian in words, beside a project."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from core.kalimat import Lencana
from core.laku import Pembaca
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini
from laporan.laku import LAKU_MUSYAWARAH
from laporan.models import Musyawarah
from proyek.models import Keputusan

TERBANYAK = 5
# Stands beside every letter: it says nothing of anybody.
BUKAN_TUDUHAN = (
    "Isi surat tidak diumumkan. Surat ini bukan tuduhan kepada siapa pun; Inspektorat yang menilai."
)


@dataclass(frozen=True)
class LakuMusyawarah:
    """One act with its reason: "Hasil diperbaiki"."""

    waktu: dt.datetime
    kata: str
    alasan: str


@dataclass(frozen=True)
class KartuMusyawarah:
    """One musyawarah as everybody reads it, with the acts that gave a reason."""

    musyawarah: Musyawarah
    laku: list[LakuMusyawarah]

    @property
    def kalimat(self) -> str:
        """Say when and where it is or was: "Direncanakan 5 Desember 2026 di balai kampung."."""
        satu = self.musyawarah
        hari = tanggal(satu.tanggal)
        if satu.dibatalkan_pada:
            return f"Rencana {hari} di {satu.tempat} dibatalkan."
        if satu.diadakan is None:
            return f"Direncanakan {hari} di {satu.tempat}."
        if satu.diadakan:
            return f"Diadakan {hari} di {satu.tempat}."
        return f"Direncanakan {hari} di {satu.tempat}, tetapi tidak jadi diadakan."

    @property
    def lencana(self) -> Lencana | None:
        """Return its badge while its outcome is missing after its day; None otherwise."""
        satu = self.musyawarah
        lewat = satu.menunggu and satu.tanggal < hari_ini()
        return Lencana("Hasilnya belum dicatat", "awas") if lewat else None


def musyawarah_dari(semua: Iterable[Mapping[str, Any]]) -> list[KartuMusyawarah]:
    """Return the cards of what `MusyawarahQuerySet.ringkas` read."""
    return [_kartu(dict(satu)) for satu in semua]


def surat_dari(semua: Iterable[Mapping[str, Any]]) -> list[dt.date]:
    """Return the days of letters to the Inspektorat that `SuratInspektoratQuerySet.ringkas`
    read."""
    return [dt.date.fromisoformat(satu["tanggal"]) for satu in semua]


def tulisan_musyawarah(musyawarah: Musyawarah) -> list[tuple[Model, dict[str, str]]]:
    """Return its row with its typed words, by column."""
    return [(musyawarah, {nama: getattr(musyawarah, nama) for nama in musyawarah.TULISAN})]


def _kartu(isi: dict[str, Any]) -> KartuMusyawarah:
    nomor, laku = isi.pop("nomor_keputusan"), [_laku(satu) for satu in isi.pop("laku")]
    isi["tanggal"] = dt.date.fromisoformat(isi["tanggal"])
    if isi["dibatalkan_pada"]:
        isi["dibatalkan_pada"] = dt.datetime.fromisoformat(isi["dibatalkan_pada"])
    keputusan = Keputusan(nomor=nomor) if nomor else None
    return KartuMusyawarah(Musyawarah(keputusan=keputusan, **isi), laku)


def _laku(satu: Mapping[str, Any]) -> LakuMusyawarah:
    kata = LAKU_MUSYAWARAH[satu["laku"]].kata_untuk(Pembaca.UMUM)
    return LakuMusyawarah(dt.datetime.fromisoformat(satu["waktu"]), kata, satu["alasan"])
