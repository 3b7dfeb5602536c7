"""The nightly check of the trail with its alarm, and the seal that is published each day."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bangunrejo import jaga_jejak
from bangunrejo.jaga_jejak import periksa_malam, umumkan
from core.antrean.surel import antar
from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import catat, hapus_isi
from core.jejak.rantai import periksa
from core.jejak.segel import segel_semua
from core.models import Jejak, KepalaSegel, PemeriksaanJejak, Segel, Tugas
from core.waktu import pada
from tests.alat.kunci import atur_pemicu
from tests.core.test_segel import rusak
from tests.pabrik.benda import Benda

pytestmark = pytest.mark.django_db
MEJA = "/kerja/"
PERLU = "Riwayat portal perlu diperiksa"


@pytest.fixture
def rantai(pemeran: Any) -> None:
    """Three sealed acts, in a database with all its locks on; staff have addresses."""
    for siapa in ("admin", "camat", "staf"):
        pemeran[siapa].email = f"{siapa}@kecamatan.contoh.id"
        pemeran[siapa].save()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    atur_pemicu("ENABLE")
    for i in range(3):
        catat(objek=Benda(), aksi=f"aksi_{i}", alasan=f"alasan {i}")
    segel_semua()


def hasil() -> PemeriksaanJejak:
    return PemeriksaanJejak.objects.latest()


def surat() -> dict[str, str]:
    """Deliver the waiting letters. Return them by their recipients."""
    mail.outbox.clear()
    for tugas in Tugas.objects.filter(fungsi="core.antrean.surel.antar"):
        antar(*tugas.argumen)
        tugas.delete()
    return {pesan.to[0]: f"{pesan.subject}\n{pesan.body}" for pesan in mail.outbox}


class TestCheck:
    """Every night, by the worker, with the result kept."""

    def test_a_clean_trail_leaves_a_row_and_no_letter(self, rantai: None, klien: Any) -> None:
        periksa_malam()
        satu = hasil()
        assert (satu.utuh, satu.diperiksa, satu.urutan) == (True, 3, 3)
        assert satu.kepala == Segel.objects.get(urutan=3).hash
        assert surat() == {}
        assert PERLU not in klien("admin").get(MEJA).content.decode()

    def test_what_is_found_goes_to_admin_and_camat_until_it_is_clean(
        self, rantai: None, pemeran: Any, klien: Any
    ) -> None:
        catat(objek=Benda(), aksi="lupa disegel")
        rusak("UPDATE core_jejak SET aksi = 'palsu' WHERE aksi = 'aksi_1'")
        periksa_malam()
        terkirim = surat()
        assert set(terkirim) == {pemeran.admin.email, pemeran.camat.email}
        isi = terkirim[pemeran.camat.email]
        assert "berubah setelah disegel" in isi
        assert "Pemicu pada tabel core_jejak dimatikan" in isi
        assert "palsu" not in isi
        for siapa in ("admin", "camat"):
            assert PERLU in klien(siapa).get(MEJA).content.decode()
        for siapa in ("staf", "petugas_rahasia", "kakam"):
            assert PERLU not in klien(siapa).get(MEJA).content.decode()
        self._pulihkan()
        periksa_malam()
        assert hasil().utuh
        assert "bersih lagi" in surat()[pemeran.admin.email]
        assert PERLU not in klien("camat").get(MEJA).content.decode()

    def _pulihkan(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE core_jejak SET aksi = 'aksi_1' WHERE aksi = 'palsu'")
        self._nyalakan()

    def _nyalakan(self) -> None:
        """Put on what `rusak` took off, and seal."""
        with connection.cursor() as cursor:
            for tabel in ("core_jejak", "core_isijejak", "core_segel", "core_kepalasegel"):
                cursor.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER USER")
        segel_semua()

    def test_what_is_known_is_told_again_on_mondays_only(
        self, rantai: None, pemeran: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rusak("UPDATE core_jejak SET aksi = 'palsu' WHERE aksi = 'aksi_1'")
        hari = dt.date(2026, 12, 1)
        monkeypatch.setattr(jaga_jejak.timezone, "localdate", lambda *_: hari)
        periksa_malam()
        assert len(surat()) == 2
        periksa_malam()
        assert surat() == {}
        rusak("UPDATE core_jejak SET aksi = 'palsu juga' WHERE aksi = 'aksi_2'")
        periksa_malam()
        assert len(surat()) == 2
        hari = dt.date(2026, 12, 7)
        periksa_malam()
        assert len(surat()) == 2

    def test_a_wrong_moment_is_named_for_thirty_days_and_by_hand_for_ever(
        self, rantai: None, settings: Any
    ) -> None:
        settings.SEGEL = settings.SEGEL | {"selisih": dt.timedelta(minutes=15)}
        with pada(timezone.now() - dt.timedelta(days=2)):
            catat(objek=Benda(), aksi="jam mesin salah")
        segel_semua()
        periksa_malam()
        assert hasil().jumlah_masalah == 1
        self._umumkan_dulu()
        periksa_malam()
        assert hasil().utuh
        assert "waktunya" in periksa().masalah[0]

    def _umumkan_dulu(self) -> None:
        """Let the seal of now have been published a month ago."""
        kepala = KepalaSegel(tanggal=timezone.localdate() - dt.timedelta(days=31), urutan=5)
        catat(objek=kepala, aksi="diumumkan")
        rusak("UPDATE core_jejak SET dicatat = dicatat - interval '31d' WHERE aksi = 'diumumkan'")
        self._nyalakan()
        kepala.hash = Segel.objects.get(urutan=5).hash
        kepala.save(force_insert=True)

    def test_what_was_emptied_rightfully_holds_no_other_words_later(self, rantai: None) -> None:
        satu = Jejak.objects.order_by("pk")[0]
        hapus_isi(objek=Benda(), alasan="diminta", jejak=[satu])
        segel_semua()
        rusak(
            "ALTER TABLE core_isijejak DROP CONSTRAINT isi_jejak_utuh_atau_kosong",
            "UPDATE core_isijejak SET alasan = 'palsu' WHERE dihapus_pada IS NOT NULL",
        )
        assert periksa().masalah == [
            f"Jejak {satu.pk}: isinya pernah dikosongkan, lalu diisi lagi."
        ]

    @pytest.mark.django_db(transaction=True)
    def test_a_long_chain_is_walked_in_several_tasks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(jaga_jejak, "SEKALI_JALAN", 2)
        for i in range(5):
            catat(objek=Benda(), aksi=f"aksi_{i}")
        segel_semua()
        periksa_malam()
        assert not PemeriksaanJejak.objects.exists()
        assert kerjakan_semua() == 2
        assert (hasil().diperiksa, hasil().kepala) == (5, periksa().kepala)


class TestPublished:
    """One seal a day: kept, mailed, and on a public page."""

    def test_it_is_kept_and_mailed_to_guards_and_outside(
        self, rantai: None, pemeran: Any, settings: Any
    ) -> None:
        settings.SEGEL = settings.SEGEL | {"penerima": ["ketua@bpk.contoh.id"]}
        kepala = umumkan()
        assert kepala is not None
        assert (kepala.urutan, kepala.hash) == (3, Segel.objects.get(urutan=3).hash)
        assert umumkan() is None
        terkirim = surat()
        assert set(terkirim) == {pemeran.admin.email, pemeran.camat.email, "ketua@bpk.contoh.id"}
        for isi in terkirim.values():
            assert kepala.hash in isi
            assert kepala.pendek in isi
            assert reverse("segel") in isi

    def test_no_two_days_have_the_same_one(self, rantai: None) -> None:
        """Else a quiet day that changes its seal would tell of an act that nobody may see."""
        satu = umumkan()
        assert satu is not None
        rusak("UPDATE core_kepalasegel SET tanggal = tanggal - 1")
        segel_semua()
        dua = umumkan()
        assert dua is not None
        assert dua.hash != satu.hash

    def test_a_head_put_there_before_its_day_is_named(self, rantai: None) -> None:
        """The application's role could so keep the portal from publishing one."""
        assert umumkan() is not None
        assert periksa().utuh
        besok = timezone.localdate() + dt.timedelta(days=1)
        kepala = Segel.objects.get(urutan=3)
        palsu = KepalaSegel.objects.create(tanggal=besok, urutan=3, hash=kepala.hash)
        catat(objek=palsu, aksi="diumumkan")
        (satu,) = periksa().masalah
        assert satu.startswith(f"Segel yang diumumkan pada {besok:%d-%m-%Y} tidak mempunyai jejak")

    def test_a_published_head_that_is_gone_is_named(self, rantai: None) -> None:
        assert umumkan() is not None
        rusak("DELETE FROM core_kepalasegel")
        assert periksa().masalah == [
            f"Segel yang diumumkan pada {timezone.localdate():%d-%m-%Y} tidak ada lagi."
        ]

    def test_without_a_seal_nothing_is_published(self, pemeran: Any) -> None:
        assert umumkan() is None
        assert surat() == {}

    def test_the_page_shows_the_days_and_never_how_many_acts_there_were(
        self, rantai: None, client: Client
    ) -> None:
        kosong = client.get(reverse("segel")).content.decode()
        assert "Belum ada segel" in kosong
        kepala = umumkan()
        assert kepala is not None
        KepalaSegel.objects.create(
            tanggal=timezone.localdate() - dt.timedelta(days=1), urutan=98765, hash="ab" * 32
        )
        periksa_malam()
        with CaptureQueriesContext(connection) as kueri:
            isi = client.get(reverse("segel")).content.decode()
        assert len(kueri) == 2
        assert kepala.hash in isi
        assert "abab abab abab abab" in isi
        assert "98765" not in isi
        assert "98.765" not in isi
        assert "ada yang tidak cocok" in isi  # the head of yesterday is in no chain
        assert reverse("segel") in client.get(reverse("tentang")).content.decode()
