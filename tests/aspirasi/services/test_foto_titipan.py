"""Photos chosen in a browser without JavaScript survive the pages that come between."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services import foto_titipan
from core.berkas.simpan import buang_yatim
from core.formulir.sekali import kunci_baru
from core.models import Berkas
from tests.alat.pengirim import KIRIM, kode_dan_pin
from tests.pabrik.aspirasi import isian, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
DULU = "Jalan Dusun 3 berlubang dan becek kalau hujan."
DISIMPAN = "foto sudah kami simpan"


def antara(client: Client, **lain: Any) -> tuple[dict[str, Any], str]:
    """Send what resembles another; return the form without its photos, and the page between."""
    data = isian(**lain)
    isi = client.post(KIRIM, data).content.decode()
    data.pop("foto", None)
    return data, isi


@pytest.fixture(autouse=True)
def lama(pemeran: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, isi=DULU)


def test_the_page_of_duplicates_keeps_the_photos(client: Client) -> None:
    data, isi = antara(client, foto=[foto(), foto()])
    assert f"2 {DISIMPAN}" in isi
    assert "Foto perlu dipilih lagi" not in isi
    kode_dan_pin(client.post(KIRIM, data | {"serupa_dibaca": "1"}, follow=True))
    assert Lampiran.objects.count() == 2


def test_so_does_the_page_about_words_and_the_page_of_an_error(client: Client) -> None:
    data, isi = antara(client, isi="Dimintai uang 200 ribu di kantor kampung.", foto=[foto()])
    assert "data-saran" in isi
    assert f"1 {DISIMPAN}" in isi
    isi = client.post(
        KIRIM, data | {"saran_dibaca": "1", "setuju": "", "foto": [foto("blue")]}
    ).content
    assert f"2 {DISIMPAN}" in isi.decode()
    client.post(KIRIM, data | {"saran_dibaca": "1", "hanya_kecamatan": "1"})
    assert Lampiran.objects.filter(aspirasi__jangkauan="kecamatan").count() == 2


def test_photos_chosen_meanwhile_join_them_and_five_are_kept(client: Client) -> None:
    data, _ = antara(client, foto=[foto() for _ in range(4)])
    baru = {"serupa_dibaca": "1", "foto": [foto("blue"), foto("green")]}
    isi = client.post(KIRIM, data | baru, follow=True).content.decode()
    assert "Foto ke-2 tidak tersimpan: Satu kiriman memuat paling banyak 5 foto." in isi
    assert Lampiran.objects.count() == 5


def test_they_can_be_left_behind(client: Client) -> None:
    data, _ = antara(client, foto=[foto()])
    client.post(KIRIM, data | {"serupa_dibaca": "1", "buang_foto": "on"})
    assert Lampiran.objects.count() == 0
    assert not Berkas.objects.exists()


def test_the_key_alone_finds_them_and_a_damaged_one_keeps_none(client: Client) -> None:
    antara(client, foto=[foto()])
    client.post(KIRIM, isian(serupa_dibaca="1"))
    assert Lampiran.objects.count() == 0
    _, isi = antara(client, kunci="rusak", setuju="", foto=[foto()])
    assert "Foto perlu dipilih lagi" in isi
    assert foto_titipan.TITIPAN.dititip("rusak").count() == 0


def test_what_is_no_photo_says_so(client: Client) -> None:
    palsu = SimpleUploadedFile("a.jpg", b"bukan gambar", "image/jpeg")
    _, isi = antara(client, foto=[palsu, foto()])
    assert "Foto ke-1 tidak tersimpan" in isi
    assert f"1 {DISIMPAN}" in isi


def test_a_form_that_is_never_sent_leaves_nothing(client: Client) -> None:
    antara(client, foto=[foto()])
    Berkas.objects.update(dibuat=timezone.now() - dt.timedelta(days=2))
    buang_yatim()
    assert not Berkas.objects.exists()


def test_a_form_fills_no_disk() -> None:
    kunci = kunci_baru()
    for warna in ("red", "blue", "green"):
        foto_titipan.titip(kunci=kunci, unggahan=[foto(warna) for _ in range(3)])
    assert foto_titipan.TITIPAN.dititip(kunci).count() == 5
