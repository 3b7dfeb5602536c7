"""Answers of an office: once for each clock, late or in time, corrected, and not settled."""

import datetime as dt
from typing import Any

import pytest

from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.moderasi.penarikan import HITAM
from core.waktu import pada
from laporan.enums import DariCek, Penanggap
from laporan.models import BelumPuas, CatatanPengawasan, Tanggapan
from laporan.services import tanggapan as layanan
from laporan.services.cek_baca import hitamkan_cek
from tests.alat.jam import saat
from tests.pabrik.catatan import buat_catatan, buat_cek, jawab
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
RABU, TENGGAT = "2026-11-25", dt.date(2026, 12, 2)
KATA = "Kapan tepatnya?"


@pytest.fixture
def catatan(pemeran: Any) -> CatatanPengawasan:
    with pada(saat(RABU)):
        return buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk)


def test_the_clock_stands_still_and_keeps_the_day(catatan: Any, pemeran: Any) -> None:
    with pada(saat("2026-12-04")):
        satu = jawab(catatan, pemeran.staf)
    catatan.refresh_from_db()
    assert satu.janji == TENGGAT
    assert (catatan.janji, catatan.hari_lewat, catatan.menunggu_petugas) == (TENGGAT, 2, False)
    with pytest.raises(TidakBisa, match="sudah ditanggapi"):
        jawab(catatan, pemeran.aparat, "Lain.")


def test_no_answer_without_words_or_out_of_turn(catatan: Any, pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="Tulis tanggapannya"):
        jawab(catatan, pemeran.aparat, " ")
    for siapa in ("staf", "aparat_lain", "bpk", "warga"):
        with pytest.raises(TidakBisa, match="kantor lain"), pada(saat(RABU)):
            jawab(catatan, pemeran[siapa])


def test_a_correction_beside_the_old_one(catatan: Any, pemeran: Any) -> None:
    lama = jawab(catatan, pemeran.aparat, "Senin.")
    isi: dict[str, Any] = {"oleh": pemeran.kakam, "tanggapan": lama}
    with pytest.raises(TidakBisa):
        layanan.perbaiki(isi="Selasa.", alasan="", kunci=kunci_baru(), **isi)
    kunci = kunci_baru()
    for _ in range(2):
        layanan.perbaiki(isi="Selasa.", alasan="Banner belum jadi.", kunci=kunci, **isi)
    assert [satu.isi for satu in Tanggapan.objects.all()] == ["Senin.", "Selasa."]
    assert [satu.isi for satu in Tanggapan.objects.berlaku()] == ["Selasa."]
    with pytest.raises(TidakBisa, match="sudah diperbaiki"):
        layanan.perbaiki(isi="Rabu.", alasan="Hujan.", kunci=kunci_baru(), **isi)


def test_taken_back_with_its_corrections_it_waits_since_its_day(catatan: Any, pemeran: Any) -> None:
    lama = jawab(catatan, pemeran.aparat, "Senin.")
    isi: dict[str, Any] = {"oleh": pemeran.kakam, "kunci": kunci_baru()}
    baru = layanan.perbaiki(tanggapan=lama, isi="Selasa.", alasan="Hujan.", **isi)
    layanan.tarik(tanggapan=baru, kata=[], alasan="Menyalahkan orang.", oleh=pemeran.aparat)
    catatan.refresh_from_db()
    assert not Tanggapan.objects.berlaku().exists()
    assert {satu.isi for satu in Tanggapan.objects.all()} == {HITAM}
    assert (catatan.menunggu_petugas, catatan.tenggat) == (True, TENGGAT)


def test_not_settled_once_and_the_kecamatan_answers(catatan: Any, pemeran: Any) -> None:
    isi: dict[str, Any] = {"hal": catatan, "oleh": pemeran.bpk}
    with pytest.raises(TidakBisa, match="Belum ada tanggapan"):
        layanan.nyatakan_belum_puas(isi=KATA, **isi)
    with pada(saat(RABU, 10)):
        jawab(catatan, pemeran.aparat)
    with pada(saat("2026-11-30")):
        for _ in range(2):
            layanan.nyatakan_belum_puas(isi=KATA, **isi)
        with pytest.raises(TidakBisa, match="satu kali"):
            layanan.nyatakan_belum_puas(isi="Lagi.", **isi)
        catatan.refresh_from_db()
        assert (catatan.penanggap, catatan.tenggat) == (Penanggap.KECAMATAN, dt.date(2026, 12, 7))
        with pytest.raises(TidakBisa, match="kantor lain"):
            jawab(catatan, pemeran.aparat, "Sudah kami jawab.")
        jawab(catatan, pemeran.camat, "Hari Kamis.")
    assert not BelumPuas.objects.get().tertutup
    with pytest.raises(TidakBisa, match="satu kali"):
        layanan.nyatakan_belum_puas(isi="Masih belum.", **isi)


def test_not_settled_no_later_than_thirty_days(catatan: Any, pemeran: Any) -> None:
    with pada(saat(RABU)):
        jawab(catatan, pemeran.aparat)
    with pada(saat("2026-12-26")), pytest.raises(TidakBisa, match="lebih dari 30 hari"):
        layanan.nyatakan_belum_puas(hal=catatan, isi=KATA, oleh=pemeran.bpk)


@pytest.mark.parametrize("dari", [DariCek.TERBUKTI, DariCek.AKUN])
def test_words_of_an_account_that_nobody_proved_are_closed(pemeran: Any, dari: str) -> None:
    proyek = buat_proyek(pemeran.kampung)
    cek = buat_cek(proyek, pemeran.warga, dari=dari)
    jawab(cek, pemeran.aparat)
    layanan.nyatakan_belum_puas(hal=cek, isi=KATA, oleh=pemeran.warga)
    assert BelumPuas.objects.get().tertutup == (dari == DariCek.AKUN)


def test_so_are_those_of_an_account_whose_words_were_black(pemeran: Any) -> None:
    """Its checks of that project are read first from then on, and nobody reads these first."""
    proyek = buat_proyek(pemeran.kampung)
    hal = buat_cek(proyek, pemeran.warga, isi="Slamet mengambil semen.")
    jawab(hal, pemeran.aparat)
    assert not layanan.tertutup(hal)
    hitamkan_cek(cek=hal, kata=["Slamet"], alasan="Menyebut nama.", oleh=pemeran.staf)
    assert layanan.nyatakan_belum_puas(hal=hal, isi="Slamet lagi.", oleh=pemeran.warga).tertutup
