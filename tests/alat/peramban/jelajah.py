"""Walks the portal by its own links, as a visitor or as a signed-in person."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

import html5lib
from django.urls import Resolver404, resolve

from tests.alat.markup import salah_atribut
from tests.alat.peramban.portal import Jawaban, PortalHidup

CONTOH_PER_NAMA = 2
TERBANYAK = 160
LEWATI = re.compile(r"^/(static|berkas|akun/keluar|admin/jsi18n)/?")
# Marks of scripts to come. html5lib is older than `template`, which may stand in a head.
TANDA = re.compile(r'<template data-nanti="[^"<>]+"></template>')
HTML5 = "{http://www.w3.org/1999/xhtml}"


@dataclass
class Halaman:
    """One fetched page and the tree that the HTML parser made of it."""

    jalur: str
    jawaban: Jawaban

    @cached_property
    def _terurai(self) -> tuple[Any, list[str]]:
        """Read the page once; return its tree and its parse errors."""
        pengurai = html5lib.HTMLParser()
        pohon = pengurai.parse(TANDA.sub("", self.jawaban.isi))
        return pohon, [f"{baris}: {kode} {data}" for (baris, _), kode, data in pengurai.errors]

    @property
    def pohon(self) -> Any:
        return self._terurai[0]

    def galat_html(self) -> list[str]:
        """Return what the HTML standard calls an error: of parsing, and of attributes."""
        return self._terurai[1] + salah_atribut(self.pohon)

    def tautan(self) -> Iterator[str]:
        """Own addresses that the page links to, without fragments."""
        for unsur in self.pohon.iter(f"{HTML5}a"):
            tujuan = urlsplit(urljoin(self.jalur, unsur.get("href", "")))
            if not tujuan.netloc and not tujuan.scheme and tujuan.path.startswith("/"):
                yield tujuan.path + (f"?{tujuan.query}" if tujuan.query else "")


def nama_alamat(jalur: str) -> str:
    """Return the name of the URL pattern that serves this path; '' if none does."""
    try:
        cocok = resolve(urlsplit(jalur).path)
    except Resolver404:
        return ""
    return cocok.view_name + ("?" if "?" in jalur else "")


def jelajahi(
    portal: PortalHidup, awal: tuple[str, ...] = ("/",), cookie: str = ""
) -> list[Halaman]:
    """Follow links from `awal`; at most two examples of each URL pattern."""
    antre, terlihat, hitung = list(awal), set(awal), Counter[str]()
    hasil: list[Halaman] = []
    while antre and len(hasil) < TERBANYAK:
        jalur = antre.pop(0)
        nama = nama_alamat(jalur)
        if hitung[nama] >= CONTOH_PER_NAMA or LEWATI.match(jalur):
            continue
        hitung[nama] += 1
        jawaban = portal.ambil(jalur, cookie)
        if jawaban.status == 302 and cookie == "":
            continue
        halaman = Halaman(jalur, jawaban)
        hasil.append(halaman)
        if "text/html" in jawaban.header("Content-Type"):
            baru = [t for t in halaman.tautan() if t not in terlihat]
            terlihat.update(baru)
            antre.extend(baru)
    return hasil


def tanpa_masalah(temuan: dict[str, object]) -> None:
    """Fail with one readable line per page when anything was found."""
    assert not temuan, "\n".join(f"{jalur}: {apa}" for jalur, apa in temuan.items())
