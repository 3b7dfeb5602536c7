"""A whole portal of the demonstration, started as `make run` does, for the browser tests."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg2

from bangunrejo.jalan.basisdata import default_url
from tests.alat import induk
from tests.alat.rumah.portal import wait

AKAR = Path(__file__).resolve().parents[3]
BASIS = "peramban_uji"
BATAS_MULAI = 300  # seconds; a first start loads the whole story, on a machine that may be shared


@dataclass
class Jawaban:
    """The answer of the server."""

    status: int
    headers: list[tuple[str, str]]
    isi: str

    def header(self, nama: str) -> str:
        return next((v for k, v in self.headers if k.lower() == nama.lower()), "")


@dataclass
class PortalHidup:
    """A running portal: address, folder, database, and the passwords of its accounts."""

    alamat: str
    folder: Path
    basis: str
    proses: subprocess.Popen[bytes]
    sandi: dict[str, str] = field(default_factory=dict)

    def ambil(self, jalur: str, cookie: str = "") -> Jawaban:
        """Fetch a page without following redirects; a fresh visitor unless `cookie` is given."""
        permintaan = urllib.request.Request(self.alamat + jalur)
        if cookie:
            permintaan.add_header("Cookie", cookie)
        pembuka = urllib.request.build_opener(_TanpaAlih())
        try:
            with pembuka.open(permintaan, timeout=30) as jawab:
                isi = jawab.read().decode("utf-8", "replace")
                return Jawaban(jawab.status, jawab.getheaders(), isi)
        except urllib.error.HTTPError as galat:
            isi = galat.read().decode("utf-8", "replace")
            status, kepala = galat.code, list(galat.headers.items())
            galat.close()
            return Jawaban(status, kepala, isi)

    def tunggu_pekerja(self) -> None:
        """Wait until the worker has done all that is ready: then nothing changes by itself."""
        hubungan = psycopg2.connect(self.basis)
        hubungan.autocommit = True
        try:
            with hubungan.cursor() as cursor:
                wait(lambda: not _antrean(cursor), "the worker has not done what is queued")
        finally:
            hubungan.close()

    def henti(self) -> None:
        self.proses.send_signal(signal.SIGINT)
        try:
            self.proses.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.proses.kill()
            self.proses.wait()


def _antrean(cursor: Any) -> int:
    """Return how many tasks run or could run now."""
    cursor.execute(
        "SELECT count(*) FROM core_tugas WHERE status = 'dijalankan'"
        " OR (status = 'menunggu' AND siap_pada <= now())"
    )
    return int(cursor.fetchone()[0])


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def port_kosong() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def mulai(folder: Path) -> PortalHidup:
    """Start a portal in `folder` on a free port and wait until it answers."""
    port = port_kosong()
    buang = ("DATABASE_URL", "PORTAL_MODE", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE")
    lingkungan = {k: v for k, v in os.environ.items() if k not in buang}
    lingkungan |= {"PORTAL_MODE": "contoh", "DATA_DIR": str(folder), "PORT": str(port)}
    lingkungan["DJANGO_SETTINGS_MODULE"] = "tests.alat.peramban.setelan"
    lingkungan["FOTO_DETIK"] = "30"  # browsers keep every core busy
    basis = default_url(folder)  # the portal makes its own, as `make run` does
    if induk.salin(BASIS):
        basis = lingkungan["DATABASE_URL"] = induk.alamat(BASIS)
    catatan = folder / "uji.log"
    with catatan.open("wb") as keluaran:
        proses = subprocess.Popen(
            [sys.executable, "manage.py", "jalan"],
            cwd=AKAR,
            env=lingkungan,
            stdin=subprocess.DEVNULL,
            stdout=keluaran,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    portal = PortalHidup(f"http://127.0.0.1:{port}", folder, basis, proses)
    try:
        _tunggu(portal, catatan)
    except BaseException:
        portal.henti()
        raise
    portal.sandi = baca_sandi(folder)
    return portal


def _tunggu(portal: PortalHidup, catatan: Path) -> None:
    batas = time.monotonic() + BATAS_MULAI
    while time.monotonic() < batas:
        if portal.proses.poll() is not None:
            break
        with suppress(OSError):
            if portal.ambil("/readyz").status == 200:
                return
        time.sleep(0.1)
    raise AssertionError(f"Portal tidak menyala:\n{catatan.read_text()[-2000:]}")


def baca_sandi(folder: Path) -> dict[str, str]:
    """Return e-mail or number → password, as the demonstration wrote them down."""
    teks = (folder / "akun-contoh.txt").read_text()
    return dict(re.findall(r"^\s+(\S+@contoh\.invalid|\+\d+)\s+(\S+)$", teks, re.M))
