"""A pytest plugin: run every mutant of a list in a fork of this process.

Everything is loaded once and the database stands; a fork only swaps the code of the functions that
the mutant changes and runs the tests chosen for it, until one fails.
"""

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from functools import partial
from math import ceil
from pathlib import Path
from types import CodeType
from typing import Any, NoReturn

import pytest
from _pytest.runner import runtestprotocol

from alat.mutasi.fungsi import Fungsi, fungsi_dimuat
from alat.mutasi.mutan import AKAR, Jalur, Mutan, kompilasi, perubahan

Hasil = dict[str, Any]
SEKALI_SIMPAN = 20  # results that are kept together, after a look whether all is well
# A fork hangs when it took so many times its budget of processor time, or waited so many times.
PUTARAN, TUNGGUAN = 3, 30


class Pelari:
    """Run the mutants of `tugas`; their results go to the file `hasil`."""

    def __init__(self, tugas: Path, hasil: Path) -> None:
        isi = json.loads(tugas.read_text())
        self.batas, self.tugas, self.hasil = isi["batas"], isi["mutan"], hasil
        self.fungsi: Fungsi = {}
        self.tunggu: list[Hasil] = []
        self.pembunuh: dict[str, dict[str, None]] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of pytest's own loop."""
        uji = {item.nodeid: item for item in session.items}
        hangatkan(session.items)
        self.fungsi = fungsi_dimuat()
        self.simpanan = Simpanan()
        for nomor, tugas in enumerate(self.tugas, 1):
            mutan = Mutan(**tugas["mutan"])
            hasil = self._uji(mutan, [uji[n] for n in self._urut(mutan, tugas["uji"]) if n in uji])
            print(f"{nomor}/{len(self.tugas)} {mutan.tempat} {hasil['nasib']}", flush=True)
            self._bersihkan(hasil)
            if len(self.tunggu) == SEKALI_SIMPAN or nomor == len(self.tugas):
                self._simpan(uji)
        return True

    def _urut(self, mutan: Mutan, pilihan: list[str]) -> list[str]:
        """Put first what killed mutants of this function, then what killed others of its file."""
        dulu = [self.pembunuh.get(satu, {}) for satu in (mutan.tempat_fungsi, mutan.berkas)]
        pertama = [n for satu in dulu for n in reversed(satu) if n in set(pilihan)]
        return list(dict.fromkeys([*pertama, *pilihan]))

    def _uji(self, mutan: Mutan, pilihan: list[pytest.Item]) -> Hasil:
        mulai = time.monotonic()
        hasil = cabang(partial(self._jalankan, mutan, pilihan), self.batas)
        hasil |= {"kunci": mutan.kunci, "detik": round(time.monotonic() - mulai, 2)}
        self.tunggu.append(hasil)
        for tempat in (mutan.berkas, mutan.tempat_fungsi) if hasil["nasib"] == "mati" else ():
            urut = self.pembunuh.setdefault(tempat, {})
            urut.pop(hasil["oleh"], None)
            urut[hasil["oleh"]] = None  # the latest stands last
        return hasil

    def _bersihkan(self, hasil: Hasil) -> None:
        """Copy the database back when a fork left it otherwise than it was."""
        if hasil.get("kotor"):
            self.simpanan.pulihkan()

    def _simpan(self, uji: dict[str, pytest.Item]) -> None:
        """Keep the results once the test that killed last passes without a mutant."""
        for nama in [h["oleh"] for h in self.tunggu if h["nasib"] == "mati"][-1:]:
            hasil = cabang(partial(self._jalankan, None, [uji[nama]]), self.batas)
            self._bersihkan(hasil)
            if hasil["nasib"] != "hidup":
                pytest.exit(f"Tanpa mutasi pun {hasil['nasib']}: {nama}", returncode=2)
        with self.hasil.open("a") as file:
            file.writelines(json.dumps(satu) + "\n" for satu in self.tunggu)
        self.tunggu = []

    def _jalankan(self, mutan: Mutan | None, pilihan: list[pytest.Item]) -> Hasil:
        """Run the tests until one fails or the time is up; None: with nothing broken."""
        if mutan:
            pasang(mutan, self.fungsi)
        nomor, kotor = 0, False
        if pilihan:
            # What warmed up stands still: as the first test here it would get no fixtures.
            pilihan[0].session._setupstate.teardown_exact(pilihan[0].parent)  # type: ignore[arg-type]  # a file holds it
        for nomor, item in enumerate(pilihan, 1):
            berikut = pilihan[nomor] if nomor < len(pilihan) else item
            kotor = kotor or menyimpan(item)
            if gagal(item, berikut):
                return {"nasib": "mati", "oleh": item.nodeid, "kotor": kotor}
            if time.process_time() > self.batas:
                break
        return {"nasib": "hidup", "uji": nomor, "dari": len(pilihan), "kotor": kotor}


