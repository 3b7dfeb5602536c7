"""Hiding: a reason, a trail, and files that are no longer public."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from core.berkas.simpan import simpan_foto
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Berkas, Dimoderasi
from core.moderasi.tampil import sembunyikan, tampilkan_lagi
from kabar.models import Kabar
from tests.pabrik import gambar as rupa
from tests.pabrik.orang import PenggunaFactory
from warga.models import Pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def kabar() -> Kabar:
    return Kabar.objects.create(
        judul="Gotong royong", isi="Minggu pagi.", penulis=PenggunaFactory()
    )


@pytest.fixture
def staf() -> Pengguna:
    return PenggunaFactory(peran="staf")


def test_hiding_keeps_the_text_and_writes_the_reason(kabar: Kabar, staf: Pengguna) -> None:
    sembunyikan(kabar, oleh=staf, alasan="  Memuat nomor telepon orang lain. ")
    kabar.refresh_from_db()
    assert kabar.disembunyikan
    assert kabar.isi == "Minggu pagi."
    assert kabar.alasan_sembunyi == "Memuat nomor telepon orang lain."
    assert kabar.disembunyikan_oleh_id == staf.pk
    assert not Kabar.objects.tampil().exists()
    (jejak,) = riwayat(kabar)
    assert (jejak.aksi, jejak.dari, jejak.ke) == ("sembunyikan", "tampil", "disembunyikan")
    assert jejak.oleh_id == staf.pk
    assert jejak.isi.alasan == "Memuat nomor telepon orang lain."


def test_shown_again(kabar: Kabar, staf: Pengguna) -> None:
    sembunyikan(kabar, oleh=staf, alasan="Keliru.")
    tampilkan_lagi(kabar, oleh=staf, alasan="Sudah diperbaiki.")
    kabar.refresh_from_db()
    assert not kabar.disembunyikan
    assert (kabar.alasan_sembunyi, kabar.disembunyikan_pada) == ("", None)
    assert list(Kabar.objects.tampil()) == [kabar]
    assert [j.isi.alasan for j in riwayat(kabar)] == ["Keliru.", "Sudah diperbaiki."]


@pytest.mark.parametrize("alasan", ["", "  \n", "\u200b\u3164", "a" * 501])
def test_without_a_fit_reason_nothing_happens(kabar: Kabar, staf: Pengguna, alasan: str) -> None:
    with pytest.raises(TidakBisa):
        sembunyikan(kabar, oleh=staf, alasan=alasan)
    kabar.refresh_from_db()
    assert not kabar.disembunyikan
    assert not riwayat(kabar)


def test_the_second_of_two_moderators_is_told(kabar: Kabar, staf: Pengguna) -> None:
    basi = Kabar.objects.get(pk=kabar.pk)
    sembunyikan(kabar, oleh=staf, alasan="Keliru.")
    with pytest.raises(TidakBisa, match="petugas lain"):
        sembunyikan(basi, oleh=staf, alasan="Keliru juga.")
    tampilkan_lagi(kabar, oleh=staf, alasan="Benar.")
    with pytest.raises(TidakBisa, match="petugas lain"):
        tampilkan_lagi(kabar, oleh=staf, alasan="Benar.")
    assert riwayat(kabar).count() == 2


@pytest.mark.parametrize(
    "salah",
    [
        {"disembunyikan": True},
        {"disembunyikan": True, "alasan_sembunyi": "ada"},
        {"alasan_sembunyi": "ada"},
        {"disembunyikan_pada": "2026-11-24T00:00Z"},
    ],
)
def test_the_database_knows_the_rule_too(kabar: Kabar, salah: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="sembunyi_beralasan"), transaction.atomic():
        Kabar.objects.filter(pk=kabar.pk).update(**salah)


def test_files_follow_their_owner(
    kabar: Kabar,
    staf: Pengguna,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    disk = "django.core.files.storage.FileSystemStorage"
    for nama in ("terbatas", "publik"):
        rincian = {"BACKEND": disk, "OPTIONS": {"location": tmp_path / nama}}
        settings.STORAGES = settings.STORAGES | {nama: rincian}
    foto = simpan_foto(rupa.unggahan(rupa.tulis(rupa.gambar())))

    def milik(self: Kabar) -> QuerySet[Berkas]:
        return Berkas.objects.filter(pk=foto.pk)

    monkeypatch.setattr(Kabar, "berkas_milik", milik)
    monkeypatch.setattr(Kabar, "boleh_publik", lambda self: not self.disembunyikan)
    for ubah, publik in ((sembunyikan, 0), (tampilkan_lagi, 2), (sembunyikan, 0)):
        with django_capture_on_commit_callbacks(execute=True):
            ubah(kabar, oleh=staf, alasan="Uji.")
        foto.refresh_from_db()
        assert foto.publik == bool(publik)
        assert len(list((tmp_path / "publik").rglob("*.webp"))) == publik


def test_files_stay_restricted_until_an_owner_says_otherwise() -> None:
    assert not Dimoderasi.boleh_publik(Kabar())
    assert not Kabar().berkas_milik()
