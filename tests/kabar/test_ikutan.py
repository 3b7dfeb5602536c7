"""Following: who may, what the pages show, and that it is nobody else's business."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi, Dukungan
from aspirasi.services import kiriman, penghapusan
from core.jejak.catat import riwayat
from kabar.bacaan.jenis import DIIKUTI as JENIS_DIIKUTI
from kabar.models import Ikutan
from tests.alat.baca import ada, teks
from tests.alat.kabar import IKUTAN, berhenti, dukung, ikuti
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import SELOKAN, buat, selokan
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
BERAKUN = tuple(siapa for siapa in SEMUA_PERAN if siapa != "pengunjung")
KUERI_IKUTAN = 3 + len(JENIS_DIIKUTI)  # session, person, the number in the head; one for each kind
DIIKUTI, IKUTI = "Anda mengikuti aspirasi ini", ">Ikuti aspirasi ini</button>"


def tutup(aspirasi: Aspirasi, bagaimana: str) -> None:
    """Take what was answered from the public, each way there is.

    What was settled and then erased keeps a page, with its answers and without its text.
    """
    if bagaimana == "ditarik":
        kiriman.tarik(aspirasi=aspirasi)
    elif bagaimana == "dihapus":
        penghapusan.hapus_semua(aspirasi=aspirasi)
    elif bagaimana == "beres lalu dihapus":
        kiriman.nyatakan_beres(aspirasi=aspirasi)
        penghapusan.hapus_semua(aspirasi=aspirasi)
    else:
        Aspirasi.objects.filter(pk=aspirasi.pk).update(jangkauan=bagaimana)


TERTUTUP = [Jangkauan.PETUGAS, Jangkauan.KECAMATAN, "ditarik", "dihapus", "beres lalu dihapus"]


@pytest.mark.parametrize("siapa", BERAKUN)
def test_everyone_with_an_account_follows_and_stops(
    pemeran: Pemeran, klien: Klien, siapa: str
) -> None:
    aspirasi, orang = selokan(pemeran), klien(siapa)
    assert IKUTI in teks(orang.get(aspirasi.get_absolute_url()))
    assert ada(ikuti(orang, aspirasi), DIIKUTI)
    assert ada(orang.get(IKUTAN), SELOKAN)
    assert IKUTI in teks(berhenti(orang, aspirasi))
    assert not ada(orang.get(IKUTAN), SELOKAN)


def test_a_visitor_reads_how_and_carries_nothing(pemeran: Pemeran, client: Client) -> None:
    aspirasi = selokan(pemeran)
    respons = client.get(aspirasi.get_absolute_url())
    assert ada(respons, "Pengirimnya memakai kode lacak")
    assert "csrfmiddlewaretoken" not in teks(respons)
    assert not respons.cookies
    for nama in ("ikuti", "berhenti"):
        alamat = reverse(f"kabar:{nama}", args=["aspirasi", aspirasi.nomor])
        assert client.post(alamat)["Location"].startswith("/akun/masuk/")
    assert not Ikutan.objects.exists()


def test_after_signing_in_again_the_page_opens(pemeran: Pemeran, klien: Klien) -> None:
    """A person who pressed after the session had ended comes back by GET: nothing changes by
    that."""
    aspirasi = selokan(pemeran)
    for nama in ("ikuti", "berhenti"):
        respons = klien("warga").get(reverse(f"kabar:{nama}", args=["aspirasi", aspirasi.nomor]))
        assert respons["Location"] == aspirasi.get_absolute_url()
    assert not Ikutan.objects.exists()


def test_who_supports_follows_until_they_say_no(pemeran: Pemeran, klien: Klien) -> None:
    aspirasi, warga = selokan(pemeran), klien("warga")
    assert ada(dukung(warga, aspirasi), DIIKUTI)
    assert ada(warga.get(IKUTAN), "Anda dukung")
    assert not Ikutan.objects.exists()
    assert IKUTI in teks(berhenti(warga, aspirasi))
    assert Dukungan.objects.count() == 1
    assert not ada(warga.get(IKUTAN), SELOKAN)
    assert ada(ikuti(warga, aspirasi), DIIKUTI)


def test_following_twice_is_once_and_from_the_first_time(pemeran: Pemeran, klien: Klien) -> None:
    aspirasi, warga = selokan(pemeran), klien("warga")
    ikuti(warga, aspirasi)
    sejak = Ikutan.objects.get().sejak
    ikuti(warga, aspirasi)
    assert Ikutan.objects.get().sejak == sejak
    berhenti(warga, aspirasi)
    ikuti(warga, aspirasi)
    assert Ikutan.objects.get().sejak > sejak


@pytest.mark.parametrize("bagaimana", TERTUTUP)
def test_what_is_not_public_is_not_there(pemeran: Pemeran, klien: Klien, bagaimana: str) -> None:
    aspirasi, warga = selokan(pemeran), klien("warga")
    ikuti(warga, aspirasi)
    jawab(pemeran, aspirasi)
    tutup(aspirasi, bagaimana)
    assert ikuti(warga, aspirasi).status_code == 404
    assert berhenti(warga, aspirasi).status_code == 404
    assert ikuti(klien("staf"), aspirasi).status_code == 404
    assert not ada(warga.get(IKUTAN), aspirasi.nomor or "")
    assert not ada(warga.get(IKUTAN), SELOKAN)


@pytest.mark.parametrize("nomor", ["ASP-2026-99999", "tidak-ada", "x" * 300])
def test_a_number_that_does_not_exist(pemeran: Pemeran, klien: Klien, nomor: str) -> None:
    buat(pemeran.kampung)  # not verified: it has no number
    assert klien("warga").post(f"/kabar/ikuti/aspirasi/{nomor}/").status_code == 404


def test_nobody_learns_who_follows(pemeran: Pemeran, klien: Klien) -> None:
    aspirasi = selokan(pemeran)
    sebelum = riwayat(aspirasi).count()
    ikuti(klien("warga"), aspirasi)
    assert riwayat(aspirasi).count() == sebelum
    for siapa in ("bpk", "staf", "admin"):
        orang = klien(siapa)
        for alamat in (aspirasi.get_absolute_url(), IKUTAN):
            assert pemeran.warga.nama not in teks(orang.get(alamat))
        assert not ada(orang.get(IKUTAN), SELOKAN)


def test_unfollowing_in_the_list_stays_in_the_list(pemeran: Pemeran, klien: Klien) -> None:
    aspirasi, warga = selokan(pemeran), klien("warga")
    ikuti(warga, aspirasi)
    respons = berhenti(warga, aspirasi, kembali="ikutan")
    assert respons.request["PATH_INFO"] == IKUTAN
    assert ada(respons, "Anda belum mengikuti apa pun")


@pytest.mark.parametrize("jumlah", [1, 3])
def test_the_list_costs_the_same_for_more_rows(
    pemeran: Pemeran, klien: Klien, jumlah: int, django_assert_num_queries: Any
) -> None:
    warga = klien("warga")
    for nomor in range(jumlah):
        (dukung if nomor % 2 else ikuti)(warga, selokan(pemeran, f"Lampu {nomor} mati."))
    with django_assert_num_queries(KUERI_IKUTAN):
        respons = warga.get(IKUTAN)
    assert teks(respons).count("baris__judul") == jumlah
