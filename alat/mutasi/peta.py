"""A pytest plugin: note which functions of the apps each test runs, and how long it takes.

The map is kept between runs; only files of tests that changed are run again.
"""

import ast
import hashlib
import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from alat.mutasi.mutan import AKAR

# Browsers and processes of their own would not run what is changed in memory.
TANPA = ("tests/peramban/", "tests/contoh/", "tests/rumah/")
Isi = dict[str, Any]


class Pencatat:
    """Trace the calls of each test that is run (`-p alat.mutasi.peta`, MUTASI_PETA=…)."""

    def __init__(self, tujuan: Path) -> None:
        self.tujuan = tujuan
        self.hasil: dict[str, Isi] = {}
        self.kode: dict[int, CodeType] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.kode = {}
        threading.settrace(self._panggil)
        sys.settrace(self._panggil)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
            catatan = self.hasil.setdefault(item.nodeid, {"lulus": True})
            catatan["lewat"] = sorted({n for k in list(self.kode.values()) if (n := nama(k))})

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        catatan = self.hasil.setdefault(report.nodeid, {"lulus": True})
        if report.failed or report.skipped:
            catatan["lulus"] = False
        if report.when == "call" or len(self.hasil) > 1:  # the first one sets up the database
            catatan["detik"] = round(catatan.get("detik", 0) + report.duration, 3)

    def pytest_sessionfinish(self) -> None:
        self.tujuan.write_text(json.dumps(self.hasil))

    def _panggil(self, frame: FrameType, event: str, arg: object) -> None:
        kode = frame.f_code
        self.kode[id(kode)] = kode


def nama(kode: CodeType) -> str:
    """Return "file::function" when it may be mutated, else ""."""
    if not kode.co_filename.startswith(str(AKAR)):
        return ""
    berkas = kode.co_filename[len(str(AKAR)) + 1 :]
    if berkas.startswith((".venv/", "tests/", "alat/")) or "/migrations/" in berkas:
        return ""
    fungsi = kode.co_qualname.split(".<locals>")[0]
    return f"{berkas}::{fungsi}" if not fungsi.startswith("<") else ""


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
    """What is known: per file of tests its hash and its tests."""

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
