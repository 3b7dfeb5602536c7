"""A pytest plugin: note which functions of the apps each test runs, and how long it takes.

The map is kept between runs; only files of tests that changed are run again.
"""

import ast
import hashlib
import json
import os
import sys
from collections.abc import Generator, Iterable
from inspect import signature
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from alat.mutasi.fungsi import fungsi_dimuat
from alat.mutasi.mutan import AKAR

# Browsers and processes of their own would not run what is changed in memory.
TANPA = ("tests/peramban/", "tests/contoh/", "tests/rumah/test_pemutakhiran")
BUKAN = (".venv/", "tests/", "alat/")
Isi = dict[str, Any]
PENDENGAR = "pendengar_mutasi"
ISI = f"""
def {PENDENGAR}(*nilai, **bernama):
    from alat.mutasi.peta import lewat
    return lewat({{}})(*nilai, **bernama)
"""
ASLI: list[tuple[str, FunctionType]] = []
LEWAT: set[str] = set()


class Pencatat:
    """Note what each test runs (`-p alat.mutasi.peta`, MUTASI_PETA=where to write it)."""

    def __init__(self, tujuan: Path) -> None:
        self.tujuan, self.hasil, self.dimuat = tujuan, dict[str, Isi](), 0

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Listen while the test runs; look for new functions whenever modules were imported."""
        if len(sys.modules) > self.dimuat:
            dengarkan()
            self.dimuat = len(sys.modules)
        LEWAT.clear()
        hasil = yield
        self.hasil.setdefault(item.nodeid, {"lulus": True})["lewat"] = sorted(LEWAT)
        return hasil

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note whether it passed, and how long it took without setting up the database."""
        catatan = self.hasil.setdefault(report.nodeid, {"lulus": True})
        if report.failed or report.skipped:
            catatan["lulus"] = False
        if report.when == "call" or len(self.hasil) > 1:
            catatan["detik"] = round(catatan.get("detik", 0) + report.duration, 3)

    def pytest_sessionfinish(self) -> None:
        """Write it all down."""
        self.tujuan.write_text(json.dumps(self.hasil))


def dengarkan() -> None:
    """Put a listener before every function of ours that has none yet, and is no closure."""
    sudah = {id(asli) for _, asli in ASLI}
    for (berkas, (nama, _)), semua in fungsi_dimuat().items():
        jalur = berkas[len(str(AKAR)) + 1 :]
        if nama == PENDENGAR or jalur.startswith(BUKAN) or "/migrations/" in jalur:
            continue
        for satu in semua:
            if id(satu) not in sudah and not satu.__closure__:
                _sisipkan(satu, f"{jalur}::{nama.split('.<locals>')[0]}")


def _sisipkan(fungsi: FunctionType, nama: str) -> None:
    """Let the function note its name and go on as before, whoever holds it."""
    lama = fungsi.__code__
    asli = FunctionType(lama, fungsi.__globals__, fungsi.__name__, fungsi.__defaults__)
    asli.__kwdefaults__ = fungsi.__kwdefaults__
    modul = compile(ISI.format(len(ASLI)), lama.co_filename, "exec", dont_inherit=True)
    kode = next(k for k in modul.co_consts if isinstance(k, CodeType))
    # Django asks a template filter for its arguments each time that it reads a template.
    fungsi.__signature__ = signature(asli)  # type: ignore[attr-defined]  # functions take it
    fungsi.__code__ = kode
    ASLI.append((nama, asli))


def lewat(nomor: int) -> FunctionType:
    """Note that this function runs, and return it."""
    nama, asli = ASLI[nomor]
    LEWAT.add(nama)
    return asli


def pytest_configure(config: pytest.Config) -> None:
    if tujuan := os.environ.get("MUTASI_PETA"):
        config.pluginmanager.register(Pencatat(Path(tujuan)), "mutasi-peta")


def sidik(berkas: Path) -> str:
    """Return the hash of what a file says, whatever it imports from where."""
    pohon = ast.parse(berkas.read_bytes())
    isi = [ast.dump(n) for n in pohon.body if not isinstance(n, ast.Import | ast.ImportFrom)]
    return hashlib.sha256("".join(isi).encode()).hexdigest()[:16]


def berkas_uji(awal: Iterable[str]) -> list[str]:
    """Return the files of tests in these folders, without those that mutants cannot reach."""
    semua = [
        satu
        for tempat in awal
        for satu in (
            [AKAR / tempat] if tempat.endswith(".py") else (AKAR / tempat).rglob("test_*.py")
        )
    ]
    nama_nama = sorted({str(satu.relative_to(AKAR)) for satu in semua})
    return [satu for satu in nama_nama if not satu.startswith(TANPA)]


class Peta:
    """The kept map: for each file of tests its hash and its tests."""

    def __init__(self, tempat: Path) -> None:
        self.tempat = tempat
        self.isi: dict[str, Isi] = json.loads(tempat.read_text()) if tempat.exists() else {}

    def usang(self, berkas: Iterable[str]) -> list[str]:
        """Return the files whose tests are unknown or have changed; a new name is no change."""
        dulu = {h["sidik"]: nama for nama, h in self.isi.items() if not (AKAR / nama).exists()}
        for satu in berkas:
            lama = dulu.get(sidik(AKAR / satu))
            if lama and satu not in self.isi:
                uji = {n.replace(lama, satu, 1): h for n, h in self.isi[lama]["uji"].items()}
                self.isi[satu] = self.isi[lama] | {"uji": uji}
        return [b for b in berkas if self.isi.get(b, {}).get("sidik") != sidik(AKAR / b)]

    def tambah(self, berkas: Iterable[str], hasil: dict[str, Isi]) -> None:
        for satu in berkas:
            uji = {n: h for n, h in hasil.items() if n.split("::")[0] == satu}
            self.isi[satu] = {"sidik": sidik(AKAR / satu), "uji": uji}
        self.tempat.write_text(json.dumps(self.isi))

    def uji(self, berkas: Iterable[str]) -> dict[str, Isi]:
        """Return the tests of these files that passed."""
        semua = [self.isi[b]["uji"] for b in berkas if b in self.isi]
        return {n: h for uji in semua for n, h in uji.items() if h["lulus"]}
