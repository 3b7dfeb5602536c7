"""Paper leads back to the portal: address, day and code, without what must not be copied."""

import re

from django.template import Context, Template
from django.test import RequestFactory

from core.kertas import qr
from core.waktu import hari_ini
from tests.alat.lembar import AKAR

JALUR = "/proyek/PRJ-2026-0001/"


def kaki(query: str) -> str:
    minta = RequestFactory().get(JALUR + query)
    return Template("{% load kertas %}{% alamat_kertas %}").render(Context({"request": minta}))


def test_the_foot_names_address_and_day_and_carries_a_code() -> None:
    isi = kaki("")
    assert f"testserver{JALUR}</strong>" in isi
    assert f"{hari_ini().day} " in isi
    assert qr(f"http://testserver{JALUR}") in isi


def test_a_query_is_never_printed() -> None:
    """It may hold a tracking code, and paper is read by others."""
    assert kaki("?kode=BR-RWUT-FDFS-GQ") == kaki("")


def test_public_pages_of_one_thing_have_the_foot() -> None:
    for ruang in ("proyek", "aspirasi", "laporan", "keputusan", "kabar"):
        isi = (AKAR / "templates" / ruang / "rincian.html").read_text()
        assert re.search(r"block kertas %\}\{% alamat_kertas %\}", isi), ruang


def test_a_code_is_drawn_once() -> None:
    assert qr(f"http://testserver{JALUR}") is qr(f"http://testserver{JALUR}")
