"""Sending for somebody without a phone: marked, printed, and left to them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi, Pengirim
from aspirasi.views import tanda
from tests.alat.pengirim import KIRIM, kode_dan_pin, masuk_pengirim
from tests.pabrik.aspirasi import isian, periksa
from tests.pabrik.berkas import foto
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db

TITIPAN = "/aspirasi/titipan/"
TANDA_TERIMA = "/aspirasi/titipan/tanda-terima/"
BOLEH = set(SEMUA_PERAN) - {"pengunjung", "warga"}


def titip(client: Client, **lain: Any) -> Any:
    return client.post(TITIPAN, isian(asal="lisan", **lain), follow=True)


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
@pytest.mark.parametrize("alamat", [TITIPAN, TANDA_TERIMA])
def test_the_door_is_for_those_with_the_right(klien: Any, siapa: str, alamat: str) -> None:
    status = klien(siapa).get(alamat).status_code
    if siapa == "pengunjung":
        assert status == 302
    elif siapa in BOLEH:
        assert status == (200 if alamat == TITIPAN else 302)  # nothing to hand over yet
    else:
        assert status == 403


@pytest.mark.parametrize(
    ("siapa", "terlihat"), [("warga", False), ("fasilitator", True), ("bpk", True)]
)
def test_the_form_shows_the_way_there(klien: Any, siapa: str, terlihat: bool) -> None:
    assert (TITIPAN in klien(siapa).get(KIRIM).content.decode()) == terlihat


@pytest.mark.parametrize("asal", ["lisan", "kertas"])
def test_it_is_the_other_persons_own(klien: Any, pemeran: Any, asal: str) -> None:
    klien("fasilitator").post(TITIPAN, isian(asal=asal, nama="Mbah Karto"))
    pengirim = Pengirim.objects.get()
    assert (pengirim.pengguna, pengirim.lewat) == (None, pemeran.fasilitator)
    assert (pengirim.nama, pengirim.aspirasi.asal) == ("Mbah Karto", asal)


def test_the_ordinary_form_marks_nothing(klien: Any, pemeran: Any) -> None:
    klien("fasilitator").post(KIRIM, isian(asal="kertas"))
    pengirim = Pengirim.objects.get()
    assert (pengirim.pengguna, pengirim.lewat) == (pemeran.fasilitator, None)
    assert pengirim.aspirasi.asal == "portal"


@pytest.mark.parametrize("asal", ["", "portal", "ngawur"])
def test_how_it_came_in_must_be_said(klien: Any, asal: str) -> None:
    respons = klien("fasilitator").post(TITIPAN, isian(asal=asal))
    assert respons.status_code == 200
    assert "Mohon jalan Dusun 3" in respons.content.decode()
    assert not Aspirasi.objects.exists()


def test_the_receipt_holds_code_pin_and_the_next_days(klien: Any) -> None:
    respons = titip(klien("fasilitator"), foto=[foto()])
    aspirasi = Aspirasi.objects.get()
    kode, pin = kode_dan_pin(respons)
    isi = respons.content.decode()
    assert respons.redirect_chain[-1][0] == TANDA_TERIMA
    assert "dengan 1 foto" in isi
    assert isi.count("paling lambat") == 2
    masuk = masuk_pengirim(Client(), type("T", (), {"kode": kode, "pin": pin}))
    assert aspirasi.isi in masuk.content.decode()


def test_the_helper_is_not_left_signed_to_it(klien: Any) -> None:
    client = klien("fasilitator")
    titip(client)
    aspirasi = Aspirasi.objects.get()
    assert not client.session.get(tanda.KUNCI)
    for nama in ("aspirasi:terkirim", "aspirasi:lacak"):
        assert "data-salin" not in client.get(reverse(nama), follow=True).content.decode()
    halaman = client.get(reverse("aspirasi:kiriman", args=[aspirasi.acuan]))
    assert halaman.status_code == 302
    assert client.get(TANDA_TERIMA).status_code == 200
    sesudah = client.post(reverse("aspirasi:tanda_terima_selesai"), follow=True)
    assert "Kode dan PIN-nya tidak tersimpan lagi di sini." in sesudah.content.decode()
    assert client.get(TANDA_TERIMA).status_code == 302


def test_the_receipt_belongs_to_this_browser(klien: Any) -> None:
    titip(klien("fasilitator"))
    assert klien("staf").get(TANDA_TERIMA).status_code == 302


def test_sending_twice_gives_one_row_and_the_same_receipt(klien: Any) -> None:
    data = isian(asal="kertas")
    client = klien("aparat")
    semua = {kode_dan_pin(client.post(TITIPAN, data, follow=True)) for _ in range(2)}
    assert len(semua) == 1
    assert Aspirasi.objects.count() == 1


def test_the_public_page_says_how_it_came_in(klien: Any, pemeran: Any) -> None:
    titip(klien("fasilitator"))
    sendiri = klien("warga")
    sendiri.post(KIRIM, isian(isi="Mohon lampu jalan di perempatan."))
    halaman = [
        klien("pengunjung").get(periksa(a, pemeran.staf).get_absolute_url()).content.decode()
        for a in Aspirasi.objects.order_by("pk")
    ]
    assert ["disampaikan lewat petugas (lisan)" in isi for isi in halaman] == [True, False]
    assert "Fitri" not in halaman[0]


def test_the_form_speaks_of_the_other_person(klien: Any) -> None:
    isi = klien("fasilitator").get(TITIPAN).content.decode()
    assert "tanpa nama orang itu" in isi
    assert "tanpa nama Anda" not in isi
    assert "Nama, nomor HP, dan e-mailnya tidak kami simpan" in isi
    assert "Ia kami kabari kalau dijawab" in isi


def test_the_form_promises_no_secrecy_that_its_writer_breaks(klien: Any) -> None:
    titipan = klien("fasilitator").get(TITIPAN).content.decode()
    sendiri = klien("fasilitator").get(KIRIM).content.decode()
    janji = "Tidak seorang pun di kampung dapat mengetahuinya."
    assert (janji in titipan, janji in sendiri) == (False, True)
