"""The functions of ours that a process has loaded."""

import gc
from types import FunctionType

from alat.mutasi.mutan import AKAR, Jalur

Fungsi = dict[tuple[str, Jalur], list[FunctionType]]


def fungsi_dimuat() -> Fungsi:
    """Return all functions of ours that are loaded, by file, name and line."""
    gc.unfreeze()
    hasil: Fungsi = {}
    for satu in gc.get_objects():
        if type(satu) is FunctionType and satu.__code__.co_filename.startswith(str(AKAR)):
            kode = satu.__code__
            kunci = kode.co_filename, (kode.co_qualname, kode.co_firstlineno)
            hasil.setdefault(kunci, []).append(satu)
    gc.freeze()
    return hasil
