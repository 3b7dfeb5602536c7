"""Stored files: two storages, safe under rollback, swept when nobody owns them."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import transaction
from django.db.models import ProtectedError
from pytest_django import DjangoCaptureOnCommitCallbacks

from aspirasi.models import Lampiran
from core.berkas import simpan as modul
from core.berkas.simpan import DokumenDitolak
from core.galat import TidakBisa
from core.gambar.olah import FotoDitolak
from core.models import Berkas
from tests.alat.berkas import penuhi
from tests.pabrik import gambar as rupa
from tests.pabrik.berkas import dokumen, foto_tersimpan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("simpanan")]
Commit = DjangoCaptureOnCommitCallbacks
SEHARI = 24 * 3600


class Batal(Exception):
    """Rolls a transaction back."""


def isi(simpanan: Path, nama: str) -> set[str]:
    return {jalur.name for jalur in (simpanan / nama).rglob("*") if jalur.is_file()}


@contextmanager
def dibatalkan() -> Iterator[None]:
    with suppress(Batal), transaction.atomic():
        yield
        raise Batal


# --- Storing ---------------------------------------------------------------------------


def test_a_photo_arrives_restricted_in_two_sizes(simpanan: Path) -> None:
    berkas = foto_tersimpan()
    assert isi(simpanan, "terbatas") == {berkas.nama, f"{berkas.nama[:32]}-480.webp"}
    assert isi(simpanan, "publik") == set()
    assert not berkas.publik
    assert (berkas.lebar, berkas.tinggi) == (1000, 500)
    assert (berkas.lebar_kecil, berkas.tinggi_kecil) == (480, 240)


@pytest.mark.parametrize(
    ("depan", "belakang"),
    [
        (b"\xef\xbb\xbf", b""),
        (b"\r\n  \n", b""),
        (b"", bytes(5000)),
        (b"\xef\xbb\xbf\n", b"\0\r\n" * 900),
    ],
)
def test_a_pdf_that_readers_open_is_taken_as_it_is(
    simpanan: Path, depan: bytes, belakang: bytes
) -> None:
    data = depan + rupa.pdf() + belakang
    berkas = modul.simpan_pindaian(rupa.unggahan(data, "surat.pdf", "application/pdf"))
    assert (simpanan / "terbatas" / modul.jalur(berkas.nama)).read_bytes() == data


def test_what_the_sender_called_it_is_not_kept() -> None:
    berkas = modul.simpan_foto(rupa.unggahan(rupa.tulis(rupa.gambar()), "rumah pak Budi.png"))
    assert "Budi" not in f"{berkas.nama}{berkas.nama_asli}"
    assert berkas.nama.endswith(".webp")


def test_name_and_type_of_the_sender_prove_nothing(simpanan: Path) -> None:
    asli = modul.simpan_foto(rupa.unggahan(rupa.tulis(rupa.gambar(), "PNG"), "a.txt", "text/plain"))
    assert asli.jenis == Berkas.Jenis.FOTO
    with pytest.raises(FotoDitolak):
        modul.simpan_foto(rupa.unggahan(b"<svg/>", "foto.jpg", "image/jpeg"))
    assert len(isi(simpanan, "terbatas")) == 2


def test_more_than_ten_megabytes_is_never_read_whole() -> None:
    unggahan = rupa.unggahan(bytes(11 * 1024 * 1024))
    with pytest.raises(FotoDitolak, match="lebih dari 10 MB"):
        modul.simpan_foto(unggahan)
    assert unggahan.tell() == 10 * 1024 * 1024 + 1


def test_a_document_is_kept_byte_for_byte() -> None:
    berkas = dokumen()
    assert berkas.nama_asli == "Berita acara.pdf"
    with storages["terbatas"].open(modul.jalur(berkas.nama)) as tersimpan:
        assert tersimpan.read() == rupa.pdf()
    assert berkas.alamat_kecil == berkas.alamat


@pytest.mark.parametrize(
    ("data", "kode"),
    [
        (b"", "kosong"),
        (rupa.pdf(bytes(10 * 1024 * 1024)), "terlalu_besar"),
        (rupa.pdf()[:-8], "terpotong"),
        (rupa.pdf()[:-8] + bytes(2000), "terpotong"),
        (rupa.pdf().replace(b"<< >>", b"<< /Encrypt 5 0 R >>"), "terkunci"),
        (rupa.pdf().replace(b"<< >>", b"<</Encrypt<</Filter/Standard>>>>"), "terkunci"),
        (b"teks %PDF-1.7 %%EOF", "bukan_pdf"),
        (b"PK\x03\x04" + rupa.pdf(), "bukan_pdf"),
        (rupa.tulis(rupa.gambar()), "bukan_pdf"),
        (b"<html>%PDF-1.7 %%EOF", "bukan_pdf"),
        (rupa.pdf() + rupa.zip_kecil(), "rangkap"),
    ],
)
def test_a_document_that_is_refused_says_why(simpanan: Path, data: bytes, kode: str) -> None:
    with pytest.raises(DokumenDitolak) as galat:
        modul.simpan_dokumen(rupa.unggahan(data, "surat.pdf", "application/pdf"))
    assert galat.value.code == kode
    assert isi(simpanan, "terbatas") == set()


@pytest.mark.parametrize(
    ("nama", "harapan"),
    [
        ("surat\r\nX: 1.pdf", "suratX: 1.pdf"),
        ("😀.pdf", "😀.pdf"),
        ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
        ("surat.exe", "surat.pdf"),
        ("\u202efdp.exe", "fdp.pdf"),
        (".pdf", ".pdf.pdf"),
    ],
)
def test_the_name_of_a_document_is_made_harmless(nama: str, harapan: str) -> None:
    unggahan = rupa.unggahan(rupa.pdf(), "x.pdf")
    unggahan._name = nama
    assert modul.simpan_dokumen(unggahan).nama_asli == harapan


# --- Publishing, withdrawing, removing ---------------------------------------------------


def test_publishing_writes_under_new_names(simpanan: Path) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    assert berkas.nama_publik
    assert berkas.nama_publik != berkas.nama
    assert isi(simpanan, "publik") == {berkas.nama_publik, f"{berkas.nama_publik[:32]}-480.webp"}
    assert len(isi(simpanan, "terbatas")) == 2
    assert berkas.alamat == f"/berkas/{berkas.nama_publik}"


def test_publishing_twice_changes_nothing(simpanan: Path) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    pertama = berkas.nama_publik
    modul.terbitkan(Berkas.objects.get(pk=berkas.pk))
    berkas.refresh_from_db()
    assert berkas.nama_publik == pertama
    assert len(isi(simpanan, "publik")) == 2


def test_a_withdrawn_address_never_comes_back(
    simpanan: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    lama = berkas.nama_publik
    with django_capture_on_commit_callbacks(execute=True):
        modul.tarik(berkas)
        assert isi(simpanan, "publik"), "not before commit"
    assert isi(simpanan, "publik") == set()
    assert not berkas.publik
    modul.terbitkan(berkas)
    assert berkas.nama_publik != lama


def test_publishing_rolled_back_leaves_no_row_without_file(simpanan: Path) -> None:
    berkas = foto_tersimpan()
    with dibatalkan():
        modul.terbitkan(berkas)
    berkas.refresh_from_db()
    assert not berkas.publik
    modul.terbitkan(berkas)
    assert berkas.nama_publik in isi(simpanan, "publik")


def test_withdrawing_rolled_back_keeps_the_file(
    simpanan: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    with django_capture_on_commit_callbacks(execute=True), dibatalkan():
        modul.tarik(berkas)
    berkas.refresh_from_db()
    assert berkas.publik
    assert berkas.nama_publik in isi(simpanan, "publik")


@pytest.mark.parametrize("buat", [foto_tersimpan, dokumen])
def test_a_full_disk_is_a_refusal_and_leaves_nothing(
    buat: Callable[[], Berkas],
    simpanan: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Each try left an empty file and an error page: the file is made before it is filled."""
    penuhi(monkeypatch)
    with pytest.raises(ValidationError, match="penyimpanan kami sedang bermasalah"):
        buat()
    assert not Berkas.objects.exists()
    assert isi(simpanan, "terbatas") == set()
    assert [r.levelname for r in caplog.records] == ["ERROR"]


