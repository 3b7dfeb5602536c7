"""Narrowing, and black boxes over photos."""

from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jangkauan, Tentang
from core.jejak.catat import riwayat
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
ALASAN = "Menyebut nama keluarga orang."


class TestNarrowing:
    """Officials may only narrow."""

    def test_takes_it_from_the_public_and_says_why(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        data = {"jangkauan": "petugas", "tentang": "tidak", "alasan": ALASAN}
        respons = klien("staf").post(alamat(aspirasi, "persempit"), data)
        assert respons["Location"] == alamat(aspirasi)
        assert Client().get(aspirasi.get_absolute_url()).status_code == 404
        jejak = riwayat(aspirasi).last()
        assert (jejak.aksi, jejak.dari, jejak.ke) == ("dipersempit", "publik", "petugas")
        assert jejak.isi.alasan == ALASAN

    def test_closing_it_for_oneself_leads_back_to_the_desk(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        data = {"jangkauan": "petugas", "tentang": "aparat_kampung", "alasan": ALASAN}
        staf = klien("staf")
        assert staf.post(alamat(aspirasi, "persempit"), data)["Location"] == "/kerja/"
        aspirasi.refresh_from_db()
        assert (aspirasi.jangkauan, aspirasi.tentang) == (
            Jangkauan.KECAMATAN,
            Tentang.APARAT_KAMPUNG,
        )
        assert staf.get(alamat(aspirasi)).status_code == 404

    def test_never_widens_and_needs_a_reason(self, klien: Any, pemeran: Any) -> None:
        aspirasi = periksa(
            buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, pemeran.staf
        )
        staf = klien("staf")
        for data in (
            {"jangkauan": "publik", "tentang": "tidak", "alasan": ALASAN},
            {"jangkauan": "petugas", "tentang": "tidak", "alasan": ALASAN},
            {"jangkauan": "kecamatan", "tentang": "tidak", "alasan": ""},
        ):
            staf.post(alamat(aspirasi, "persempit"), data)
            aspirasi.refresh_from_db()
            assert aspirasi.jangkauan == Jangkauan.PETUGAS

    def test_nothing_is_opened_that_the_sender_did_not_ask_for(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = periksa(
            buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, pemeran.staf
        )
        respons = klien("staf").post(
            alamat(aspirasi, "umumkan"), {"isi_publik": "Isi.", "alasan": "Ubah."}
        )
        assert respons.status_code == 409
        aspirasi.refresh_from_db()
        assert aspirasi.nomor is None
