"""Gotong royong: people and hours, set right with a reason, taken back with its photo."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.waktu import hari_ini
from mitra.models import KerjaBakti
from mitra.services.kerja import betulkan_kerja, cabut_kerja
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.mitra import buat_kerja
from tests.pabrik.pemeran import Pemeran


def test_hours_are_summed_corrected_and_taken_back(pemeran: Pemeran) -> None:
    oleh, milik = pemeran.fasilitator, KerjaBakti.objects.all()
    kerja = buat_kerja(pemeran.kampung, oleh, foto=buat_berkas())
    buat_kerja(pemeran.kampung, oleh, laki=5, perempuan=0, jam=Decimal("1.5"))
    assert milik.jumlah()["jam_orang"] == Decimal("97.5")
    kerja.foto.refresh_from_db()
    assert kerja.foto.publik
    betulkan_kerja(kerja=kerja, isi={"laki": 10}, alasan="Salah hitung.", oleh=oleh)
    assert milik.jumlah()["jumlah_laki"] == 15
    cabut_kerja(kerja=kerja, alasan="Tercatat dua kali.", oleh=oleh)
    kerja.foto.refresh_from_db()
    assert not kerja.foto.publik
    assert milik.jumlah()["kali"] == 1
    with pytest.raises(TidakBisa, match="sudah dicabut"):
        betulkan_kerja(kerja=kerja, isi={"laki": 10}, alasan="Salah hitung.", oleh=oleh)


def test_nobody_came_and_tomorrow_are_refused(pemeran: Pemeran) -> None:
    with pytest.raises(TidakBisa, match="sesudah hari ini"):
        buat_kerja(pemeran.kampung, pemeran.aparat, tanggal=hari_ini() + dt.timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        buat_kerja(pemeran.kampung, pemeran.aparat, laki=0, perempuan=0)
