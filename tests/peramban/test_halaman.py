"""Every page that can be reached by links: valid, plain, and with nothing personal."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.alat.lembar import khusus_diminta, khusus_perlu
from tests.alat.peramban.jelajah import HTML5, Halaman, jelajahi, tanpa_masalah
from tests.alat.peramban.portal import PortalHidup

pytestmark = pytest.mark.jelajah

# Pages whose form needs a token stand alone; everything else must be the same for all.
BERFORMULIR = re.compile(
    r"^/(akun/|aspirasi/(kirim|lacak|terkirim|ASP-[\d-]+/ikut)/|laporan/cek/[A-Z\d-]+/tulis/"
    r"|mitra/(tawarkan|lacak|terkirim)/)"
)
PERAN = ("warga", "aparat", "kakam.sido-rejo", "staf", "admin")


# Attributes that hold numbers: a decimal comma there is a figure gone wrong.
BERANGKA = {"min", "max", "step", "low", "high", "viewBox", "width", "height", "points", "x", "y"}
DATA_SKRIP = ("application/json", "application/ld+json")


def masalah_isi(halaman: Halaman) -> list[str]:
    """Return faults that no page of ours may have."""
    salah = []
    for unsur in halaman.pohon.iter():
        if isinstance(unsur.tag, str):
            salah += [p for n, v in unsur.attrib.items() if (p := _masalah_atribut(unsur, n, v))]
            if unsur.tag == f"{HTML5}script" and unsur.text and unsur.get("type") not in DATA_SKRIP:
                salah.append("skrip di dalam halaman")
    if (perlu := khusus_perlu(halaman.jawaban.isi)) != khusus_diminta(halaman.jawaban.isi):
        salah.append(f"lembar gaya khusus: perlu {perlu or 'tidak ada'}")
    teks = _teks(halaman)
    if re.search(r"\b(1\.9|2\.0)\d\d\b(?!\.)", teks):
        salah.append("tahun tertulis seperti ribuan")
    if "None" in teks.split() or re.search(r"\{[{%]", halaman.jawaban.isi):
        salah.append("sisa template")
    return salah


def _masalah_atribut(unsur: Any, nama: str, nilai: str) -> str:
    if nama == "style" or nama.startswith("on"):
        return f"atribut {nama}"
    if nama in ("src", "action") and re.match(r"https?:|//", nilai):
        return f"{nama} ke luar: {nilai}"
    meter = unsur.tag in (f"{HTML5}meter", f"{HTML5}progress") and nama == "value"
    if (nama in BERANGKA or meter) and re.search(r"\d,\d", nilai):
        return f"koma desimal di {nama}: {nilai}"
    return ""


def _teks(halaman: Halaman) -> str:
    badan = halaman.pohon.find(f"{HTML5}body")
    return " ".join(badan.itertext())


def html(semua: list[Halaman]) -> list[Halaman]:
    """The pages themselves, without redirects and downloads."""
    return [
        h
        for h in semua
        if "text/html" in h.jawaban.header("Content-Type") and h.jawaban.status != 302
    ]


def test_every_public_link_leads_to_a_page(halaman_umum: list[Halaman]) -> None:
    assert len(halaman_umum) > 25
    tanpa_masalah({h.jalur: h.jawaban.status for h in halaman_umum if h.jawaban.status != 200})


def test_public_pages_are_valid_html(halaman_umum: list[Halaman]) -> None:
    tanpa_masalah({h.jalur: h.galat_html() for h in html(halaman_umum) if h.galat_html()})


def test_public_pages_hold_nothing_that_must_not_be_there(halaman_umum: list[Halaman]) -> None:
    tanpa_masalah({h.jalur: masalah_isi(h) for h in html(halaman_umum) if masalah_isi(h)})


def test_visitors_get_no_cookie_and_no_token(halaman_umum: list[Halaman]) -> None:
    bersama = [h for h in html(halaman_umum) if not BERFORMULIR.match(h.jalur)]
    assert len(bersama) > 15
    for halaman in bersama:
        assert halaman.jawaban.header("Set-Cookie") == "", halaman.jalur
        assert "csrfmiddlewaretoken" not in halaman.jawaban.isi, halaman.jalur


def test_demonstration_says_so_and_is_not_indexed(halaman_umum: list[Halaman]) -> None:
    for halaman in html(halaman_umum):
        assert "DATA CONTOH" in halaman.jawaban.isi, halaman.jalur
        assert "noindex" in halaman.jawaban.isi, halaman.jalur


@pytest.mark.parametrize("peran", PERAN)
def test_pages_of_people_are_valid(
    peran: str,
    portal: PortalHidup,
    halaman_baru: Callable[..., Page],
    masuk: Callable[[Page, str], Page],
) -> None:
    kue = masuk(halaman_baru(), peran).context.cookies()
    terbaca = "; ".join(f"{satu['name']}={satu['value']}" for satu in kue)
    semua = jelajahi(portal, ("/akun/", "/kerja/", "/"), terbaca)
    milik_kita = [h for h in html(semua) if not h.jalur.startswith("/admin/")]
    assert len(milik_kita) > 20
    buruk = {h.jalur: h.jawaban.status for h in semua if h.jawaban.status not in (200, 302, 403)}
    tanpa_masalah(buruk)
    tanpa_masalah({h.jalur: h.galat_html() for h in milik_kita if h.galat_html()})
    tanpa_masalah({h.jalur: masalah_isi(h) for h in milik_kita if masalah_isi(h)})
