"""The demonstration: loads once, blames nobody, moves with the calendar."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from aspirasi.enums import CaraSelesai, Jangkauan, Status
from aspirasi.models import Aspirasi
from bangunrejo.contoh import data
from bangunrejo.contoh.muat import Hasil, muat
from bangunrejo.contoh.waktu import HARI_TULIS, Kalender
from bangunrejo.management.commands.muat_contoh import Command
from core.models import Jejak
from core.rantai import periksa
from core.waktu import hari_ini
from forum.models import Balasan
from kabar.models import Pemberitahuan, diikuti
from laporan.models import LaporanKemajuan, Realisasi
from proyek.enums import Tahap
from proyek.models import Keputusan, Pendanaan, Proyek
from warga.models import Kampung, Pengguna

BURUK = {"p03", "p10", "p12", "a05", "a08", "a09", "a16", "a19", "a20"}


@pytest.fixture(scope="module")
def cerita(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Hasil]:
    """Load the story once for this module and take it back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        hasil = muat()
        assert hasil
        yield hasil
        transaction.set_rollback(True)


@pytest.mark.usefixtures("cerita", "db")
class TestCerita:
    """What stands after loading."""

    def test_everything_of_the_story_is_there(self) -> None:
        assert Proyek.objects.count() == len(data.proyek()) == 12
        assert Aspirasi.objects.count() == len(data.kiriman()) == 25
        assert Keputusan.objects.count() == 12
        assert Balasan.objects.filter(disembunyikan=True).count() == 1

    def test_loading_again_changes_nothing(self) -> None:
        sebelum = (Jejak.objects.count(), Pengguna.objects.count())
        assert muat() is None
        assert (Jejak.objects.count(), Pengguna.objects.count()) == sebelum

    def test_the_invented_kampung_is_outside_the_seventeen(self) -> None:
        assert Kampung.objects.resmi().count() == 17
        assert not Proyek.objects.untuk_jumlah().filter(kampung__contoh=True).exists()

    def test_real_kampung_have_no_stopped_or_late_work(self) -> None:
        buruk = Proyek.objects.filter(tahap=Tahap.DIHENTIKAN_SEMENTARA) | Proyek.objects.filter(
            tahap=Tahap.BERJALAN, selesai_rencana__lt=hari_ini()
        )
        assert buruk.exists()
        assert not buruk.filter(kampung__contoh=False).exists()

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

    def test_unnamed_and_closed_kiriman_have_no_number(self) -> None:
        tertutup = Aspirasi.objects.filter(jangkauan=Jangkauan.KECAMATAN)
        assert tertutup.exists()
        assert not tertutup.filter(nomor__isnull=False).exists()

    def test_followers_were_told_and_have_read_what_is_old(self) -> None:
        warga = Pengguna.objects.get(email="warga@contoh.invalid")
        milik = Pemberitahuan.objects.milik(warga)
        assert milik.belum_dibaca().exists()
        assert milik.filter(dibaca_pada__isnull=False).exists()
        assert diikuti(warga).filter(mendukung=True).exists()
        assert diikuti(warga).filter(mendukung=False).exists()
        assert periksa().utuh

    def test_nothing_lies_in_the_future(self) -> None:
        besok = hari_ini() + dt.timedelta(days=1)
        assert not Jejak.objects.filter(waktu__date__gte=besok).exists()
        assert not LaporanKemajuan.objects.filter(diterbitkan_pada__date__gte=besok).exists()
        assert not Aspirasi.objects.filter(dibuat__date__gte=besok).exists()


def test_weekdays_stay_true_whenever_it_is_loaded() -> None:
    for selisih in (-400, -3, 0, 1, 6, 7, 1000):
        kalender = Kalender(HARI_TULIS + dt.timedelta(days=selisih))
        for teks in ("2026-07-06", "2026-11-18"):
            asal = dt.date.fromisoformat(teks)
            assert kalender.tanggal(teks).weekday() == asal.weekday()
        assert kalender.tanggal("2026-11-24") <= HARI_TULIS + dt.timedelta(days=selisih)


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
    Command()._simpan(cerita)
    berkas = tmp_path / "akun-contoh.txt"
    assert berkas.stat().st_mode & 0o077 == 0
    assert all(sandi in berkas.read_text() for sandi in cerita.sandi.values())
