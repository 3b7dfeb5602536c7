"""Punctuality: by the first due date, each kiriman once, and never for the sender's turn."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jenis
from aspirasi.services import jawab, kiriman
from core.models import HariLibur
from core.waktu import pada
from tests.alat.alur import ALASAN
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, periksa, terbit
from transparansi.bacaan.ringkasan import Ketepatan, ketepatan

pytestmark = pytest.mark.django_db
SENIN = saat("2026-04-06")
KEMUDIAN = saat("2026-05-04")


@pytest.fixture(autouse=True)
def tanpa_libur(db: None) -> None:
    HariLibur.objects.all().delete()


def hitung(kapan: dt.datetime = KEMUDIAN) -> Ketepatan:
    with pada(kapan):
        return ketepatan(2026)[0]


def keluhan(pemeran: Any) -> Any:
    """Checked on Monday 6 April 2026; its answer is due on the 13th."""
    with pada(SENIN):
        return terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)


def test_a_delay_hides_no_silence(pemeran: Any, client: Client) -> None:
    aspirasi = keluhan(pemeran)
    with pada(SENIN):
        jawab.tunda(aspirasi=aspirasi, sampai=dt.date(2026, 5, 8), alasan=ALASAN, oleh=pemeran.staf)
    assert hitung(saat("2026-04-13")).jawab_menunggu == 0
    assert hitung(saat("2026-04-14")).jawab_menunggu == 1
    with pada(saat("2026-04-14")):
        isi = client.get("/").content.decode()
    assert "0 kiriman belum diperiksa dan 1 belum dijawab" in isi
    assert "<strong>0 dari 1</strong> dijawab tepat waktu" in isi


def test_the_turn_of_the_sender_makes_nobody_late(pemeran: Any) -> None:
    with pada(SENIN):
        aspirasi = buat(pemeran.kampung).aspirasi
        jawab.minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
    angka = hitung()
    assert (angka.masuk, angka.diperiksa, angka.periksa_menunggu) == (0, 0, 0)


def test_a_late_look_is_counted_once(pemeran: Any) -> None:
    """And not before it was had: the number would tell that something came in."""
    with pada(SENIN):
        aspirasi = buat(pemeran.kampung).aspirasi  # due the 9th
    assert hitung(saat("2026-04-10")).periksa_menunggu == 0
    with pada(saat("2026-04-10")):
        jawab.minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
        kiriman.balas(aspirasi=aspirasi, isi="Di Dusun 3.")
    assert hitung().diperiksa == 0
    with pada(saat("2026-04-20")):
        aspirasi.refresh_from_db()
        periksa(aspirasi, pemeran.staf)
    angka = hitung()  # asked too late, answered, and late once more
    assert (angka.periksa_terlambat, angka.periksa_menunggu, angka.diperiksa) == (1, 0, 1)


def test_asked_in_time_it_is_not_looked_at_yet(pemeran: Any) -> None:
    """Asking in time is no look; what counts is the one that follows the answer."""
    with pada(SENIN):
        aspirasi = buat(pemeran.kampung).aspirasi
        jawab.minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
        kiriman.balas(aspirasi=aspirasi, isi="Di Dusun 3.")
    aspirasi.refresh_from_db()
    assert aspirasi.diperiksa_tepat is None
    with pada(KEMUDIAN):
        periksa(aspirasi, pemeran.staf)
    angka = hitung()
    assert (angka.periksa_terlambat, angka.periksa_tepat) == (1, 0)


def test_answered_it_is_no_more_waited_for(pemeran: Any) -> None:
    aspirasi = keluhan(pemeran)
    with pada(saat("2026-04-13")):
        jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
    angka = hitung()
    assert (angka.jawab_tepat, angka.jawab_menunggu, angka.dijawab) == (1, 0, 1)
