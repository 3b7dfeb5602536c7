"""The address of stored files: who gets what, with which headers."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from aspirasi.models import Aspirasi, Lampiran
from core.berkas import simpan as modul
from tests.pabrik import gambar as rupa
from tests.pabrik.berkas import dokumen, foto_tersimpan
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("simpanan")]
Commit = DjangoCaptureOnCommitCallbacks


def status(client: Client, alamat: str) -> int:
    """The status of a file, whose bytes are left unread."""
    respons = client.get(alamat)
    badan(respons)
    return respons.status_code


def badan(respons: Any) -> bytes:
    return b"".join(respons.streaming_content)


@pytest.mark.parametrize("ukuran", ["alamat", "alamat_kecil"])
def test_public_photo(
    client: Client, ukuran: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    with django_assert_num_queries(1):
        respons = client.get(getattr(berkas, ukuran))
    assert respons.status_code == 200
    assert respons["Content-Type"] == "image/webp"
    assert respons["X-Content-Type-Options"] == "nosniff"
    assert respons["Cache-Control"] == "public, max-age=600, must-revalidate"
    assert "sandbox" in respons["Content-Security-Policy"]
    assert "Vary" not in respons
    assert not respons.cookies
    gambar = rupa.buka(badan(respons))
    assert gambar.width == (1000 if ukuran == "alamat" else 480)


def test_a_withdrawn_photo_is_gone_for_who_has_it_in_a_cache(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    """It lived on for a year, whatever was blackened or withdrawn."""
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    lama = berkas.alamat
    pertama = client.get(lama)
    tanda = pertama["ETag"]
    assert pertama["Cache-Control"] == "public, max-age=600, must-revalidate"
    badan(pertama)
    with django_capture_on_commit_callbacks(execute=True):
        modul.tarik(berkas)
    assert client.get(lama).status_code == 404
    assert client.get(lama, HTTP_IF_NONE_MATCH=tanda).status_code == 404


def test_public_photo_is_not_sent_twice(client: Client) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    pertama = client.get(berkas.alamat)
    lagi = client.get(berkas.alamat, HTTP_IF_NONE_MATCH=pertama["ETag"])
    assert (lagi.status_code, lagi.content) == (304, b"")
    assert lagi["ETag"] == pertama["ETag"]
    badan(pertama)


KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
KAMPUNG = {"aparat", "kakam"}


@pytest.mark.parametrize("langsung", [False, True])
@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_restricted_photo_for_each_of_the_cast(
    klien: Callable[[str], Client], lampiran: Lampiran, siapa: str, langsung: bool
) -> None:
    """Before the first look its kampung opens only a photo that was handed over to it."""
    Aspirasi.objects.filter(pk=lampiran.aspirasi_id).update(langsung=langsung)
    respons = klien(siapa).get(lampiran.berkas.alamat)
    if siapa not in (KECAMATAN | KAMPUNG if langsung else KECAMATAN):
        assert respons.status_code == 404
        return
    assert respons.status_code == 200
    assert respons["Cache-Control"] == "private, no-store"
    assert "ETag" not in respons
    assert rupa.buka(badan(respons)).width == 1000


def test_restricted_name_stays_restricted_when_the_photo_is_public(
    client: Client, lampiran: Lampiran
) -> None:
    terbatas = lampiran.berkas.alamat
    modul.terbitkan(lampiran.berkas)
    assert client.get(terbatas).status_code == 404
    assert status(client, lampiran.berkas.alamat) == 200


def test_a_photo_without_owner_is_nobodys(klien: Callable[[str], Client]) -> None:
    assert klien("admin").get(foto_tersimpan().alamat).status_code == 404


@pytest.mark.parametrize(
    "nama",
    [
        "ab" * 16 + ".webp",
        "x.webp",
        "..%2f..%2fkunci",
        "%00.webp",
        "ab" * 16 + "%00.webp",
        "AB" * 16 + ".webp",
        "ab" * 16 + ".svg",
        "ab" * 16 + "-480.pdf",
        "🌾.webp",
        "a" * 5000,
    ],
)
def test_unknown_and_hostile_names_are_the_same_404(client: Client, nama: str) -> None:
    assert client.get(f"/berkas/{nama}").status_code == 404


def test_the_small_name_of_a_document_does_not_exist(client: Client) -> None:
    berkas = dokumen()
    modul.terbitkan(berkas)
    assert status(client, berkas.alamat) == 200
    assert client.get(berkas.alamat.replace(".pdf", "-480.pdf")).status_code == 404
    assert client.get(berkas.alamat.replace(".pdf", "-480.webp")).status_code == 404


def test_a_document_is_a_download_that_can_do_nothing(client: Client) -> None:
    berkas = dokumen("Berita acara 🌾.pdf")
    modul.terbitkan(berkas)
    respons = client.get(berkas.alamat)
    assert respons["Content-Type"] == "application/pdf"
    assert respons["Content-Disposition"].startswith("attachment; filename*=utf-8''Berita%20acara")
    assert respons["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert respons["X-Content-Type-Options"] == "nosniff"
    assert badan(respons) == rupa.pdf()


def test_only_reading(client: Client) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    assert client.post(berkas.alamat).status_code == 405


def test_the_proxy_may_hand_out_the_bytes(client: Client, settings: Settings) -> None:
    settings.BERKAS_ACCEL_PREFIX = "/_berkas/"
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    nama = str(berkas.nama_publik)
    respons = client.get(berkas.alamat)
    assert respons["X-Accel-Redirect"] == f"/_berkas/publik/{nama[:2]}/{nama}"
    assert respons["Content-Type"] == "image/webp"
    assert respons.content == b""


def test_the_proxy_never_hands_out_what_is_restricted(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sees the folder of public files alone, so the portal sends the others itself."""
    settings.BERKAS_ACCEL_PREFIX = "/_berkas/"
    berkas = foto_tersimpan()
    monkeypatch.setattr("core.views._terlihat", lambda request, nama: berkas)
    respons = client.get(f"/berkas/{berkas.nama}")
    assert "X-Accel-Redirect" not in respons
    assert badan(respons).startswith(b"RIFF")


def test_an_object_store_answers_with_its_own_address(client: Client, settings: Settings) -> None:
    toko = {"BACKEND": "tests.pabrik.gambar.TokoObjek"}
    settings.STORAGES = settings.STORAGES | {"publik": toko, "terbatas": toko}
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    nama = str(berkas.nama_publik)
    respons = client.get(berkas.alamat)
    assert (respons.status_code, respons["Location"]) == (
        302,
        f"https://toko.example/{nama[:2]}/{nama}?tanda=1",
    )


def test_a_lost_file_is_a_404_and_a_line_in_the_log(
    client: Client, simpanan: Path, caplog: pytest.LogCaptureFixture
) -> None:
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    for jalur in (simpanan / "publik").rglob("*.webp"):
        jalur.unlink()
    with caplog.at_level(logging.ERROR, "core.views"):
        assert client.get(berkas.alamat).status_code == 404
    assert "tidak ada di simpanan publik" in caplog.text


def test_a_public_photo_does_not_tell_when_it_was_sent(client: Client) -> None:
    """The moment would say who of the neighbours held the phone."""
    berkas = foto_tersimpan()
    modul.terbitkan(berkas)
    respons = client.get(berkas.alamat)
    badan(respons)
    assert "Last-Modified" not in respons
