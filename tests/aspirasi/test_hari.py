"""The days of the clock stand in one place; these are the sentences that say them."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from aspirasi import hari
from aspirasi.bacaan.lalu import lalu
from aspirasi.enums import Golongan, Jenis, Langkah
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, jam
from core.tenggat.ejaan import ejaan
from meja.tindakan import instansi, pengirim, tenggat
from tests.pabrik.angka import kiriman
from tests.pabrik.aspirasi import buat

AKAR = Path(__file__).resolve().parents[2]
PANDUAN = AKAR / "docs" / "panduan"


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        (0, "nol"),
        (1, "satu"),
        (5, "lima"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (14, "empat belas"),
        (20, "dua puluh"),
        (60, "enam puluh"),
        (99, "sembilan puluh sembilan"),
    ],
)
def test_numbers_are_spelled(angka: int, kata: str) -> None:
    assert ejaan(angka) == kata


@pytest.mark.parametrize("angka", [-1, 100])
def test_what_no_sentence_says_is_not_spelled(angka: int) -> None:
    with pytest.raises(ValueError, match="0 sampai 99"):
        ejaan(angka)


@pytest.mark.parametrize("golongan", Golongan.values)
@pytest.mark.parametrize("jenis", Jenis.values)
def test_the_first_answer_is_promised_as_the_clock_runs(golongan: str, jenis: str) -> None:
    """Staff may have given the kiriman another class than its kind had at first."""
    satu = Aspirasi(jenis=jenis, golongan=golongan, tentang="tidak")
    isi = "".join(str(kalimat) for kalimat in lalu(satu, dijawab=None, pengirim=True))
    assert f"paling lama {ejaan(jam.hari_untuk(satu, Langkah.JAWAB) or 0)} hari kerja" in isi
    lama = "empat belas" if golongan == Golongan.USULAN else "lima"
    assert f"paling lama {lama} hari kerja setelah diperiksa" in isi


@pytest.mark.parametrize(
    ("golongan", "janji", "tunda", "jawab"),
    [
        (Golongan.INFORMASI, 10, 7, 5),
        (Golongan.BIASA, 60, 30, 5),
        (Golongan.PENGAWASAN, 60, 60, 5),
        (Golongan.USULAN, 240, 60, 14),
    ],
)
def test_how_far_an_office_may_go(golongan: str, janji: int, tunda: int, jawab: int) -> None:
    """The table of docs/keputusan/0035-janji.md; danger is nearer, whatever its class."""
    biasa = [f(golongan, bahaya=False) for f in (hari.hari_janji, hari.hari_tunda)]
    bahaya = [f(golongan, bahaya=True) for f in (hari.hari_janji, hari.hari_tunda)]
    assert (biasa, bahaya) == ([janji, tunda], [10, 3])
    assert (hari.hari_jawab(golongan), hari.hari_jawab(golongan, bahaya=True)) == (jawab, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("jenis", "golongan"),
    [
        (Jenis.USULAN, Golongan.USULAN),
        (Jenis.KELUHAN, Golongan.BIASA),
        (Jenis.PERTANYAAN, Golongan.INFORMASI),
        (Jenis.KEBERATAN, Golongan.BIASA),
        (Jenis.APRESIASI, Golongan.INFORMASI),
    ],
)
def test_the_class_is_guessed_from_the_kind(pemeran: Any, jenis: str, golongan: str) -> None:
    assert buat(pemeran.kampung, jenis=jenis).aspirasi.golongan == golongan


def test_a_silent_sender_reads_how_long_the_question_stood() -> None:
    assert berkala.ALASAN_DIAM == (
        "Pertanyaan petugas tidak dijawab dalam sepuluh hari kerja. "
        "Kiriman baru tetap dapat dibuat."
    )


@pytest.mark.django_db
def test_the_first_page_says_what_punctual_means(client: Client, pemeran: Any) -> None:
    kiriman(pemeran.kampung, nomor="ASP-2026-00001")
    isi = client.get("/").content.decode()
    assert "diperiksa tepat waktu (3 hari kerja, bahaya 1)" in isi
    assert "dijawab tepat waktu (5 hari kerja, usulan 14)" in isi


@pytest.mark.parametrize(
    ("halaman", "kalimat"),
    [
        ("warga.md", f"Paling lama {ejaan(hari.HARI_PERIKSA)} hari kerja."),
        (
            "warga.md",
            f"Kalau Anda diam {ejaan(hari.HARI_PENGIRIM)} hari kerja sesudah dinyatakan selesai",
        ),
        ("staf.md", f"Kiriman lain paling lama {ejaan(hari.HARI_PERIKSA)} hari kerja."),
        ("warga.md", f"Jawaban pertama paling lama {ejaan(hari.HARI_JAWAB)} hari kerja."),
        (
            "aparat.md",
            f"Jawaban pertama paling lama {ejaan(hari.HARI_JAWAB)} hari kerja; untuk bahaya",
        ),
        (
            "aparat.md",
            f"untuk bahaya {ejaan(hari.HARI_JAWAB_BAHAYA)} hari kerja sesudah diperiksa.",
        ),
        (
            "staf.md",
            f"bahaya diperiksa paling lama {ejaan(hari.HARI_PERIKSA_BAHAYA)} hari kerja.",
        ),
    ],
)
def test_the_manuals_say_the_days_of_the_clock(halaman: str, kalimat: str) -> None:
    assert kalimat in (PANDUAN / halaman).read_text()


def test_the_desk_says_the_days_of_the_clock() -> None:
    assert tenggat.PETUNJUK_GOLONGAN == (
        "Menentukan batas waktu penyelesaiannya: informasi 5, biasa dan usulan 14, yang perlu "
        "pemeriksaan 60 hari kerja."
    )
    assert "Bila tidak dijawab dalam 10 hari kerja, kiriman tidak dilanjutkan." in str(
        pengirim.MintaKeterangan.base_fields["isi"].help_text
    )
    assert instansi.TungguInstansi.pesan == (
        "Tercatat. Portal mengingatkan setiap 14 hari kerja sampai ada kabarnya."
    )
