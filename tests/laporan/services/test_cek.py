"""A check: held or public, corrected, taken back; and what the database refuses."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import pada
from laporan.enums import DariCek, Penanggap
from laporan.laku import AksiCek
from laporan.models import CekWarga, FotoCek
from laporan.models.cek import akhir_pekan
from laporan.services.cek import IsianCek, Tentang, cek_sendiri, tarik
from laporan.services.cek_baca import hitamkan_cek, loloskan_cek
from tests.alat.jam import saat
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.cek import terbukti, tulis
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db


def test_a_proven_account_is_read_at_once_and_its_clock_tells_no_day(
    tentang: Tentang, pemeran: Any
) -> None:
    orang = terbukti(pemeran)
    with pada(saat("2026-11-24")):  # a Tuesday
        satu = tulis(tentang, orang)
    satu.refresh_from_db()
    assert (satu.umum, satu.dari, satu.kampung) == (True, DariCek.TERBUKTI, orang.kampung)
    assert satu.minggu == dt.date(2026, 11, 23)
    assert satu.langkah_mulai == akhir_pekan(dt.date(2026, 11, 24)) == dt.date(2026, 11, 29)
    assert satu.tenggat == dt.date(2026, 12, 4)
    assert list(CekWarga.objects.menunggu_jawaban(tentang.proyek.kampung_id)) == [satu]
    assert list(CekWarga.objects.tidak_sesuai_terbukti(tentang.proyek)) == [satu]


@pytest.mark.parametrize("akun", [True, False])
def test_anybody_else_is_held_until_it_was_read(tentang: Tentang, pemeran: Any, akun: bool) -> None:
    satu = tulis(tentang, PenggunaFactory() if akun else None)
    assert (satu.umum, satu.tenggat, satu.kampung) == (False, None, None)
    assert list(CekWarga.objects.tertahan()) == [satu]
    assert not CekWarga.objects.terlihat().exists()
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    satu.refresh_from_db()
    assert satu.umum
    assert satu.tenggat
    assert not CekWarga.objects.tidak_sesuai_terbukti(tentang.proyek).exists()
    with pytest.raises(TidakBisa, match="sudah ditampilkan"):
        loloskan_cek(tulisan=satu, oleh=pemeran.staf)


def test_the_trail_names_no_sender(tentang: Tentang, pemeran: Any) -> None:
    orang = terbukti(pemeran)
    satu = tulis(tentang, orang)
    tulis(tentang, orang, IsianCek("pertanyaan", "Kapan selesai?"))
    tarik(cek=satu)
    assert [(j.aksi, j.oleh_id, j.peran) for j in riwayat(satu)] == [
        (AksiCek.DITULIS, None, ""),
        (AksiCek.DIPERBAIKI, None, ""),
        (AksiCek.DITARIK, None, ""),
    ]


def test_a_correction_is_one_row_and_leaves_its_trace(tentang: Tentang, pemeran: Any) -> None:
    orang = terbukti(pemeran)
    satu = tulis(tentang, orang)
    assert tulis(tentang, orang).diperbaiki_pada is None  # the same again
    baru = tulis(tentang, orang, IsianCek("sesuai", "Sudah 10 meter."))
    assert (baru.pk, baru.umum, baru.tenggat) == (satu.pk, True, None)
    assert baru.diperbaiki_pada
    assert baru.foto_umum


def test_a_visitor_corrects_what_the_browser_remembers_and_it_is_read_again(
    tentang: Tentang, pemeran: Any
) -> None:
    satu = loloskan_cek(tulisan=tulis(tentang), oleh=pemeran.staf)
    baru = tulis(tentang, None, IsianCek("pertanyaan", "Kapan?"), milik=satu.pk)
    assert (baru.pk, baru.umum, baru.menunggu) == (satu.pk, False, True)
    lain = tulis(tentang, terbukti(pemeran), milik=satu.pk)
    assert lain.pk != satu.pk
    assert cek_sendiri(tentang, None, lain.pk) is None


def test_taking_back_erases_words_and_photos(tentang: Tentang, pemeran: Any) -> None:
    satu = tulis(tentang, terbukti(pemeran), IsianCek("tidak_sesuai", "Retak.", foto_umum=True))
    FotoCek.objects.create(cek=satu, berkas=buat_berkas())
    tarik(cek=satu)
    tarik(cek=satu)
    satu.refresh_from_db()
    assert (satu.isi, satu.isi_publik, satu.umum) == ("", "", False)
    assert not FotoCek.objects.exists()
    assert list(CekWarga.objects.terlihat()) == [satu]
    assert tulis(tentang, pemeran.warga).pk != satu.pk
    ditahan = tulis(Tentang(tentang.proyek))
    tarik(cek=ditahan)
    assert ditahan not in CekWarga.objects.terlihat()
    with pytest.raises(TidakBisa, match="menarik"):
        hitamkan_cek(cek=satu, kata=["Retak"], alasan="Nama.", oleh=pemeran.staf)


def test_where_nothing_stands_nothing_is_checked(tentang: Tentang, pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="belum dimulai"):
        tulis(Tentang(buat_proyek(pemeran.kampung, tahap="dianggarkan")))


def test_the_kecamatan_answers_for_its_own_project(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap="berjalan", pembuka="kecamatan")
    assert tulis(Tentang(proyek)).penanggap == Penanggap.KECAMATAN


@pytest.mark.parametrize(
    "ubah",
    [
        {"penilaian": "bagus"},
        {"dari": "warga"},
        {"dari": "terbukti"},
        {"isi": " "},
        {"penilaian": "pertanyaan", "foto_umum": False},
        {"ditahan": False},
        {"ditahan_sejak": None},
        {"disembunyikan": True},
        {"ditarik_pada": "2026-11-30T00:00Z"},
        {"laporan": None},
        {"dibuat": "2026-01-01T00:00Z"},
    ],
)
def test_the_database_refuses_what_is_no_check(tentang: Tentang, ubah: dict[str, Any]) -> None:
    satu = tulis(tentang)
    with pytest.raises(IntegrityError), transaction.atomic():
        CekWarga.objects.filter(pk=satu.pk).update(**ubah)


def test_the_database_refuses_a_second_one_another_report_and_a_fourth_photo(
    tentang: Tentang, pemeran: Any
) -> None:
    satu = tulis(tentang, terbukti(pemeran))
    lain = buat_laporan(buat_proyek(pemeran.kampung), pemeran.kakam)
    for ubah in ({}, {"laporan": lain, "penulis": pemeran.bpk}):
        kembar = CekWarga.objects.get(pk=satu.pk)
        kembar.pk = None
        for nama, nilai in ubah.items():
            setattr(kembar, nama, nilai)
        with pytest.raises(IntegrityError), transaction.atomic():
            kembar.save(force_insert=True)
    for _ in range(3):
        FotoCek.objects.create(cek=satu, berkas=buat_berkas())
    with pytest.raises(IntegrityError), transaction.atomic():
        FotoCek.objects.create(cek=satu, berkas=buat_berkas())
