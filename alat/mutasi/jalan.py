"""Start pytest: to map the tests, to fork for mutants, and anew for what runs at import."""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict
from math import ceil
from pathlib import Path
from typing import Any

from alat.mutasi.hasil import Catatan
from alat.mutasi.mutan import AKAR, Mutan
from alat.mutasi.peta import Peta
from alat.mutasi.pilih import Pemilih

SEKALIGUS = 15  # files of tests that are mapped by one process: what is done is kept
# A new process hangs when it took so many times its budget of processor time, or waited so many
# times: on a busy machine the clock alone would call a survivor dead.
PUTARAN, TUNGGUAN = 6, 60
TERUS = ("--continue-on-collection-errors",)
PYTEST = (sys.executable, "-m", "pytest", "-q", "--tb=line", "-p", "no:cacheprovider")


def petakan(berkas: list[str], tempat: Path) -> Peta:
    """Run the tests that are unknown or changed once, to see what they reach."""
    peta = Peta(tempat)
    usang = peta.usang(berkas)
    for awal in range(0, len(usang), SEKALIGUS):
        bagian = usang[awal : awal + SEKALIGUS]
        print(f"Memetakan pengujian: berkas {awal + 1} dari {len(usang)} …", flush=True)
        with tempfile.NamedTemporaryFile("r", suffix=".json") as tujuan:
            tambahan = {"MUTASI_PETA": tujuan.name}
            perintah = (*PYTEST, "--reuse-db", *TERUS, "-p", "alat.mutasi.peta", *bagian)
            # 1: some failed, and are left out
            if _jalankan(perintah, tambahan, None) not in (0, 1):
                sys.exit(f"Pengujian tidak dapat dijalankan: {' '.join(perintah)}")
            peta.tambah(bagian, json.loads(tujuan.read() or "{}"))
    return peta


def uji_cabang(tugas: list[Mutan], pemilih: Pemilih, batas: float, catatan: Catatan) -> None:
    """Run mutants of functions in forks of one process; their results are in `catatan` then."""
    daftar = [{"mutan": asdict(m), "uji": pemilih.untuk(m)} for m in tugas]
    berkas = sorted({n.split("::")[0] for satu in daftar for n in satu["uji"]})
    if not berkas:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"batas": batas, "mutan": daftar}, file)
        file.flush()
        tambahan = {"MUTASI_TUGAS": file.name, "MUTASI_HASIL": str(catatan.tempat)}
        # -x: no file is run whole, so nothing is asked of whole files (`tests/conftest.py`).
        perintah = (*PYTEST, "--reuse-db", "-x", "-s", "-p", "alat.mutasi.cabang", *berkas)
        if _jalankan(perintah, tambahan, None, bisu=False):
            sys.exit(2)
    catatan.baca()


def uji_segar(mutan: Mutan, pilihan: list[str], batas: float, baru: bool = False) -> dict[str, Any]:
    """Run the tests in a new process that imports the mutant; `baru` makes the database anew."""
    mulai = time.monotonic()
    with tempfile.NamedTemporaryFile("w", suffix=".py") as sumber:
        sumber.write(mutan.sumber((AKAR / mutan.berkas).read_text()))
        sumber.flush()
        tambahan = {"MUTASI_BERKAS": str(AKAR / mutan.berkas), "MUTASI_SUMBER": sumber.name}
        basis = "--create-db" if baru else "--reuse-db"
        perintah = (*PYTEST, basis, "-x", "-p", "alat.mutasi.sisip", *pilihan)
        kode = _jalankan(perintah, tambahan, batas) if pilihan else 0
    hasil = {"kunci": mutan.kunci, "uji": len(pilihan), "dari": len(pilihan)}
    nasib = "macet" if kode is None else "mati" if kode else "hidup"
    return hasil | {"nasib": nasib, "detik": round(time.monotonic() - mulai, 2)}


def _jalankan(
    perintah: tuple[str, ...], tambahan: Mapping[str, str], batas: float | None, bisu: bool = True
) -> int | None:
    """Return the exit code; None when it hung within `batas`, and was ended with all that it
    started."""
    ke = subprocess.DEVNULL if bisu else None
    proses = subprocess.Popen(
        perintah, env=os.environ | tambahan, cwd=AKAR, stdout=ke, stderr=ke, start_new_session=True
    )
    if batas:
        detik = ceil(PUTARAN * batas)
        resource.prlimit(proses.pid, resource.RLIMIT_CPU, (detik, detik + 1))
    try:
        kode = proses.wait(batas and TUNGGUAN * batas)
        return None if batas and kode < 0 else kode
    except subprocess.TimeoutExpired:
        return None
    finally:
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)
            proses.wait()
