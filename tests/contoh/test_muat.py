"""The demonstration: loads once, blames nobody, moves with the calendar."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from aspirasi.enums import CaraSelesai, Jangkauan, Status
from aspirasi.models import Aspirasi
from bangunrejo.contoh import data
from bangunrejo.contoh.cerita_laporan import bulan_laporan
from bangunrejo.contoh.cerita_suara import _banyak_hari
from bangunrejo.contoh.muat import Hasil, muat
from bangunrejo.contoh.orang import TANPA_SURAT
from bangunrejo.contoh.versi import VERSI, versi_dimuat
from bangunrejo.contoh.waktu import HARI_TULIS, Kalender
from bangunrejo.management.commands.muat_contoh import Command
from core.jejak.rantai import periksa
from core.models import Jejak
from core.tenggat.hari_kerja import SABTU, muat_libur
from core.waktu import hari_ini, sekarang
from forum.models import Balasan
from kabar.bacaan.ikutan import diikuti
from kabar.bacaan.jenis import ASPIRASI, DIIKUTI
from kabar.bacaan.milik import untuk
from laporan.enums import DariCek, Penilaian, TahapLapangan
from laporan.models import (
    BelanjaMenyusul,
    CatatanPengawasan,
    CekWarga,
    Evaluasi,
    JadwalLaporan,
    JedaLaporan,
    LaporanKemajuan,
    PemeriksaanLapangan,
    Realisasi,
    RincianBelanja,
)
from laporan.models.butir import persen_menurut_butir
from meja.kecamatan.angka import baca
from meja.kecamatan.banding import lalu
from proyek.bacaan.halaman import untuk_halaman
from proyek.bacaan.kemajuan import kemajuan, pada, titik_laporan, titik_rencana
from proyek.enums import DasarGerak, Pos, Tahap
from proyek.models import (
    Gerak,
    JawabanFungsi,
    Keputusan,
    Lingkungan,
    Pendanaan,
    Perubahan,
    Proyek,
)
from rencana.models import BarisRencana
from tests.alat import hari
from tests.alat.jelajah import BERBEDA, jelajah, salah_status
from tests.alat.peramban.portal import baca_sandi
from tests.alat.rumah.portal import BASE_DIR
from tests.izin.test_alamat import PUBLIK
from warga.models import Kampung, Pengguna

BURUK = {"p03", "p10", "p12", "a05", "a08", "a09", "a16", "a19", "a20", "a27"}


@pytest.fixture(scope="module", params=hari.dimuat())
def cerita(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Hasil]:
    """Load the story as on that day, stand on it for this module, take it back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic(), hari.dimuat_pada(request.param):
        hasil = muat()
        assert hasil
        yield hasil
        transaction.set_rollback(True)


