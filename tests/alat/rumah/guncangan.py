"""The load of `make guncang`: many send while parts of the portal are killed; then all is compared.

A send counts as acknowledged when its sender was led to the page of code and PIN. A send without
acknowledgement is repeated with the same key, as a person does who reloads the page.
"""

import contextlib
import http.client
import random
import re
import signal
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Protocol
from urllib.parse import urlencode, urlsplit

import psutil

from core.formulir.sekali import kunci_baru
from tests.alat.rumah.portal import FORMULIR, Portal

KIRIM = "/aspirasi/kirim/"
TERKIRIM = "/aspirasi/terkirim/"
JEDA = (3.0, 8.0)  # seconds between two kills
SABAR = 60.0  # seconds a sender tries on after the last kill


@dataclass(frozen=True)
class Baris:
    """A kiriman as one side knows it."""

    kunci_hash: str
    kode: str
    isi: str


@dataclass
class Hasil:
    """The findings of the comparison."""

    diterima: int = 0
    tersimpan: int = 0  # of those acknowledged, exactly as sent
    ganda: int = 0
    asing: int = 0  # rows that nobody sent
    tanpa_pengirim: int = 0
    tanpa_jejak: int = 0

    @property
    def baik(self) -> bool:
        salah = (self.ganda, self.asing, self.tanpa_pengirim, self.tanpa_jejak)
        return self.diterima > 0 and self.diterima == self.tersimpan and not any(salah)

    def __str__(self) -> str:
        return (
            f"diterima {self.diterima} = tersimpan {self.tersimpan} · ganda {self.ganda} · "
            f"asing {self.asing} · tanpa pengirim {self.tanpa_pengirim} · "
            f"tanpa jejak {self.tanpa_jejak}"
        )


def banding(dikirim: Iterable[Baris], diterima: Iterable[Baris], ada: Iterable[Baris]) -> Hasil:
    """Compare the sent and the acknowledged kiriman with the stored ones."""
    semua, jawab = list(ada), list(diterima)
    isi = [satu.isi for satu in semua]
    kenal = {satu.isi for satu in dikirim}
    return Hasil(
        diterima=len(jawab),
        tersimpan=sum(semua.count(satu) == 1 for satu in jawab),
        ganda=len(isi) - len(set(isi)),
        asing=sum(satu not in kenal for satu in isi),
    )


class Buat(Protocol):
    """Makes what should be stored of a text and its key."""

    def __call__(self, kunci: str, isi: str) -> Baris: ...


@dataclass
class Pengirim:
    """One visitor who sends kiriman after kiriman until told to stop."""

    portal: Portal
    buat: Buat
    cukup: Event
    batas: Callable[[], float]
    dikirim: list[Baris] = field(default_factory=list)
    diterima: list[Baris] = field(default_factory=list)
    ulang: int = 0

    def jalan(self) -> None:
        while not self.cukup.is_set():
            kunci = kunci_baru()
            baris = self.buat(kunci, f"Guncangan {kunci[:12]}: jembatan goyang saat dilewati.")
            self.dikirim.append(baris)
            while not self._terkirim(kunci, baris.isi) and time.monotonic() < self.batas():
                self.ulang += 1
                time.sleep(0.3)

    def _terkirim(self, kunci: str, isi: str) -> bool:
        """Open the form and send it; True when the portal acknowledged."""
        try:
            status, badan, kepala = self._minta("GET", KIRIM)
            csrf = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', badan)
            if status != 200 or csrf is None:
                return False
            kuki = "; ".join(h.split(";")[0] for h in kepala.get_all("Set-Cookie", []))
            isian = FORMULIR | {"kunci": kunci, "isi": isi, "csrfmiddlewaretoken": csrf[1].decode()}
            status, _, kepala = self._minta("POST", KIRIM, urlencode(isian), kuki)
        except (OSError, http.client.HTTPException):
            return False
        diterima = status == 302 and kepala.get("Location", "") == TERKIRIM
        if diterima:
            self.diterima.append(self.buat(kunci, isi))
        return diterima

    def _minta(
        self, cara: str, jalur: str, badan: str = "", kuki: str = ""
    ) -> tuple[int, bytes, http.client.HTTPMessage]:
        tempat = urlsplit(self.portal.address())
        satu = http.client.HTTPConnection(tempat.hostname or "", tempat.port or 0, timeout=30)
        kepala = {"Cookie": kuki, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            satu.request(cara, jalur, badan or None, kepala if badan else {})
            jawab = satu.getresponse()
            return jawab.status, jawab.read(), jawab.headers
        finally:
            satu.close()


def sasaran(portal: Portal) -> dict[str, psutil.Process]:
    """Return what can be killed just now, by its name."""
    semua = {
        "postmaster": portal.leader("basis data"),
        "web master": portal.leader("web"),
        "pekerja": portal.leader("pekerja"),
    }
    ada = {nama: proses for nama, proses in semua.items() if proses}
    with contextlib.suppress(psutil.Error):
        if anak := ada["web master"].children() if "web master" in ada else []:
            ada["web worker"] = anak[0]
        if sesi := _sesi(portal):
            ada["sesi basis data"] = sesi[0]
    return ada


def _sesi(portal: Portal) -> list[psutil.Process]:
    """Return the processes of PostgreSQL that serve a connection of the portal."""
    return [p for p in portal.postgres() if p.cmdline()[0].startswith("postgres: bangunrejo ")]


def bunuh(portal: Portal, acak: random.Random, sampai: float, cerita: Callable[[str], None]) -> int:
    """Kill something again and again until `sampai`; return how often."""
    mulai, kali = time.monotonic(), 0
    while time.monotonic() < sampai:
        time.sleep(acak.uniform(*JEDA))
        pilihan = sasaran(portal)
        if not pilihan:
            continue
        nama = acak.choice(sorted(pilihan))
        with contextlib.suppress(psutil.Error):
            pilihan[nama].send_signal(signal.SIGKILL)
            kali += 1
            cerita(f"{time.monotonic() - mulai:6.1f} s  kill -9 {nama}")
    return kali


def guncang(
    portal: Portal, buat: Buat, *, detik: float, acak: random.Random, cerita: Callable[[str], None]
) -> list[Pengirim]:
    """Let four send for `detik` seconds while parts are killed; return the senders."""
    cukup, akhir = Event(), time.monotonic() + detik
    semua = [Pengirim(portal, buat, cukup, lambda: akhir + SABAR) for _ in range(4)]
    utas = [Thread(target=satu.jalan) for satu in semua]
    for satu in utas:
        satu.start()
    kali = bunuh(portal, acak, akhir, cerita)
    cukup.set()
    for satu in utas:
        satu.join()
    cerita(f"{kali} kali dibunuh, {sum(satu.ulang for satu in semua)} kali dikirim ulang")
    return semua
