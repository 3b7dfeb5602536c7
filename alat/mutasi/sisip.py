"""A pytest plugin: import one file with a mutation in it, where swapping comes too late."""

import os
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

from alat.mutasi.mutan import kompilasi

BERKAS, SUMBER = os.environ["MUTASI_BERKAS"], Path(os.environ["MUTASI_SUMBER"]).read_text()
_asli = SourceFileLoader.get_code


def _get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
    return kompilasi(SUMBER, BERKAS) if self.path == BERKAS else _asli(self, fullname)


SourceFileLoader.get_code = _get_code  # type: ignore[method-assign, assignment]  # on purpose
