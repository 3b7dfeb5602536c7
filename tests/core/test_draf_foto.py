"""Photos of a form whose sign-in has ended wait for its writer alone, each once."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from core.berkas import titipan
from core.formulir import draf
from core.models import Berkas
from tests.alat.formulir_lapangan import FOTO_SAJA
from tests.alat.klien import masuk
from tests.core.test_draf import BERFOTO, FORMULIR, KATA, rekan
from tests.izin.test_alamat import alamat
from tests.pabrik.berkas import foto
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
DISIMPAN = re.compile(r"(\d+) foto sudah kami simpan")


def _kirim_foto(client: Client, orang: Pengguna, tujuan: str, **ganti: Any) -> None:
    """Send a form with photos whose sign-in has ended."""
    penulis = draf.sidik(orang)
    isi = {"penulis": penulis, "penulis_tanda": draf.tanda_penulis(penulis), "kunci": "k" * 32}
    respons = client.post(tujuan, isi | {"foto": [foto("red"), foto("blue")]} | ganti)
    assert respons.url.startswith("/akun/masuk/")


class TestPhotosOfALateForm:
    """They wait for the account that the form was made for, each once."""

    def test_every_form_with_photos_says_how_they_wait(self) -> None:
        semua = alamat(get_resolver())
        assert {n for n, _, p in semua if hasattr(p.callback, draf.TANDA_FOTO)} == {
            *BERFOTO,
            *FOTO_SAJA,
        }

    @pytest.mark.parametrize("nama", [*BERFOTO, *FOTO_SAJA])
    def test_they_wait_for_its_writer_alone(
        self, nama: str, pemeran: Pemeran, client: Client
    ) -> None:
        siapa, buat_halaman, bidang = (FORMULIR | FOTO_SAJA)[nama]
        orang, (_, tujuan) = pemeran[siapa], buat_halaman(pemeran)
        for _ in range(2):  # the connection broke, and it was sent again
            _kirim_foto(client, orang, tujuan, **{bidang: KATA})
        masuk(client, rekan(pemeran, orang))
        assert not DISIMPAN.search(client.get(tujuan, follow=True).content.decode())
        masuk_lagi = Client()  # another browser of the same person
        masuk(masuk_lagi, orang)
        assert not DISIMPAN.search(masuk_lagi.get(tujuan, follow=True).content.decode())
        client.post("/akun/keluar/")
        masuk(client, orang)
        isi = client.get(tujuan).content.decode()
        assert DISIMPAN.findall(isi) == ["2"]
        assert (KATA in isi) == (nama not in FOTO_SAJA)
        assert draf.PILIH_LAGI not in isi

    @pytest.mark.parametrize("ganti", [{"penulis_tanda": "a" * 64}, {"kunci": "pendek"}])
    def test_a_form_that_the_portal_did_not_make_brings_none(
        self, ganti: dict[str, str], pemeran: Pemeran, client: Client
    ) -> None:
        berkas = Berkas.objects.count()
        tujuan = f"/laporan/tulis/{buat_proyek(pemeran.kampung).nomor}/"
        _kirim_foto(client, pemeran.aparat, tujuan, **ganti)
        assert Berkas.objects.count() == berkas
        masuk(client, pemeran.aparat)
        assert draf.PILIH_LAGI in client.get(tujuan).content.decode()

    def test_one_account_fills_no_disk(
        self, pemeran: Pemeran, client: Client, monkeypatch: Any
    ) -> None:
        monkeypatch.setattr(titipan, "JATAH_TERLAMBAT", 3)
        tujuan = f"/laporan/tulis/{buat_proyek(pemeran.kampung).nomor}/"
        for kunci in ("a", "b"):
            _kirim_foto(client, pemeran.aparat, tujuan, kunci=kunci * 32, narasi=KATA)
        assert Berkas.objects.count() == 2
        masuk(client, pemeran.aparat)
        isi = client.get(tujuan).content.decode()
        assert titipan.PADAT in isi
        assert KATA in isi
