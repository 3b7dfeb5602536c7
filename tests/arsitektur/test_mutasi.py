"""`make mutasi` on a tiny project: a fatal mutant is reported killed, a harmless one survives."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from alat.mutasi import cabang
from alat.mutasi.jalan import _jalankan
from alat.mutasi.mutan import mutan, perubahan
from tests.arsitektur.test_ukuran import AKAR

HARGA = '''"""Prices."""

BUKA = True


def total(banyak, satuan):
    if banyak > 10:
        return banyak * satuan - 1
    return banyak * satuan


def sapa(nama):
    return "Selamat datang, " + nama
'''
UJI = """
import pytest
from toko.services.harga import BUKA, total

@pytest.fixture
def banyak():
    return 2

def test_total(banyak):
    assert (total(banyak, 3), total(11, 1)) == (6, 10)

def test_buka():
    assert BUKA
"""

UTUH = """
import os
import pytest

@pytest.fixture(scope="session", autouse=True)
def berkas_utuh(request):
    yield
    assert "MUTASI_TUGAS" not in os.environ or request.config.getoption("maxfail")
"""


@pytest.fixture
def toko(tmp_path: Path) -> Path:
    """A project of one app with one service and two tests; it asks something of whole files."""
    berkas = {"toko/services/harga.py": HARGA, "tests/toko/test_harga.py": UJI, "pytest.ini": ""}
    berkas["conftest.py"] = UTUH
    for nama, isi in berkas.items():
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).write_text(isi or "[pytest]\n")
    return tmp_path


def jalankan(toko: Path) -> subprocess.CompletedProcess[str]:
    bukan = ("DJANGO_SETTINGS_MODULE", "PYTEST_ADDOPTS")
    lingkungan = {n: v for n, v in os.environ.items() if n not in bukan}
    lingkungan |= {"MUTASI_AKAR": str(toko), "PYTHONPATH": f"{AKAR}:{toko}"}
    lingkungan |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "pytest_django.plugin"}
    perintah = [sys.executable, "-m", "alat.mutasi", "toko", "--batas", "5"]
    return subprocess.run(
        perintah, env=lingkungan, cwd=toko, check=False, capture_output=True, text=True
    )


def test_fatal_mutants_die_and_harmless_ones_are_printed(toko: Path) -> None:
    """Both ways are used: `total` is swapped in a fork, BUKA is imported by a new process."""
    hasil = jalankan(toko)
    assert hasil.returncode == 1, hasil.stderr
    lolos = hasil.stdout.split("\n\n")
    assert [satu for satu in lolos if "+    if banyak >= 10:" in satu and "harga.py:7 " in satu]
    assert [satu for satu in lolos if "harga.py:13 sapa" in satu and "1 dari 1 uji" in satu]
    assert not [satu for satu in lolos if "banyak / satuan" in satu or "+BUKA = False" in satu]
    catatan = (toko / ".data/mutasi/toko.jsonl").read_text()
    assert "test_total" in catatan, "the test that killed it is kept"


def test_what_is_mutated() -> None:
    sumber = (
        "@hias\ndef laku(ini, *, alasan=''):\n"
        "    if not alasan and ini.status in ('a', 'b'):\n"
        "        raise TidakBisa('Tulis alasannya.')\n"
        "    kunci(ini)\n"
        "    ini.status = ini.status or None\n"
    )
    semua = mutan("toko/laku.py", sumber)
    jenis = Counter(m.jenis for m in semua)
    assert jenis["BarisHilang"] == 2  # the error, the new status
    assert jenis["Decorator"] == 1
    assert "kunci(ini)" in {sumber[m.awal : m.akhir] for m in semua if m.teks == "None"}
    assert not [m for m in semua if "XXTulis" in m.teks], "sentences stay"
    assert {m.jenis for m in semua if m.saat_impor} == {"Decorator", "String"}


def test_a_mutant_says_what_runs_at_import() -> None:
    lama = compile("A = 1\ndef f():\n    return 1\n", "x.py", "exec")
    dalam = compile("A = 1\ndef f():\n    return 2\n", "x.py", "exec")
    impor = compile("A = 2\ndef f():\n    return 1\n", "x.py", "exec")
    assert list(perubahan(lama, dalam) or {}) == [("f", 2)]
    assert perubahan(lama, impor) is None
    assert perubahan(lama, lama) == {}


@pytest.mark.parametrize("gagal", [False, True])
def test_a_test_that_commits_leaves_a_dirty_database(
    monkeypatch: pytest.MonkeyPatch, gagal: bool
) -> None:
    """Also when it passes, and when only a later one fails: it has emptied the tables."""
    biasa, berkomit, akhir = (MagicMock(nodeid=str(n)) for n in range(3))
    monkeypatch.setattr(cabang, "menyimpan", lambda item: item is berkomit)
    monkeypatch.setattr(cabang, "gagal", lambda item, _: gagal and item is akhir)
    pelari = cabang.Pelari.__new__(cabang.Pelari)
    pelari.batas = 1e9
    assert pelari._jalankan(None, [biasa, berkomit, akhir])["kotor"]
    assert not pelari._jalankan(None, [biasa, akhir])["kotor"]


def test_what_hangs_is_ended_by_its_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock alone would call a survivor dead where the machine is busy."""
    monkeypatch.setattr("alat.mutasi.jalan.PUTARAN", 1)
    assert _jalankan((sys.executable, "-c", "while True: pass"), {}, 0.2) is None
    assert _jalankan((sys.executable, "-c", ""), {}, 30) == 0