@pytest.mark.usefixtures("cerita", "db")
class TestCerita:
    """The portal after loading."""

    def test_everything_of_the_story_is_there(self) -> None:
        assert Proyek.objects.filter(baris_rencana=None).count() == len(data.proyek()) == 12
        assert BarisRencana.objects.umum().count() == 10
        assert Aspirasi.objects.filter(tautan_rencana=None).count() == len(data.kiriman()) == 28
        assert Keputusan.objects.filter(rencana=None, baris_rencana=None).count() == 13
        assert set(Perubahan.objects.values_list("kolom", flat=True)) == {"anggaran", "volume"}
        assert Gerak.objects.filter(pos=Pos.DICAIRKAN, dasar=DasarGerak.PEMBATALAN).count() == 1
        assert JawabanFungsi.objects.filter(proyek__lestari__isnull=False).count() == 4
        assert Lingkungan.objects.values("kampung").distinct().count() == 2
        assert RincianBelanja.objects.count() == 3
        assert Balasan.objects.filter(disembunyikan=True).count() == 1
        assert versi_dimuat() == VERSI

    def test_loading_again_changes_nothing(self) -> None:
        sebelum = (Jejak.objects.count(), Pengguna.objects.count())
        assert muat() is None
        assert (Jejak.objects.count(), Pengguna.objects.count()) == sebelum

    def test_the_invented_kampung_is_outside_the_seventeen(self) -> None:
        assert Kampung.objects.resmi().count() == 17
        assert not Proyek.objects.untuk_jumlah().filter(kampung__contoh=True).exists()

    def test_something_waits_for_everybody(self) -> None:
        terbuka = Aspirasi.objects.terbuka()
        assert terbuka.filter(langkah="periksa", bahaya=True).exists()
        assert {"periksa", "jawab", "konfirmasi"} <= set(terbuka.values_list("langkah", flat=True))
        assert terbuka.filter(langkah="jawab", janji__gte=hari_ini()).exists()
        assert Proyek.objects.filter(selesai_rencana__gt=hari_ini(), tahap=Tahap.BERJALAN).exists()

    def test_only_the_invented_kampung_answers_late(self) -> None:
        terlambat = Aspirasi.objects.terbuka().filter(langkah="jawab", janji__lt=hari_ini())
        assert terlambat.exists()
        assert not terlambat.filter(kampung__contoh=False).exists()

    def test_real_kampung_have_no_stopped_or_late_work(self) -> None:
        buruk = Proyek.objects.filter(tahap=Tahap.DIHENTIKAN_SEMENTARA) | Proyek.objects.filter(
            tahap=Tahap.BERJALAN, selesai_rencana__lt=hari_ini()
        )
        assert buruk.exists()
        assert not buruk.filter(kampung__contoh=False).exists()

    def test_one_work_lags_far_behind_its_plan(self) -> None:
        p12 = untuk_halaman(Proyek.objects.all()).get(judul__startswith="Perbaikan balai kampung")
        titik = titik_rencana(p12.isi_rencana), titik_laporan(p12.isi_laporan)
        assert kemajuan(p12, *titik).kata == "Tertinggal jauh"
        assert kemajuan(p12, *titik).kurva

    def test_money_spent_stays_within_the_budget_of_each_source(self) -> None:
        for sumber in Pendanaan.objects.all():
            dibelanjakan = sum(sumber.realisasi.values_list("jumlah", flat=True))
            assert 0 <= dibelanjakan <= sumber.pagu, sumber
        assert Realisasi.objects.count() > 15

    def test_some_voices_came_full_circle(self) -> None:
        beres = Aspirasi.objects.filter(cara_selesai=CaraSelesai.DIKONFIRMASI_PENGIRIM)
        assert beres.filter(tautan_proyek__proyek__tahap=Tahap.SELESAI).exists()
        assert Aspirasi.objects.filter(status=Status.BUKAN_WEWENANG).count() == 1
        assert Aspirasi.objects.bahaya().count() == 1

    def test_a_promise_was_kept_one_missed_and_one_put_off(self) -> None:
        janji = Aspirasi.objects.filter(dijanjikan__isnull=False)
        keadaan = {
            (a.status, a.kampung.nama, a.terlambat, a.penundaan)
            for a in janji.select_related("kampung")
        }
        assert keadaan == {
            (Status.SELESAI, "Timbul Rejo", False, 0),
            (Status.DIJANJIKAN, data.KAMPUNG_CONTOH, True, 0),
            (Status.DIJANJIKAN, "Sido Luhur", False, 1),
        }

    def test_unnamed_and_closed_kiriman_have_no_number(self) -> None:
        tertutup = Aspirasi.objects.filter(jangkauan=Jangkauan.KECAMATAN)
        assert tertutup.exists()
        assert not tertutup.filter(nomor__isnull=False).exists()

    def test_followers_were_told_and_have_read_what_is_old(self) -> None:
        warga = Pengguna.objects.get(email="warga@contoh.invalid")
        milik = untuk(warga)
        assert untuk(warga, baru=True).exists()
        assert milik.filter(dibaca_pada__isnull=False).exists()
        assert diikuti(ASPIRASI, warga).filter(serta=True).exists()
        assert diikuti(ASPIRASI, warga).filter(serta=False).exists()
        assert {jenis.nama for jenis in DIIKUTI if diikuti(jenis, warga).exists()} >= {
            *("aspirasi", "proyek", "kampung")
        }
        assert milik.filter(hal__proyek__isnull=False).exists()
        assert periksa().utuh

    def test_reports_tell_of_days_and_what_became_of_them(self) -> None:
        semua = LaporanKemajuan.objects.all()
        assert {"tahapan", "bulanan", "dua_mingguan", "mingguan"} == set(
            Proyek.objects.filter(laporan__isnull=False).values_list("frekuensi_laporan", flat=True)
        )
        assert semua.berlaku().filter(alasan_perbaikan__startswith="Panjang").count() == 1
        ditarik = semua.dengan_utuh().get(masih=False)
        assert Evaluasi.objects.count() == 1
        dipenuhi = JadwalLaporan.objects.filter(laporan__isnull=False)
        assert semua.filter(diterbitkan_oleh__email__startswith="sekretaris").exists()
        assert JedaLaporan.objects.kini().get().kampung.contoh
        lewat = [satu.laporan for satu in dipenuhi if satu.tepat is False]
        assert lewat
        assert all(satu.proyek.kampung.contoh for satu in (ditarik, *lewat))
        ditunggu = JadwalLaporan.objects.terlambat().select_related("proyek__kampung")
        assert {satu.proyek.kampung.contoh for satu in ditunggu} == {True}

    def test_residents_checked_and_offices_answered_in_the_invented_kampung(self) -> None:
        cek = CekWarga.objects.select_related("proyek__kampung")
        assert Counter(satu.penilaian for satu in cek) == {
            Penilaian.TIDAK_SESUAI: 3,
            Penilaian.PERTANYAAN: 3,
            Penilaian.SESUAI: 1,
        }
        assert [satu.dari for satu in cek.tertahan()] == [DariCek.TANPA_AKUN]
        (berfoto,) = cek.filter(foto__isnull=False, penilaian=Penilaian.TIDAK_SESUAI)
        assert berfoto.foto_tertutup
        kampung = Kampung.objects.get(nama=data.KAMPUNG_CONTOH)
        (ditunggu,) = cek.menunggu_jawaban(kampung.pk).filter(penilaian=Penilaian.PERTANYAAN)
        assert not ditunggu.terlambat
        assert Counter(satu.sudah_ditanggapi for satu in CatatanPengawasan.objects.all()) == {
            True: 1,
            False: 1,
        }
        hal = [*cek, *CatatanPengawasan.objects.select_related("proyek__kampung")]
        assert {satu.proyek.kampung_id for satu in hal} == {kampung.pk}

    def test_the_kecamatan_looks_where_three_residents_asked_for_it(self) -> None:
        semua = PemeriksaanLapangan.objects.select_related("proyek__kampung")
        assert all(satu.proyek.kampung.contoh and not satu.terlambat for satu in semua)
        (ditunggu,) = semua.filter(tahap=TahapLapangan.DIBUKA)
        assert ditunggu.oleh_portal
        assert ditunggu.dikabarkan_pada
        assert ditunggu.cek.values("penulis").distinct().count() == 3
        (sepakat,) = semua.filter(tahap=TahapLapangan.DISEPAKATI)
        assert sepakat.hasil.get().sampai > hari_ini()

    def test_money_follows_a_report_and_items_tell_its_percent(self) -> None:
        (menyusul,) = BelanjaMenyusul.objects.ditunggu()
        assert not menyusul.terlambat
        laporan = menyusul.laporan
        assert laporan.proyek.kampung.contoh
        assert laporan.persen == persen_menurut_butir(laporan.kemajuan_butir.all())

    def test_the_page_of_all_kampung_tells_of_last_week(self) -> None:
        dulu = lalu()
        assert dulu.hari == hari_ini() - dt.timedelta(days=7)
        kini = baca()
        assert any(kini.get(milik) != angka for milik, angka in dulu.angka.items() if milik)

    def test_nothing_lies_in_the_future(self) -> None:
        kini = sekarang()
        assert not Jejak.objects.filter(waktu__gt=kini).exists()
        assert not LaporanKemajuan.objects.filter(diterbitkan_pada__gt=kini).exists()
        assert not CekWarga.objects.filter(dibuat__gt=kini).exists()
        assert not LaporanKemajuan.objects.filter(periode__gt=hari_ini()).exists()
        assert not Aspirasi.objects.filter(dibuat__gt=kini).exists()


