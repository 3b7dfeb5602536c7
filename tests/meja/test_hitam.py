"""Words that become black are told as that, and a kampung is offered no more."""

from typing import Any

import pytest
from django.urls import reverse

from aspirasi.models import Aspirasi
from aspirasi.services.penarikan import tarik_jawaban
from core.formulir.sekali import kunci_baru
from tests.alat.baca import teks
from tests.alat.meja import alamat, jawab
from tests.pabrik.aspirasi import terbit
from tests.pabrik.berkas import foto

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
        umum = teks(client.get(aspirasi.get_absolute_url()))
        for isi in (teks(client.get(alamat(aspirasi))), umum, form):
            assert ("Hitamkan atau tarik jawaban" in isi) is utuh
            assert ("Hitamkan kata dalam jawaban" in isi) is not utuh
        assert ("Tarik, jangan tampilkan lagi" in form) is utuh
        assert ("Hitamkan kata itu" in form) is not utuh
        assert ("Mengapa dihitamkan" in form) is not utuh


def test_after_it_each_office_is_led_only_to_what_it_can_still_do(
    klien: Any, pemeran: Any, aspirasi: Aspirasi
) -> None:
    """A kampung that blackened a word still covers its photo; to what went nobody adds one."""
    satu = aspirasi.tindak_lanjut.get()
    kunci = {"kunci": kunci_baru(), "alasan": "Foto sesudah digali."}
    tambah = reverse("meja:jawaban_foto", args=[aspirasi.acuan, satu.pk])
    klien("kakam").post(tambah, kunci | {"foto": [foto("red")]})
    lampiran = aspirasi.lampiran.get().pk
    tutup = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, lampiran])
    lepas = reverse("meja:foto_tarik", args=[aspirasi.acuan, lampiran])
    tarik, alasan = jalan_jawaban(aspirasi), "Memuat nama orang."

    def tautan(siapa: str) -> list[set[str]]:
        isi = [teks(klien(siapa).get(j)) for j in (alamat(aspirasi), aspirasi.get_absolute_url())]
        return [{j for j in (tarik, tambah, tutup, lepas) if f'"{j}"' in satu} for satu in isi]

    assert tautan("kakam") == [{tarik, tambah, tutup, lepas}] * 2
    tarik_jawaban(jawaban=satu, kata=["Xylofonia"], alasan=alasan, oleh=pemeran.kakam)
    assert tautan("kakam") == [{tambah, tutup, lepas}] * 2
    assert tautan("staf") == [{tarik, tambah, tutup, lepas}] * 2
    tarik_jawaban(jawaban=satu, alasan=alasan, oleh=pemeran.staf)
    assert tautan("kakam") == [set()] * 2
    assert tautan("staf") == [{tutup}] * 2
