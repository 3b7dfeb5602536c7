"""Musyawarah penyelesaian: planned, changed, called off, and their outcome."""

import datetime as dt
from typing import Any

import pytest

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.moderasi.penarikan import HITAM
from core.waktu import hari_ini, pada
from laporan.models import Musyawarah
from laporan.services import musyawarah
from laporan.services.musyawarah import Hasil, Rencana
from tests.alat.jam import saat
from tests.pabrik.lapangan import musyawarah_baru
from tests.pabrik.proyek import buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Salah proyek."
BESOK = dt.timedelta(days=1)


def test_a_musyawarah_is_planned_changed_and_written(pemeran: Any) -> None:
    milik = musyawarah_baru(pemeran, tanggal=hari_ini() + BESOK)
    hasil = Hasil(diadakan=True, hasil="Disetujui.")
    with pytest.raises(TidakBisa, match="pada harinya"):
        musyawarah.catat_hasil(musyawarah=milik, hasil=hasil, oleh=pemeran.bpk)
    lain = Rencana(hari_ini(), "Rumah adat", "Sisa talud.")
    with pytest.raises(TidakBisa, match="alasannya"):
        musyawarah.ubah(musyawarah=milik, rencana=lain, alasan="", oleh=pemeran.bpk)
    for _ in range(2):
        musyawarah.ubah(musyawarah=milik, rencana=lain, alasan="Hujan.", oleh=pemeran.bpk)
    for _ in range(2):
        milik = musyawarah.catat_hasil(musyawarah=milik, hasil=hasil, oleh=pemeran.bpk)
    assert [satu.aksi for satu in riwayat(milik)].count("dicatat") == 1
    assert [satu.aksi for satu in riwayat(milik)].count("diubah") == 1
    with pytest.raises(TidakBisa, match="sudah dicatat"):
        musyawarah.batalkan(musyawarah=milik, alasan=ALASAN, oleh=pemeran.bpk)


def test_its_outcome_names_a_decision_of_that_project_and_is_corrected(pemeran: Any) -> None:
    milik = musyawarah_baru(pemeran)
    asing = buat_keputusan(pemeran.kakam, proyek=buat_proyek(pemeran.kampung))
    with pytest.raises(TidakBisa, match="bukan tentang"):
        musyawarah.catat_hasil(
            musyawarah=milik, hasil=Hasil(True, "Disetujui.", asing), oleh=pemeran.bpk
        )
    musyawarah.catat_hasil(musyawarah=milik, hasil=Hasil(False, "Hujan."), oleh=pemeran.bpk)
    sendiri = buat_keputusan(pemeran.kakam, proyek=milik.proyek)
    baru = Hasil(True, "Disetujui.", sendiri)
    with pytest.raises(TidakBisa, match="alasannya"):
        musyawarah.perbaiki_hasil(musyawarah=milik, hasil=baru, alasan="", oleh=pemeran.bpk)
    musyawarah.perbaiki_hasil(musyawarah=milik, hasil=baru, alasan=ALASAN, oleh=pemeran.bpk)
    milik.refresh_from_db()
    assert (milik.diadakan, milik.keputusan) == (True, sendiri)
    musyawarah.tarik_tulisan(
        musyawarah=milik, kata=["Disetujui"], alasan="Memuat nama warga.", oleh=pemeran.staf
    )
    milik.refresh_from_db()
    assert milik.hasil == f"{HITAM}."


def test_a_day_that_is_over_is_not_planned_and_a_missed_one_waits(pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="hari ini atau sesudahnya"):
        musyawarah_baru(pemeran, tanggal=hari_ini() - BESOK)
    with pada(saat("2026-11-20")):
        milik = musyawarah_baru(pemeran)
    assert list(Musyawarah.objects.perlu_dicatat()) == [milik]
    musyawarah.batalkan(musyawarah=milik, alasan=ALASAN, oleh=pemeran.bpk)
    assert not Musyawarah.objects.perlu_dicatat().exists()