@pytest.mark.jelajah
@pytest.mark.parametrize("cerita", [hari.HARI_UJI], indirect=True)
def test_pages_for_visitors_are_fit_for_a_cache(cerita: Hasil, db: None) -> None:
    """No cookie, no token and the same bytes for two visitors, but where a reason is listed."""
    halaman = jelajah(tamu=2)
    assert {satu.nama for satu in halaman} == PUBLIK
    assert salah_status([(satu.nama, satu.jalur, satu.status) for satu in halaman]) == []
    assert [satu for satu in halaman if satu.berbeda and satu.nama not in BERBEDA] == []
    assert {satu.nama for satu in halaman if satu.berbeda} == set(BERBEDA), "list no more"


@pytest.mark.usefixtures("db")
class TestSetiapHari:
    """The dates of the story alone, as on each day of three years."""

    def test_weekdays_stay_true_whenever_it_is_loaded(self) -> None:
        for satu in hari.SETIAP:
            kalender = Kalender(satu)
            for teks in ("2026-07-06", "2026-11-18"):
                asal = dt.date.fromisoformat(teks)
                assert kalender.tanggal(teks).weekday() == asal.weekday()
            assert satu - dt.timedelta(days=6) <= kalender.tanggal("2026-11-24") <= satu

    def test_officials_have_acted_by_yesterday(self) -> None:
        muat_libur(range(2026, 2030))
        for satu in hari.SEKITAR_LEBARAN:
            kalender = Kalender(satu)
            for d in data.kiriman():
                langkah = kalender.hari_langkah(kalender.tanggal(d.kirim), _banyak_hari(d.langkah))
                assert langkah == sorted(set(langkah))
                assert all(h < satu and h.weekday() < SABTU for h in langkah), (satu, d.kode)

    def test_each_report_tells_of_a_month_of_its_own_that_has_come(self) -> None:
        for satu in hari.SETIAP:
            kalender = Kalender(satu)
            for d in data.proyek():
                self._periksa_bulan(d, kalender)

    def _periksa_bulan(self, d: data.DataProyek, kalender: Kalender) -> None:
        terakhir = None
        for terbit in (kalender.tanggal(lap.terbit) for lap in d.laporan if not lap.dari):
            mulai = kalender.tanggal(d.mulai_nyata)
            bulan = bulan_laporan(mulai, terbit, terakhir)
            assert mulai.replace(day=1) <= bulan <= terbit, (kalender.hari_ini, d.kode)
            assert terakhir is None or terakhir < bulan
            terakhir = bulan

    def test_no_real_kampung_is_late_within_the_week(self) -> None:
        for d in data.proyek():
            if d.tahap == Tahap.BERJALAN and d.kampung != data.KAMPUNG_CONTOH:
                akhir_pekan_cerita = HARI_TULIS + dt.timedelta(days=6)
                assert dt.date.fromisoformat(d.selesai) >= akhir_pekan_cerita, d.kode

    def test_no_real_kampung_lags_behind_its_plan_within_the_week(self) -> None:
        for d in data.proyek():
            if d.tahap == Tahap.BERJALAN and d.kampung != data.KAMPUNG_CONTOH:
                rencana = [(dt.date.fromisoformat(h), Decimal(p)) for h, p in d.rencana]
                akhir_pekan_cerita = HARI_TULIS + dt.timedelta(days=6)
                assert pada(rencana, akhir_pekan_cerita) <= Decimal(d.laporan[-1].persen), d.kode


