"""The owner of an account after a printed code: nothing opens until a PIN shows who it is.

The proofs of accounts are in `tests/warga/services/test_bukti.py`.
"""

import re
from typing import Any

import pytest

from aspirasi.services import jawab, sanggah
from core.jejak.catat import riwayat
from core.waktu import sekarang
from tests.alat.baca import teks
from tests.alat.pengirim import halaman, kenal_pengirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa

pytestmark = pytest.mark.django_db


SAYA = "/aspirasi/saya/"


class TestPasswordFromACode:
    """Until its owner has shown who they are, nothing of one's own opens, nor tells that it is."""

    @pytest.fixture(autouse=True)
    def _sandi_dari_kode(self, pemeran: Any) -> None:
        self.umum = buat(pemeran.kampung, oleh=pemeran.warga, isi="Jalan licin.")
        self.aspirasi = periksa(self.umum.aspirasi, pemeran.staf)
        pemeran.warga.sandi_dari_kode_pada = sekarang()
        pemeran.warga.save()

    def test_the_page_is_the_same_whatever_was_sent(self, klien: Any, pemeran: Any) -> None:
        pemeran.bpk.sandi_dari_kode_pada = sekarang()
        pemeran.bpk.save()
        ada, tiada = (
            re.sub(r'"csrfmiddlewaretoken" value="[^"]*"', "", teks(klien(s).get(SAYA)))
            for s in ("warga", "bpk")
        )
        assert ada.split("<main")[1] == tiada.split("<main")[1]
        assert "Jalan licin" not in ada

    def test_not_even_a_public_one_is_told_to_be_ones_own(self, klien: Any, pemeran: Any) -> None:
        client, alamat = klien("warga"), self.aspirasi.get_absolute_url()
        for bagian in ("", "pin"):
            assert client.get(halaman(self.aspirasi, bagian))["Location"] == "/aspirasi/lacak/"
        assert "Dukungan Anda tercatat" in teks(client.post(f"{alamat}dukung/", follow=True))
        assert "(1 kiriman)" not in teks(client.get("/akun/hapus/"))

    def test_code_and_pin_show_the_owner(self, klien: Any, pemeran: Any) -> None:
        client = klien("warga")
        client.post(f"{self.aspirasi.get_absolute_url()}dukung/")
        kenal_pengirim(client, self.umum)
        assert "Jalan licin" in teks(client.get(SAYA))
        assert not self.aspirasi.dukungan.exists()

    def test_what_it_said_of_its_own_is_taken_back_in_the_trail(
        self, klien: Any, pemeran: Any
    ) -> None:
        client, alamat = klien("warga"), self.aspirasi.get_absolute_url()
        client.post(f"{alamat}dukung/")
        jawab.tanggapi(aspirasi=self.aspirasi, isi="Kami gali Minggu.", oleh=pemeran.staf)
        sanggah.nyatakan_belum(aspirasi=self.aspirasi, oleh=pemeran.warga)
        kenal_pengirim(client, self.umum)
        assert not self.aspirasi.belum_beres.exists()
        aksi = [j.aksi for j in riwayat(self.aspirasi) if j.oleh_id == pemeran.warga.pk]
        assert aksi == ["didukung", "belum_beres", "dukungan_ditarik", "belum_beres_ditarik"]

    def test_a_pin_of_what_was_sent_since_shows_nobody(self, klien: Any, pemeran: Any) -> None:
        """An intruder who came in by the code sends one, and knows its PIN."""
        baru = buat(pemeran.kampung, oleh=pemeran.warga, isi="Umpan.")
        client = klien("warga")
        assert "Umpan." in teks(masuk_pengirim(client, baru))
        assert "Jalan licin" not in teks(client.get(SAYA))
