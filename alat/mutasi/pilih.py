"""The choice of tests for a mutant, and their order."""

import ast
from functools import cache
from typing import Any

from alat.mutasi.mutan import AKAR, Mutan

TERLAMA = 8.0  # seconds: longer tests drive whole stories that shorter ones tell as well


class Pemilih:
    """Choose from the tests that passed: {node: {"detik": …, "lewat": […]}}."""

    def __init__(self, uji: dict[str, dict[str, Any]], app: str, batas: float) -> None:
        self.uji = {n: h for n, h in uji.items() if h["detik"] < TERLAMA}
        self.app, self.batas = app, batas
        self.lewat: dict[str, set[str]] = {}
        for nama, hasil in self.uji.items():
            for fungsi in hasil["lewat"]:
                self.lewat.setdefault(fungsi, set()).add(nama)

    def untuk(self, mutan: Mutan) -> list[str]:
        """Return the tests that run its function, nearest and quickest first.

        Where none is known to, the tests that run any function of its file. Code that runs at
        import may concern everybody: these come first, then those of the app, as many as fit the
        budget.
        """
        sendiri = {n for f, s in self.lewat.items() if f.startswith(f"{mutan.berkas}::") for n in s}
        if not mutan.saat_impor:
            return self._urut(self._yang_lewat(mutan) or sendiri, mutan.berkas)
        dekat = {n for n in self.uji if n.startswith((f"tests/{self.app}/", "tests/arsitektur/"))}
        urut = self._urut(sendiri, mutan.berkas) + self._urut(dekat - sendiri, mutan.berkas)
        return self._terbatas(urut)

    def _yang_lewat(self, mutan: Mutan) -> set[str]:
        """Return the tests that run the function, or any method of the class."""
        nama = mutan.tempat_fungsi
        if mutan.fungsi in _kelas(mutan.berkas):
            return {n for f, s in self.lewat.items() if f.startswith(f"{nama}.") for n in s}
        return self.lewat.get(nama, set())

    def _urut(self, calon: set[str], berkas: str) -> list[str]:
        bagian = set(berkas.removesuffix(".py").split("/")[1:]) - {"services", "__init__"}

        def kunci(nama: str) -> tuple[bool, float, str]:
            uji = nama.split("::")[0].rsplit("/", 1)[-1].removesuffix(".py")
            return bagian.isdisjoint(uji.split("_")), self.uji[nama]["detik"], nama

        return sorted(calon, key=kunci)

    def _terbatas(self, urut: list[str]) -> list[str]:
        hasil, detik = [], 0.0
        for satu in urut:
            detik += self.uji[satu]["detik"]
            if detik > self.batas:
                break
            hasil.append(satu)
        return hasil


@cache
def _kelas(berkas: str) -> set[str]:
    pohon = ast.parse((AKAR / berkas).read_text())
    return {n.name for n in pohon.body if isinstance(n, ast.ClassDef)}
