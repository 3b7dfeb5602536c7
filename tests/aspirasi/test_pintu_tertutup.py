"""Doors that were open once: used keys, shared phones, officials who would widen, late acts."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import gabung, penghapusan
from aspirasi.services import ikut as layanan_ikut
from core.formulir.sekali import kunci_baru
from kabar.models import Kabar
from tests.alat.pengirim import kenal_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
ALASAN = "Isinya menyebut orang, jadi pembacanya kami batasi."


def test_a_copied_cookie_opens_nothing_of_who_comes_next(client: Client, pemeran: Any) -> None:
    satu, dua = buat(pemeran.kampung, isi="Milik orang pertama."), buat(pemeran.kampung)
    kenal_pengirim(client, satu)
    salinan = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(reverse("aspirasi:kiriman_lupakan"))
    kenal_pengirim(client, dua)
    pencuri = Client()
    pencuri.cookies[settings.SESSION_COOKIE_NAME] = salinan
    for milik in (satu, dua):
        halaman = reverse("aspirasi:kiriman", args=[milik.aspirasi.acuan])
        assert pencuri.get(halaman).status_code == 302


def test_no_danger_is_announced_for_what_speaks_of_none(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
    data = {
        "judul": "Bahaya besar",
        "isi": "Jauhi tempat itu sekarang juga.",
        "kunci": kunci_baru(),
    }
    alamat = reverse("meja:aspirasi_tindakan", args=[aspirasi.acuan, "kabar-bahaya"])
    assert klien("aparat").post(alamat, data).status_code == 409
    assert not Kabar.objects.exists()


def test_numbers_of_people_stay_masked_in_what_is_shown(client: Client, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, isi="Selokan mampet.", jenis=Jenis.KELUHAN).aspirasi
    teks = "Selokan mampet, hubungi 0812-3456-7890."
    periksa(aspirasi, pemeran.staf, isi_publik=teks, alasan=ALASAN)
    aspirasi.refresh_from_db()
    assert "3456" not in aspirasi.isi_publik
    assert client.get("/aspirasi/", {"cari": "081234567890"}).context["halaman"].objek == []


def test_erasing_leaves_no_quotation_with_those_who_went_elsewhere(pemeran: Any) -> None:
    satu = terbit(pemeran.kampung, pemeran.staf, isi="Xylofon Pak Contoh roboh.")
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi="Pagar balai roboh semua.")
    ikutan = layanan_ikut.bergabung(
        ke=satu, aspirasi=Aspirasi(), pengirim=Pengirim(), kunci=kunci_baru()
    ).aspirasi
    gabung.gabung(aspirasi=satu, ke=tujuan, alasan=ALASAN, oleh=pemeran.staf)
    penghapusan.hapus_semua(aspirasi=satu)
    ikutan.refresh_from_db()
    assert "Xylofon" not in ikutan.isi + ikutan.isi_publik + ikutan.judul
