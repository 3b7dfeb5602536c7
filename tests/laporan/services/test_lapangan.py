"""Looks in the field: what obliges the kecamatan, the result, the agreement, ladder and recount."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Jejak
from core.moderasi.tampil import sembunyikan
from core.waktu import hari_ini, pada
from laporan.laku import AksiCek
from laporan.models import CekWarga, HasilLapangan, PemeriksaanLapangan
from laporan.services import lapangan
from laporan.services.cek import IsianCek, tarik
from proyek.laku import Aksi
from tests.alat.jam import saat
from tests.pabrik.cek import BEDA, buat_tentang, tulis
from tests.pabrik.lapangan import (
    BESOK,
    buat_lapangan,
    buat_warga,
    hasil,
    tercatat,
    tiga_cek,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
RABU = "2026-11-25"
ALASAN = "Salah ketik pada angkanya."


def semua() -> list[PemeriksaanLapangan]:
    return list(PemeriksaanLapangan.objects.order_by("pk"))


def aksi_proyek(proyek: Any) -> list[str]:
    return [satu.aksi for satu in riwayat(proyek)]


def test_the_third_account_opens_one_and_no_more(pemeran: Any) -> None:
    tentang = buat_tentang(pemeran)
    with pada(saat(RABU)):
        for ke in range(2):
            tulis(tentang, buat_warga(pemeran, ke))
        assert semua() == []
        tulis(tentang, buat_warga(pemeran, 2))
        (satu,) = semua()
        tulis(tentang, buat_warga(pemeran, 3))
    assert semua() == [satu]
    assert (satu.sebab, satu.dibuka_oleh, satu.cek.count()) == ("cek", None, 3)
    # From the Sunday of the week of the third check: the day itself shows nowhere.
    assert (str(satu.langkah_mulai), str(satu.tenggat)) == ("2026-11-29", "2026-12-11")
    assert Aksi.LAPANGAN_DIBUKA not in aksi_proyek(tentang.proyek)


@pytest.mark.parametrize("lain", ["akun", "tanpa", "sama", "sesuai", "hidden", "ditarik"])
def test_others_do_not_count(pemeran: Any, lain: str) -> None:
    """Only public "tidak sesuai" of three proven accounts oblige."""
    tentang = buat_tentang(pemeran)
    pertama, kedua = (tulis(tentang, buat_warga(pemeran, ke)) for ke in range(2))
    if lain == "sama":
        tulis(type(tentang)(tentang.proyek), pertama.penulis)
    elif lain == "sesuai":
        tulis(tentang, buat_warga(pemeran, 2), IsianCek("sesuai"))
    elif lain == "hidden":
        sembunyikan(objek=kedua, alasan="Menghina orang.", oleh=pemeran.staf)
        tulis(tentang, buat_warga(pemeran, 2))
    elif lain == "ditarik":
        tarik(cek=kedua)
        tulis(tentang, buat_warga(pemeran, 2))
    else:
        tulis(tentang, pemeran.warga if lain == "akun" else None)
    assert semua() == []


def test_a_corrected_judgement_counts(pemeran: Any) -> None:
    tentang = buat_tentang(pemeran)
    warga = [buat_warga(pemeran, ke) for ke in range(3)]
    for satu in warga[:2]:
        tulis(tentang, satu)
    tulis(tentang, warga[2], IsianCek("sesuai"))
    assert semua() == []
    tulis(tentang, warga[2], BEDA)
    assert len(semua()) == 1


def test_a_look_ends_what_was_before_its_day(pemeran: Any) -> None:
    with pada(saat("2026-11-02")):
        tentang = tiga_cek(pemeran)
    (pertama,) = semua()
    with pada(saat("2026-11-05")):
        tulis(tentang, buat_warga(pemeran, 10))  # after the day of the look
        tulis(tentang, buat_warga(pemeran, 11))
    with pada(saat("2026-11-06")):
        isian = hasil(tanggal=dt.date(2026, 11, 4))
        lapangan.catat_hasil(pemeriksaan=pertama, isian=isian, oleh=pemeran.staf)
        assert semua() == [pertama]
        tulis(tentang, buat_warga(pemeran, 12))
    assert [satu.sebab for satu in semua()] == ["cek", "cek"]


def test_the_database_keeps_one_open(pemeran: Any) -> None:
    satu = buat_lapangan(pemeran)
    with pytest.raises(TidakBisa, match="sedang diperiksa"):
        buat_lapangan(pemeran, satu.proyek)
    kembar = PemeriksaanLapangan.objects.get(pk=satu.pk)
    kembar.pk = kembar.kunci_sekali = None
    with pytest.raises(IntegrityError, match="lapangan_satu_terbuka"), transaction.atomic():
        kembar.save(force_insert=True)


def test_result_tells_everybody_and_its_senders(pemeran: Any) -> None:
    tentang = tiga_cek(pemeran)
    (satu,) = semua()
    isian = hasil()
    for _ in range(2):  # pressed twice
        lapangan.catat_hasil(pemeriksaan=satu, isian=isian, oleh=pemeran.staf)
    satu.refresh_from_db()
    assert (satu.tahap, satu.tenggat) == ("disepakati", isian.sampai)
    assert aksi_proyek(tentang.proyek).count(Aksi.LAPANGAN_DICATAT) == 1
    assert Jejak.objects.filter(objek_jenis="cek", aksi=AksiCek.DILIHAT).count() == 3
    with pytest.raises(TidakBisa, match="sudah dicatat"):
        lapangan.catat_hasil(pemeriksaan=satu, isian=hasil(terlihat="Lain."), oleh=pemeran.staf)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"hadir": " "}, "kantor yang hadir"),
        ({"terlihat": "…"}, "terlihat"),
        ({"tanggal": hari_ini() + BESOK}, "sesudah hari ini"),
        ({"disepakati": ""}, "bersama harinya"),
        ({"sampai": None}, "bersama harinya"),
        ({"sampai": dt.date(2026, 1, 1)}, "sebelum hari pemeriksaan"),
    ],
)
def test_what_is_refused(pemeran: Any, isi: dict[str, Any], kata: str) -> None:
    with pytest.raises(TidakBisa, match=kata):
        tercatat(pemeran, **isi)
    assert not HasilLapangan.objects.exists()


def test_a_look_that_residents_asked_for_is_not_before_them_nor_called_off(pemeran: Any) -> None:
    tiga_cek(pemeran)
    (satu,) = semua()
    with pytest.raises(TidakBisa, match="sebelum warga"):
        lapangan.catat_hasil(
            pemeriksaan=satu, isian=hasil(tanggal=hari_ini() - BESOK), oleh=pemeran.staf
        )
    with pytest.raises(TidakBisa, match="wajib"):
        lapangan.batalkan(pemeriksaan=satu, alasan=ALASAN, oleh=pemeran.staf)
    tarik(cek=CekWarga.objects.first() or CekWarga())
    lapangan.batalkan(pemeriksaan=satu, alasan=ALASAN, oleh=pemeran.staf)
    assert semua()[0].batal


def test_a_correction_is_a_further_row_and_moves_the_promise(pemeran: Any) -> None:
    milik = tercatat(pemeran).pemeriksaan
    for _ in range(2):
        lapangan.perbaiki_hasil(
            pemeriksaan=milik,
            isian=hasil(disepakati="", sampai=None),
            alasan=ALASAN,
            oleh=pemeran.staf,
        )
    assert [satu.alasan for satu in milik.hasil.all()] == ["", ALASAN]
    milik.refresh_from_db()
    assert (milik.tahap, milik.tenggat) == ("selesai", None)


def test_the_promise_is_answered_and_answered_again(pemeran: Any) -> None:
    milik = tercatat(pemeran).pemeriksaan
    lusa = hari_ini() + 2 * BESOK

    def jawab(*, sudah: bool, sampai: dt.date | None = None, kunci: str = "") -> None:
        lapangan.jawab_sepakat(
            pemeriksaan=milik,
            sudah=sudah,
            kata="Menunggu semen.",
            sampai=sampai,
            oleh=pemeran.aparat,
            kunci=kunci or kunci_baru(),
        )

    with pytest.raises(TidakBisa, match="hari apa"):
        jawab(sudah=False)
    sama = kunci_baru()
    for _ in range(2):
        jawab(sudah=False, sampai=lusa, kunci=sama)
    milik.refresh_from_db()
    assert (milik.tahap, milik.tenggat, milik.jawaban.count()) == ("disepakati", lusa, 1)
    jawab(sudah=True)
    milik.refresh_from_db()
    assert (milik.tahap, milik.tenggat) == ("selesai", None)
    jawab(sudah=False, sampai=lusa)  # pressed by mistake before
    milik.refresh_from_db()
    assert milik.menunggu_janji