def test_a_photo_that_cannot_be_published_stays_as_it_is(
    simpanan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = foto_tersimpan()
    penuhi(monkeypatch)
    with pytest.raises(TidakBisa, match="tidak dapat diterbitkan"):
        modul.terbitkan(berkas)
    assert not Berkas.objects.get().publik
    assert isi(simpanan, "publik") == set()


def test_removing_takes_every_file(
    simpanan: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    berkas, kertas = foto_tersimpan(), dokumen()
    modul.terbitkan(berkas)
    with django_capture_on_commit_callbacks(execute=True):
        modul.hapus(berkas)
        modul.hapus(kertas)
    assert isi(simpanan, "terbatas") == isi(simpanan, "publik") == set()
    assert not Berkas.objects.exists()


def test_what_has_an_owner_is_not_removed(
    simpanan: Path, lampiran: Lampiran, django_capture_on_commit_callbacks: Commit
) -> None:
    with pytest.raises(ProtectedError), django_capture_on_commit_callbacks(execute=True):
        modul.hapus(lampiran.berkas)
    assert len(isi(simpanan, "terbatas")) == 2


# --- Sweeping ----------------------------------------------------------------------------


def tuakan(simpanan: Path) -> None:
    """Let every file be two days old."""
    lampau = time.time() - 2 * SEHARI
    for jalur in simpanan.rglob("*.*"):
        os.utime(jalur, (lampau, lampau))


def test_files_without_rows_go_after_a_day(simpanan: Path, lampiran: Lampiran) -> None:
    modul.terbitkan(lampiran.berkas)
    yatim = foto_tersimpan()
    modul.terbitkan(yatim)
    Berkas.objects.filter(pk=yatim.pk).delete()
    assert modul.buang_yatim() == 0, "too young: its row may not have committed yet"
    tuakan(simpanan)
    assert modul.buang_yatim() == 4
    assert len(isi(simpanan, "terbatas")) == len(isi(simpanan, "publik")) == 2
    assert modul.buang_yatim() == 0


def test_a_public_name_left_behind_goes_too(simpanan: Path, lampiran: Lampiran) -> None:
    with dibatalkan():
        modul.terbitkan(lampiran.berkas)
    tuakan(simpanan)
    assert modul.buang_yatim() == 2
    assert isi(simpanan, "publik") == set()
    assert len(isi(simpanan, "terbatas")) == 2


def test_rows_without_owner_go_with_their_files(
    simpanan: Path, lampiran: Lampiran, django_capture_on_commit_callbacks: Commit
) -> None:
    muda, tua = foto_tersimpan(), foto_tersimpan()
    Berkas.objects.filter(pk__in=[tua.pk, lampiran.berkas_id]).update(dibuat="2026-01-01T00:00Z")
    with django_capture_on_commit_callbacks(execute=True):
        assert modul.buang_yatim() == 1
    assert set(Berkas.objects.all()) == {muda, lampiran.berkas}
    assert len(isi(simpanan, "terbatas")) == 4


def test_sweeping_before_anything_was_stored() -> None:
    assert modul.buang_yatim() == 0
