"""The names of the speakers in a conversation about a kiriman, in one place."""

from aspirasi.enums import JenisTindakLanjut
from aspirasi.models import TindakLanjut
from core.templatetags.bentuk import tanggal


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
