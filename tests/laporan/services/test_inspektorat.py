"""Letters to the Inspektorat: noted once, taken back once, and read by their day alone."""

import datetime as dt
from typing import Any

import pytest
from django.db import Error, transaction

from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from laporan.models import SuratInspektorat
from laporan.services import inspektorat
from proyek.bacaan.garis_waktu import garis_waktu
from tests.pabrik.lapangan import surati
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Salah proyek."
BESOK = dt.timedelta(days=1)


def test_a_letter_shows_its_day_alone(pemeran: Any) -> None:
    surat = surati(pemeran)
    kata = [butir.kata for butir in garis_waktu(surat.proyek)]
    assert any(satu.startswith("Kecamatan menyurati Inspektorat: ") for satu in kata)
    assert "700" not in str([vars(jejak.isi) for jejak in riwayat(surat.proyek)])


def test_a_letter_is_noted_once_and_taken_back_once(pemeran: Any) -> None:
    sama = kunci_baru()
    proyek = buat_proyek(pemeran.kampung)
    surat = surati(pemeran, proyek, kunci=sama)
    assert surati(pemeran, proyek, kunci=sama) == surat
    with pytest.raises(TidakBisa, match="sudah dicatat"):
        surati(pemeran, proyek)
    with pytest.raises(TidakBisa, match="sesudah hari ini"):
        surati(pemeran, tanggal=hari_ini() + BESOK)
    with pytest.raises(Error, match="tidak boleh diubah"), transaction.atomic():
        SuratInspektorat.objects.update(nomor="lain")
    with pytest.raises(TidakBisa, match="mengapa"):
        inspektorat.cabut_surat(surat=surat, alasan=" ", oleh=pemeran.camat)
    inspektorat.cabut_surat(surat=surat, alasan=ALASAN, oleh=pemeran.camat)
    with pytest.raises(TidakBisa, match="sudah dicabut"):
        inspektorat.cabut_surat(surat=surat, alasan=ALASAN, oleh=pemeran.camat)
    assert ALASAN not in str([vars(jejak.isi) for jejak in riwayat(proyek)])
    assert surati(pemeran, proyek) != surat  # entered rightly now