def test_what_would_shame_stands_with_the_invented_kampung() -> None:
    tempat = {d.kode: d.kampung for d in (*data.proyek(), *data.kiriman())}
    assert {kode: tempat[kode] for kode in BURUK} == dict.fromkeys(BURUK, data.KAMPUNG_CONTOH)


def test_sources_sum_to_the_budgets_of_the_brief() -> None:
    pagu = {d.kode: sum(jumlah for _, jumlah in d.sumber) for d in data.proyek()}
    assert pagu["p01"] == 154_700_000
    assert pagu["p12"] == 112_000_000


def test_passwords_are_random_and_readable_by_the_owner_alone(
    settings: Settings, tmp_path: Path, cerita: Hasil, db: None
) -> None:
    assert len(set(cerita.sandi.values())) == len(cerita.sandi) > 20
    settings.DATA_DIR = tmp_path
    Command(stdout=StringIO())._simpan(cerita)
    berkas = tmp_path / "akun-contoh.txt"
    assert berkas.stat().st_mode & 0o077 == 0
    assert all(sandi in berkas.read_text() for sandi in cerita.sandi.values())


def test_every_account_of_the_story_in_readme_is_printed(
    settings: Settings, tmp_path: Path, cerita: Hasil, db: None
) -> None:
    """Each with its password and under what it can do; other heads of kampung stand in the file."""
    settings.DATA_DIR = tmp_path
    layar = StringIO()
    Command(stdout=layar)._simpan(cerita)
    tampil = dict(re.findall(r"^\s+(\S+@contoh\.invalid)\s+(\S+)$", layar.getvalue(), re.MULTILINE))
    perlu = set(re.findall(r"[\w.-]+@contoh\.invalid", (BASE_DIR / "README.md").read_text()))
    assert perlu <= tampil.keys()
    assert tampil.items() <= cerita.sandi.items()
    lain = cerita.sandi.keys() - tampil.keys()
    assert lain
    tanpa_surat = TANPA_SURAT["kakam.purwodadi"]
    assert all(siapa.startswith("kakam.") for siapa in lain - {tanpa_surat})
    assert tanpa_surat in lain
    assert f"{len(lain)} kepala kampung lain ada di {tmp_path}" in layar.getvalue()
    assert baca_sandi(tmp_path) == cerita.sandi
