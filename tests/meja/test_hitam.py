"""Words that become black are told as that, and a kampung is offered no more."""

from typing import Any

import pytest
from django.urls import reverse

from aspirasi.models import Aspirasi
from tests.alat.baca import teks
from tests.alat.meja import alamat, jawab
from tests.pabrik.aspirasi import terbit

pytestmark = pytest.mark.django_db
JAWABAN = "Kami sudah menemui Xylofonia. Gorong-gorong digali hari Minggu oleh warga kampung."


@pytest.fixture
def aspirasi(pemeran: Any) -> Aspirasi:
    satu = terbit(pemeran.kampung, pemeran.staf, isi="Rumah Xylofonia kebanjiran lagi.")
    jawab(pemeran, satu, JAWABAN)
    return satu


def jalan_jawaban(aspirasi: Aspirasi) -> str:
    return reverse("meja:jawaban_tarik", args=[aspirasi.acuan, aspirasi.tindak_lanjut.get().pk])


@pytest.mark.parametrize(
    ("isian", "kabar", "langkah"),
    [
        (
            {"cara": "hitam", "kata": "Xylofonia"},
            "Kata itu sekarang hitam.",
            ("Sebagian tulisan dihitamkan", "Sebagian jawaban resmi dihitamkan"),
        ),
        (
            {"cara": "utuh"},
            "Sudah ditarik dari umum.",
            ("Tulisan ditarik dari umum", "Jawaban resmi ditarik dari umum"),
        ),
    ],
    ids=["black", "whole"],
)
def test_the_trail_and_the_message_say_which(
    klien: Any, client: Any, aspirasi: Aspirasi, isian: Any, kabar: str, langkah: tuple[str, ...]
) -> None:
    data = isian | {"alasan": "Memuat nama orang."}
    for jalan in (alamat(aspirasi, "tarik-isi"), jalan_jawaban(aspirasi)):
        assert kabar in teks(klien("staf").post(jalan, data, follow=True))
    isi = teks(client.get(aspirasi.get_absolute_url()))
    assert all(kata in isi for kata in langkah)
    assert ("ditarik dari umum" in isi) is ("ditarik dari umum" in langkah[0])


def test_a_kampung_is_offered_black_words_only(klien: Any, aspirasi: Aspirasi) -> None:
    for siapa, utuh in (("staf", True), ("kakam", False)):
        client = klien(siapa)
        form = teks(client.get(jalan_jawaban(aspirasi)))
        for isi in (teks(client.get(alamat(aspirasi))), form):
            assert ("Hitamkan atau tarik jawaban" in isi) is utuh
            assert ("Hitamkan kata dalam jawaban" in isi) is not utuh
        assert ("Tarik, jangan tampilkan lagi" in form) is utuh
        assert ("Hitamkan kata itu" in form) is not utuh