def hangatkan(items: list[pytest.Item]) -> None:
    """Run one test, so that what a session sets up stands before the first fork."""
    for item in sorted(items, key=lambda i: not memakai_basis(i))[:1]:
        if gagal(item, item):
            pytest.exit(f"Tanpa mutasi pun gagal: {item.nodeid}", returncode=2)


def gagal(item: pytest.Item, berikut: pytest.Item) -> bool:
    return any(satu.failed for satu in runtestprotocol(item, log=False, nextitem=berikut))


def cabang(kerja: Callable[[], Hasil], batas: float) -> Hasil:
    """Return what a fork says; one that says nothing in time hangs, and is ended.

    `batas` is its budget in seconds of processor time.
    """
    tutup_sambungan()
    baca, tulis = os.pipe()
    pid = os.fork()
    if pid == 0:
        _anak(kerja, tulis, ceil(PUTARAN * batas))
    os.close(tulis)
    siap, _, _ = select.select([baca], [], [], TUNGGUAN * batas)
    isi = os.read(baca, 65536) if siap else b""
    os.close(baca)
    if not isi:
        os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return json.loads(isi) if isi else {"nasib": "macet", "kotor": True}


def _anak(kerja: Callable[[], Hasil], tulis: int, detik: int) -> NoReturn:
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (detik, detik + 1))
    kosong = os.open(os.devnull, os.O_RDWR)
    for saluran in (0, 1, 2):
        os.dup2(kosong, saluran)
    try:
        hasil = kerja()
    except BaseException as galat:
        hasil = {"nasib": "galat", "oleh": repr(galat)[:200], "kotor": True}
    os.write(tulis, json.dumps(hasil).encode())
    os._exit(0)


def pasang(mutan: Mutan, fungsi: Fungsi) -> None:
    """Swap the code of the functions that the mutant changes, wherever they were imported to."""
    berkas = str(AKAR / mutan.berkas)
    asal = Path(berkas).read_text()
    baru: dict[Jalur, CodeType] | None = perubahan(
        kompilasi(asal, berkas), kompilasi(mutan.sumber(asal), berkas)
    )
    sasaran = [(f, k) for jalur, k in (baru or {}).items() for f in fungsi.get((berkas, jalur), [])]
    if not sasaran:
        raise LookupError(f"{mutan.berkas}:{mutan.baris}: tidak dimuat")
    for satu, kode in sasaran:
        satu.__code__ = kode


def memakai_basis(item: pytest.Item) -> bool:
    return "db" in getattr(item, "fixturenames", ()) or bool(item.get_closest_marker("django_db"))


def menyimpan(item: pytest.Item) -> bool:
    """Return whether the test commits. At its end it empties all tables, also when it passes, and
    only the next test that commits fills them again."""
    tanda = item.get_closest_marker("django_db")
    isi = getattr(item, "fixturenames", ())
    return bool(tanda and tanda.kwargs.get("transaction")) or "transactional_db" in isi


def tutup_sambungan() -> None:
    """Close the connections, so that no two processes speak through one."""
    if os.environ.get("DJANGO_SETTINGS_MODULE"):
        from django.db import connections

        connections.close_all()


class Simpanan:
    """A copy of the test database as it was, to go back to."""

    def __init__(self) -> None:
        self.ada = bool(os.environ.get("DJANGO_SETTINGS_MODULE"))
        if self.ada:
            self._salin(*self._nama())

    def pulihkan(self) -> None:
        if self.ada:
            self._salin(*reversed(self._nama()))

    def _nama(self) -> tuple[str, str]:
        from django.db import connection

        nama = connection.settings_dict["NAME"]
        return nama, f"{nama}_mutasi"

    def _salin(self, dari: str, ke: str) -> None:
        """Copy a whole database; pytest-django lets nobody but tests use Django's connections."""
        import psycopg2
        from django.db import connection

        tutup_sambungan()
        atur = connection.get_connection_params() | {"dbname": "postgres"}
        for bukan in ("cursor_factory", "client_encoding"):
            atur.pop(bukan, None)
        sambungan = psycopg2.connect(**atur)
        sambungan.autocommit = True
        with sambungan.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{ke}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{ke}" TEMPLATE "{dari}"')
        sambungan.close()


def pytest_configure(config: pytest.Config) -> None:
    """Take over when the tasks are named; found examples are neither kept nor made smaller."""
    if config.pluginmanager.hasplugin("hypothesispytest"):
        from hypothesis import Phase, settings

        tahap = [Phase.explicit, Phase.generate]
        settings.register_profile("mutasi", database=None, deadline=None, phases=tahap)
        settings.load_profile("mutasi")
    pelari = Pelari(Path(os.environ["MUTASI_TUGAS"]), Path(os.environ["MUTASI_HASIL"]))
    config.pluginmanager.register(pelari, "mutasi-pelari")
