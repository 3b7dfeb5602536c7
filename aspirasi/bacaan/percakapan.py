"""The conversation about a kiriman: its entries, their speakers, and the words of an answer."""

from collections.abc import Iterable

from aspirasi.bacaan import penarikan
from aspirasi.bacaan.foto import bagikan
from aspirasi.enums import JenisTindakLanjut
from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from core.models import Jejak
from core.templatetags.bentuk import tanggal


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


def penulis(tindak: TindakLanjut, *, pengirim: bool) -> str:
    """Name who wrote it; `pengirim` says that the sender reads it, not an official."""
    if tindak.jenis == JenisTindakLanjut.BALASAN_PENGIRIM:
        return "Anda" if pengirim else "Pengirim"
    if tindak.jenis != JenisTindakLanjut.PERTANYAAN:
        return tindak.atas_nama
    return f"{tindak.atas_nama} bertanya{'' if pengirim else ' kepada pengirim'}"


def kata_jawaban(tindak: TindakLanjut) -> str:
    """Return what an official answer says, with the day that it promises; "" for other entries, and
    for answers from before this was asked."""
    if tindak.sampai is None:
        return str(tindak.get_jawaban_display())
    return f"{tindak.get_jawaban_display()} paling lambat {tanggal(tindak.sampai)}"
