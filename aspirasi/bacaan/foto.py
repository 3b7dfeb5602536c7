"""The photos of a kiriman as pages show them: those of the sender, and those of each answer."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from core.berkas.foto_tertunda import pilah

BELUM_TAMPIL, DITARIK = "Belum tampil untuk umum", "Ditarik, hanya petugas yang melihatnya"


def semua_foto(aspirasi: Aspirasi) -> list[Lampiran]:
    """Return the stored photos of a kiriman, the sender's and those of answers, in one query."""
    return list(aspirasi.lampiran.select_related("berkas"))


def foto_pengirim(aspirasi: Aspirasi, semua: Iterable[Lampiran]) -> dict[str, Any]:
    """Return the accepted photos of the sender, those without a verdict yet, and the refusals to be
    read."""
    return {"foto": milik_pengirim(semua), **pilah(aspirasi.foto_tertunda.all())}


def milik_pengirim(semua: Iterable[Lampiran]) -> list[Lampiran]:
    """Return those of these photos that the sender put."""
    return [f for f in semua if not f.dari_jawaban]


def bagikan(foto: Iterable[Lampiran], baris: Iterable[TindakLanjut]) -> list[Lampiran]:
    """Give each answer its photos, as `foto_tampil`, and each of these its answer. Return the
    photos of the sender."""
    milik: dict[int | None, list[Lampiran]] = defaultdict(list)
    for satu in foto:
        milik[satu.jawaban_id].append(satu)
    tindak: Any
    for tindak in baris:
        tindak.foto_tampil = milik[tindak.pk]
        for satu in tindak.foto_tampil:
            satu.jawaban = tindak
    return milik[None]


def dengan_keadaan(foto: Iterable[Lampiran]) -> list[Lampiran]:
    """Return photos as a desk shows them; one of an answer says in `keadaan` when only the desk
    sees it."""
    semua: list[Any] = list(foto)
    for satu in semua:
        ditarik = DITARIK if satu.ditarik_pada else BELUM_TAMPIL
        satu.keadaan = ditarik if satu.ditahan else ""
    return semua
