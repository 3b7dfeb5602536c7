"""The door to the decoder: one child process at a time on a machine, and short waits.

Decoding is the one work that a stranger can make costly. It happens in a child process
(`core.gambar.anak`) that bounds its own time and memory, and never in a web thread. A lock on a
file in DATA_DIR lets one child run at a time, however many web processes and workers there are. The
child itself holds the lock, so the lock is free only when the child is gone.

A request waits three seconds (FOTO_DETIK) in all, for the lock and the child, however many photos
it has. Only `PENUNGGU` requests of a process wait. The others get `BelumSelesai` at once, and their
photos wait on disk for the worker (`core.berkas.foto_tertunda`).
"""

import fcntl
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from core.gambar import anak as gambar_anak
from core.gambar import olah as gambar
from core.gambar.olah import FotoDitolak, FotoJadi

log = logging.getLogger(__name__)

DETIK_LATAR = 60.0
PENUNGGU = 2  # requests of one process that wait; it has four threads
SELA = 0.05  # seconds between two looks at the lock
PALING_SINGKAT = 0.3  # seconds; with less left a child is not worth starting
KEHABISAN = (signal.SIGXCPU, signal.SIGKILL)
NAMA_KUNCI = "kunci"

_penunggu = threading.BoundedSemaphore(PENUNGGU)


class BelumSelesai(FotoDitolak):
    """There was no verdict in time. The photo may be good, and may be sent again."""

    def __init__(self) -> None:
        super().__init__("sibuk")


@dataclass(frozen=True)
class Tenggat:
    """Until when somebody waits, by the monotonic clock. `permintaan`: a web page waits."""

    akhir: float
    permintaan: bool

    def sisa(self) -> float:
        return self.akhir - time.monotonic()


def permintaan() -> Tenggat:
    """Return the time that one request has for all of its photos, from now on."""
    return Tenggat(time.monotonic() + settings.FOTO_DETIK, permintaan=True)


def latar() -> Tenggat:
    """Return the time that background work waits for its turn, and again for its child."""
    return Tenggat(time.monotonic() + DETIK_LATAR, permintaan=False)


def folder() -> Path:
    """Return the folder of the lock and of the waiting photos; it is made when it is missing."""
    tempat = Path(settings.DATA_DIR) / "foto-menunggu"
    tempat.mkdir(mode=0o700, parents=True, exist_ok=True)
    return tempat


def olah(data: bytes, tenggat: Tenggat) -> FotoJadi:
    """Run `gambar.olah` in a child. Raises FotoDitolak, or BelumSelesai when time is up."""
    gambar.periksa_awal(data)
    return _kerjakan({}, data, tenggat)


def tutup_kotak(
    data: bytes, kotak: Iterable[tuple[float, float, float, float]], tenggat: Tenggat
) -> FotoJadi:
    """Run `core.gambar.olah.tutup_kotak` in a child. Raises as `olah` does."""
    return _kerjakan({"kotak": list(kotak)}, data, tenggat)


def _kerjakan(perintah: dict[str, Any], data: bytes, tenggat: Tenggat) -> FotoJadi:
    masukan = json.dumps(perintah).encode() + b"\n" + data
    try:
        with _giliran(tenggat) as kunci:
            if settings.FOTO_ANAK:
                # Background work that waited long for its turn keeps its time: the photo is not to
                # blame.
                return _baca(_anak(masukan, kunci, tenggat if tenggat.permintaan else latar()))
            return _baca(gambar_anak.layani(masukan))
    except OSError as galat:
        raise tak_tersimpan(galat) from galat


def tak_tersimpan(galat: OSError) -> FotoDitolak:
    """Return the refusal for a disk that is full or not writable, and log it once."""
    log.error("Foto tidak dapat disimpan: %s", galat)
    return FotoDitolak("tak_tersimpan")


@contextmanager
def _giliran(tenggat: Tenggat) -> Iterator[int]:
    """Wait for the turn of this machine and yield the descriptor of its lock."""
    if tenggat.permintaan and not _penunggu.acquire(blocking=False):
        raise BelumSelesai
    try:
        with _kunci_mesin(tenggat) as kunci:
            yield kunci
    finally:
        if tenggat.permintaan:
            _penunggu.release()


@contextmanager
def _kunci_mesin(tenggat: Tenggat) -> Iterator[int]:
    kunci = os.open(folder() / NAMA_KUNCI, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        while not _terkunci(kunci):
            if tenggat.sisa() < PALING_SINGKAT:
                raise BelumSelesai
            time.sleep(SELA)
        if tenggat.sisa() < PALING_SINGKAT:
            raise BelumSelesai
        yield kunci
    finally:
        os.close(kunci)


def _terkunci(kunci: int) -> bool:
    try:
        fcntl.flock(kunci, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _anak(masukan: bytes, kunci: int, tenggat: Tenggat) -> bytes:
    """Run the child and return what it wrote. It is gone when this returns or raises."""
    # The child inherits the lock and nothing else: no settings, no connection, no secret.
    proses = subprocess.Popen(  # noqa: S603 (our own words, no shell)
        [sys.executable, "-s", "-m", gambar_anak.__name__],
        cwd=settings.BASE_DIR,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=[kunci],
    )
    try:
        keluaran, _ = proses.communicate(masukan, timeout=tenggat.sisa())
    except subprocess.TimeoutExpired as galat:
        if tenggat.permintaan:
            raise BelumSelesai from galat
        raise FotoDitolak("terlalu_berat", detik=gambar_anak.BATAS_DETIK) from galat
    finally:
        _akhiri(proses)
    _periksa_akhir(proses.returncode)
    return keluaran


def _akhiri(proses: subprocess.Popen[bytes]) -> None:
    proses.kill()
    proses.wait()
    for pipa in (proses.stdin, proses.stdout):
        with suppress(OSError):  # the child did not read the rest
            if pipa:
                pipa.close()


def _periksa_akhir(kode: int) -> None:
    """Raise FotoDitolak when the child did not end by itself: the photo is to blame."""
    if kode == 0:
        return
    if kode < 0:
        habis = -kode in KEHABISAN
        detik = gambar_anak.BATAS_DETIK if habis else 0
        raise FotoDitolak("terlalu_berat" if habis else "rusak", detik=detik)
    log.error("Pengurai foto berakhir dengan kode %s.", kode)
    raise FotoDitolak("luput")


def _baca(keluaran: bytes) -> FotoJadi:
    kepala, _, isi = keluaran.partition(b"\n")
    jawab = json.loads(kepala)
    if "kode" in jawab:
        raise FotoDitolak(jawab["kode"], detik=jawab["detik"])
    besar = jawab["besar"]
    ukuran = (jawab["lebar"], jawab["tinggi"], jawab["detik"])
    return FotoJadi(isi[:besar], isi[besar:], *ukuran)
