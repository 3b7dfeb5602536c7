"""The names of the speakers in a conversation about a kiriman, in one place."""

from aspirasi.enums import JenisTindakLanjut
from aspirasi.models import TindakLanjut


def penulis(tindak: TindakLanjut, *, pengirim: bool) -> str:
    """Name who wrote it; `pengirim` says that the sender reads it, not an official."""
    if tindak.jenis == JenisTindakLanjut.BALASAN_PENGIRIM:
        return "Anda" if pengirim else "Pengirim"
    if tindak.jenis != JenisTindakLanjut.PERTANYAAN:
        return tindak.atas_nama
    return f"{tindak.atas_nama} bertanya{'' if pengirim else ' kepada pengirim'}"
