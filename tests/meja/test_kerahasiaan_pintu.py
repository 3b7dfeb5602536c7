"""The doors beside the pages: "not yours" is answered as "does not exist" is, everywhere."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.contrib import admin
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.models.berkas import nama_acak
from tests.aspirasi.bantu import buat, masuk_pengirim, periksa
from tests.meja.test_kerahasiaan import KASUS, KATA, MEMBACA, UMUM, siapkan
from tests.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
DESK = (
    "/kerja/aspirasi/{acuan}/",
    "/kerja/aspirasi/{acuan}/identitas/",
    "/kerja/aspirasi/{acuan}/pin/",
    "/kerja/aspirasi/{acuan}/foto/{foto}/",
    "/kerja/aspirasi/{acuan}/periksa/",
    "/kerja/aspirasi/{acuan}/persempit/",
    "/kerja/kabar/{acuan}/",
    "/aspirasi/kiriman/{acuan}/",
    "/aspirasi/kiriman/{acuan}/unduh/",
)
PUBLIC = ("/aspirasi/{nomor}/", "/aspirasi/{nomor}/ikut/", "/berkas/{berkas}", "/berkas/{kecil}")


def alamat(aspirasi: Aspirasi) -> dict[str, str]:
    lampiran = aspirasi.lampiran.select_related("berkas").get()
    return {
        "acuan": str(aspirasi.acuan),
        "foto": str(lampiran.pk),
        "nomor": aspirasi.nomor or "ASP-2026-00001",
        "berkas": lampiran.berkas.nama,
        "kecil": lampiran.berkas.nama.replace(".webp", "-480.webp"),
    }


def tiada() -> dict[str, str]:
    """Addresses of the same shape that lead to nothing."""
    nama = nama_acak(".webp")
    return {
        "acuan": str(uuid4()),
        "foto": "987654",
        "nomor": "ASP-2026-98765",
        "berkas": nama,
        "kecil": nama.replace(".webp", "-480.webp"),
    }


def potret(respons: HttpResponse, milik: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    """Status, body and headers, without what differs from request to request."""
    isi = respons.content.decode()
    kepala = {k: v for k, v in respons.items() if k not in ("Expires", "Set-Cookie")}
    milik = milik | {"foto": f"/foto/{milik['foto']}/"}
    for nama, nilai in milik.items():
        isi = isi.replace(nilai, nama)
        kepala = {k: v.replace(nilai, nama) for k, v in kepala.items()}
    isi = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", isi)
    return respons.status_code, isi, kepala


@pytest.mark.parametrize(
    "kasus", ["belum diperiksa", "kecamatan", "petugas kecamatan", "dipersempit"]
)
@pytest.mark.parametrize(
    "siapa", ["pengunjung", "warga", "bpk", "kakam", "aparat_lain", "staf", "camat", "admin"]
)
class TestNotYoursIsNotThere:
    """Same status, same body, same headers, and as much work for the database."""

    def test_get_and_post(self, klien: Any, pemeran: Any, kasus: str, siapa: str) -> None:
        aspirasi = siapkan(pemeran, kasus)
        ada, kosong = alamat(aspirasi), tiada()
        client = klien(siapa)
        client.get(DESK[0].format(**kosong))  # whatever is loaded once is loaded now
        pola = PUBLIC if siapa in MEMBACA[kasus] else PUBLIC + DESK
        for satu in pola:
            if satu.startswith("/berkas") and siapa in MEMBACA[kasus]:
                continue
            for kirim in (client.get, client.post):
                with CaptureQueriesContext(connection) as dua:
                    harap = potret(kirim(satu.format(**kosong)), kosong)
                with CaptureQueriesContext(connection) as dari:
                    nyata = potret(kirim(satu.format(**ada)), ada)
                assert nyata == harap, satu
                if "berkas" not in satu:
                    assert len(dari) == len(dua), satu
                assert KATA not in nyata[1]


@pytest.mark.parametrize("kasus", KASUS)
class TestOtherDoors:
    """The admin, the suggestions while typing, and the code on a lost slip."""

    @pytest.mark.parametrize("siapa", ["staf", "petugas_rahasia", "camat", "admin"])
    def test_the_admin_lists_searches_and_remembers_nothing(
        self, klien: Any, pemeran: Any, kasus: str, siapa: str
    ) -> None:
        siapkan(pemeran, kasus)
        client = klien(siapa)
        dibuka = 0
        for model in admin.site._registry:
            label = f"{model._meta.app_label}_{model._meta.model_name}"
            for kueri in ({}, {"q": KATA}):
                respons = client.get(reverse(f"admin:{label}_changelist"), kueri)
                if respons.status_code != 200:
                    continue
                dibuka += 1
                # The word that was searched for stands on the page; what it is in may not.
                assert "bocor di Dusun" not in respons.content.decode(), label
        assert dibuka
        assert KATA not in client.get("/admin/").content.decode()

    def test_no_kiriman_and_no_sender_stands_in_the_admin(self, kasus: str) -> None:
        for model in admin.site._registry:
            assert model._meta.label not in {
                "aspirasi.Aspirasi",
                "aspirasi.Pengirim",
                "aspirasi.TindakLanjut",
                "aspirasi.Lampiran",
                "aspirasi.PermintaanKeterangan",
                "core.Jejak",
                "core.IsiJejak",
            }

    def test_suggestions_while_typing_and_before_sending(
        self, client: Client, pemeran: Any, kasus: str
    ) -> None:
        aspirasi = siapkan(pemeran, kasus)
        data = {"isi": f"{KATA} bocor di Dusun 3", "jangkauan": "publik", "jenis": "keluhan"}
        data |= {"kampung": "sido-rejo", "kode": aspirasi.kode}
        respons = client.post("/aspirasi/serupa/", data)
        assert respons.status_code == 200
        assert "rahasia" not in respons.content.decode()

    def test_the_code_alone_tells_status_and_day(
        self, client: Client, pemeran: Any, kasus: str
    ) -> None:
        aspirasi = siapkan(pemeran, kasus)
        isi = client.get("/aspirasi/lacak/", {"kode": aspirasi.kode}).content.decode()
        assert KATA not in isi
        assert aspirasi.get_status_display() in isi


class TestErased:
    """What its sender erased is gone for everybody, the most trusted desk included."""

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_no_page_holds_a_word_of_it(self, klien: Any, pemeran: Any, siapa: str) -> None:
        pengirim = Client()
        terkirim = buat(pemeran.kampung, isi=f"{KATA} bocor.", kontak={"nama": KATA})
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        masuk_pengirim(pengirim, terkirim)
        pengirim.post(f"/aspirasi/kiriman/{aspirasi.acuan}/balas/", {"isi": f"{KATA} lagi."})
        pengirim.post(f"/aspirasi/kiriman/{aspirasi.acuan}/hapus/", {"apa": "semua", "paham": "on"})
        client = klien(siapa)
        desk = f"/kerja/aspirasi/{aspirasi.acuan}/"
        for satu in (*UMUM, "/kerja/aspirasi/", desk, f"/aspirasi/{aspirasi.nomor}/"):
            isi = client.get(satu).content.decode().replace(f'value="{KATA}"', "")
            assert KATA not in isi, satu
        if siapa == "staf":
            isi = client.post(f"{desk}identitas/").content.decode()
            assert KATA not in isi
