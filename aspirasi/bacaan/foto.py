"""The photos of a kiriman as pages show them: those of the sender, and those of each answer."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from aspirasi.bacaan import penarikan
from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from core.berkas.foto_tertunda import pilah
from core.models import Jejak

BELUM_TAMPIL, DITARIK = "Belum tampil untuk umum", "Ditarik, hanya petugas yang melihatnya"


def semua_foto(aspirasi: Aspirasi) -> list[Lampiran]:
    """Return the stored photos of a kiriman, the sender's and those of answers, in one query."""
    return list(aspirasi.lampiran.select_related("berkas"))


def foto_pengirim(aspirasi: Aspirasi, semua: Iterable[Lampiran]) -> dict[str, Any]:
    """Return the accepted photos of the sender, those without a verdict yet, and the refusals to be
    read."""
    terpasang = [f for f in semua if not f.dari_jawaban]
    return {"foto": terpasang, **pilah(aspirasi.foto_tertunda.all())}


def percakapan(
    aspirasi: Aspirasi, semua: Iterable[Lampiran], jejak: Iterable[Jejak]
) -> list[TindakLanjut]:
    """Return the conversation as its sender reads it: each answer with its photos (`foto_tampil`),
    but for those that its office holds. Of one that was taken back the place stays, with the
    reason."""
    baris = list(aspirasi.tindak_lanjut.terbuka())
    terbaca = [f for f in semua if f.dari_jawaban and (f.ditarik_pada or not f.ditahan)]
    bagikan(penarikan.foto(terbaca, penarikan.baca(aspirasi, jejak)), baris)
    return baris


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
