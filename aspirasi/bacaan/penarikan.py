"""Sentences about things that were taken back from a kiriman, in the places where they stood."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from core.models import Jejak
from core.moderasi.penarikan import HITAM, Ditarik, ditarik

MENARIK = (
    *(Aksi.ISI_DITARIK, Aksi.ISI_DIHITAMKAN),
    *(Aksi.JAWABAN_DITARIK, Aksi.JAWABAN_DIHITAMKAN),
    *(Aksi.FOTO_DITARIK, Aksi.FOTO_DIHITAMKAN),
)
Semua = dict[tuple[str, int], Ditarik]


def baca(aspirasi: Aspirasi, jejak: Iterable[Jejak]) -> Semua:
    """Return what was taken back; no query where the trail tells of nothing."""
    return ditarik(aspirasi) if any(j.aksi in MENARIK for j in jejak) else {}


def isi(aspirasi: Aspirasi, semua: Semua) -> str:
    """Return the sentence below the shown text; "" when nothing of it was taken back."""
    milik = semua.get((Aspirasi._meta.db_table, aspirasi.pk))
    return milik.kalimat("Tulisan") if milik else ""


def jawaban(baris: Iterable[TindakLanjut], semua: Semua) -> list[TindakLanjut]:
    """Return the answers, each with its sentence as `penarikan`."""
    return [_tempel(satu, semua, "Jawaban") for satu in baris]


def foto(baris: Iterable[Lampiran], semua: Semua) -> list[Lampiran]:
    """Return the photos, each with its sentence as `penarikan`; of a photo that was taken
    back and is shown again none stays."""
    hasil = [_tempel(satu, semua, "Foto", "ditutup") for satu in baris]
    for satu in hasil:
        lama = semua.get((satu._meta.db_table, satu.pk))
        if lama and lama.utuh and satu.ditarik_pada is None:
            satu.penarikan = ""
    return hasil


def _tempel(satu: Any, semua: Semua, nama: str, sebagian: str = "dihitamkan") -> Any:
    milik = semua.get((satu._meta.db_table, satu.pk))
    satu.penarikan = milik.kalimat(nama, sebagian) if milik else ""
    return satu


class Urusan(NamedTuple):
    """The links below an official answer: `tarik`, the words of the one that takes words back ("":
    no more may go); `tambah`, whether photos can be added; `ditarik`, whether photos that were
    taken back can be covered, too."""

    tarik: str
    tambah: bool
    ditarik: bool


def judul_tarik(*, kecamatan: bool) -> str:
    """Return the words for taking back words of an answer. A kampung only blackens some."""
    return "Hitamkan atau tarik jawaban" if kecamatan else "Hitamkan kata dalam jawaban"


def urusan(jawaban: TindakLanjut, *, kecamatan: bool) -> Urusan:
    """Return what the office of an answer, or the kecamatan, can still do. A kampung blackens words
    once."""
    utuh = jawaban.isi != HITAM
    sisa = utuh if kecamatan else HITAM not in jawaban.isi
    return Urusan(judul_tarik(kecamatan=kecamatan) if sisa else "", utuh, kecamatan)
