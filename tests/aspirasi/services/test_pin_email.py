"""A new PIN by a code to an e-mail that the account had proven before it sent the kiriman."""

import datetime as dt
import re
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import penghapusan
from core.models import Kejadian, KejadianKeamanan, Tugas
from core.waktu import sekarang
from tests.alat.baca import teks
from tests.alat.pengirim import KONTAK, halaman, kenal_pengirim
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat

pytestmark = pytest.mark.django_db
EMAIL = "wati@contoh.id"
TOMBOL = "Lupa PIN? Kirim kode ke e-mail saya"
KIRIM = {"kirim": "1"}


@pytest.fixture
def terkirim(pemeran: Any) -> Any:
    EmailAddress.objects.create(user=pemeran.warga, email=EMAIL, verified=True, primary=True)
    return buat(pemeran.kampung, oleh=pemeran.warga, isi="Kakam minta amplop.", kontak=KONTAK)


def surat() -> list[Any]:
    return list(Tugas.objects.filter(kunci__contains=":kode:").order_by("pk"))


def kode_surat() -> str:
    return re.findall(r"Kode Anda: (\S+)", surat()[-1].argumen[2])[0]


def pin_di(respons: Any) -> str:
    return (re.findall(r"<output[^>]*>(\d{6})<", teks(respons)) or [""])[0]


def hash_pin(aspirasi: Aspirasi) -> str:
    return Aspirasi.objects.get(pk=aspirasi.pk).pin_hash


def test_the_whole_way(klien: Any, pemeran: Any, terkirim: Any) -> None:
    aspirasi, client, lama = terkirim.aspirasi, klien("warga"), Client()
    kenal_pengirim(lama, terkirim)
    klien("staf").post(f"/kerja/aspirasi/{aspirasi.acuan}/pin/", {"alasan": "Ia menelepon."})
    assert aspirasi.permintaan_pin.hidup().exists()
    assert TOMBOL in teks(client.get(halaman(aspirasi, "pin")))
    alamat = halaman(aspirasi, "pin_email")
    for _ in range(2):  # sent twice, it is one letter
        assert EMAIL in teks(client.post(alamat, KIRIM, follow=True))
    (satu,) = surat()
    assert satu.argumen[0] == EMAIL
    for rahasia in ("amplop", terkirim.kode, aspirasi.acuan.hex, str(aspirasi.acuan)):
        assert rahasia not in "".join(satu.argumen[:3])
    data = {"kode": f" {kode_surat().lower()} "}
    respons = client.post(alamat, data)
    pin = pin_di(respons)
    assert "no-store" in respons["Cache-Control"]
    assert pin_di(client.post(alamat, data)) == pin  # typed twice, it is one PIN
    assert pin != terkirim.pin
    assert lama.get(halaman(aspirasi)).status_code == 302
    assert "tidak cocok" in teks(client.post(halaman(aspirasi, "pin"), {"pin": terkirim.pin}))
    isi = teks(client.post(halaman(aspirasi, "pin"), {"pin": pin}, follow=True))
    assert "PIN baru dibuat lewat e-mail akun" in isi
    assert not aspirasi.permintaan_pin.hidup().exists()
    diganti = Tugas.objects.filter(kunci__startswith="surat:pin:", argumen__1__endswith="diganti")
    assert {t.argumen[0] for t in diganti} == {EMAIL, KONTAK["email"]}
    assert aspirasi.kabar_pengirim.filter(dikabari_pada=None).exists()
    (baris,) = KejadianKeamanan.objects.filter(kejadian=Kejadian.PIN_DIPERBARUI)
    assert (baris.akun_id, baris.oleh_id, baris.tempat) == (None, None, "")


def test_an_address_that_came_after_sending_gets_no_code(klien: Any, pemeran: Any) -> None:
    """An intruder in the account adds an address of their own."""
    aspirasi = buat(pemeran.kampung, oleh=pemeran.warga).aspirasi
    EmailAddress.objects.create(user=pemeran.warga, email="lain@contoh.id", verified=True)
    client = klien("warga")
    assert TOMBOL not in teks(client.get(halaman(aspirasi, "pin")))
    isi = teks(client.post(halaman(aspirasi, "pin_email"), KIRIM, follow=True))
    assert "lewat kantor kecamatan" in isi
    assert not surat()


def test_an_address_of_a_marked_account_is_none_of_the_owners(pemeran: Any) -> None:
    """An admin wrote an own address into the account, and proved it by "Lupa kata sandi"; its
    owner, who signs in by phone, goes on sending."""
    EmailAddress.objects.create(user=pemeran.warga, email="lain@contoh.id", verified=True)
    pemeran.warga.sandi_dari_kode_pada = sekarang()
    pemeran.warga.save()
    dikirim = buat(pemeran.kampung, oleh=pemeran.warga, isi="Camat minta amplop.")
    assert Pengirim.objects.get(aspirasi=dikirim.aspirasi).alamat_terbukti == []


def test_an_address_that_is_no_longer_proven_gets_none(
    klien: Any, pemeran: Any, terkirim: Any
) -> None:
    client, alamat = klien("warga"), halaman(terkirim.aspirasi, "pin_email")
    client.post(alamat, KIRIM)
    EmailAddress.objects.filter(email=EMAIL).delete()
    assert not pin_di(client.post(alamat, {"kode": kode_surat()}, follow=True))
    assert hash_pin(terkirim.aspirasi) == terkirim.aspirasi.pin_hash


def test_what_does_not_fit_makes_none_and_waits(klien: Any, terkirim: Any) -> None:
    client, alamat = klien("warga"), halaman(terkirim.aspirasi, "pin_email")
    client.post(alamat, KIRIM)
    for aneh in ("", "x" * 100_000, "a\x00b"):
        assert client.post(alamat, {"kode": aneh}).status_code == 200
    salah = [client.post(alamat, {"kode": "2222-2222-22"}).status_code for _ in range(6)]
    assert salah == [200] * 5 + [429]
    assert hash_pin(terkirim.aspirasi) == terkirim.aspirasi.pin_hash


@pytest.mark.parametrize("lewat", ["waktu", "terpakai", "lewat_petugas"])
def test_it_ends(klien: Any, pemeran: Any, terkirim: Any, lewat: str) -> None:
    client, alamat = klien("warga"), halaman(terkirim.aspirasi, "pin_email")
    client.post(alamat, KIRIM)
    if lewat == "terpakai":
        assert pin_di(client.post(alamat, {"kode": kode_surat()}))
    sebelum = hash_pin(terkirim.aspirasi)
    if lewat == "lewat_petugas":
        ganti_pin(aspirasi=terkirim.aspirasi, alasan="Ia menelepon.", oleh=pemeran.staf)
        sebelum = hash_pin(terkirim.aspirasi)
    else:
        Pengirim.objects.update(kode_pin_sampai=sekarang() - dt.timedelta(seconds=1))
    assert "lewat waktunya" in teks(client.post(alamat, {"kode": kode_surat()}))
    assert hash_pin(terkirim.aspirasi) == sebelum


def test_letters_are_few(klien: Any, terkirim: Any) -> None:
    client, alamat = klien("warga"), halaman(terkirim.aspirasi, "pin_email")
    assert [client.post(alamat, KIRIM).status_code for _ in range(7)] == [302] * 6 + [429]


def test_others_are_answered_as_for_one_that_does_not_exist(klien: Any, terkirim: Any) -> None:
    klien("warga").post(halaman(terkirim.aspirasi, "pin_email"), KIRIM)
    lain, tiada = klien("bpk"), f"/aspirasi/kiriman/{uuid4()}/pin/email/"
    for data in (KIRIM, {"kode": kode_surat()}):
        orang = lain.post(halaman(terkirim.aspirasi, "pin_email"), data)
        kosong = lain.post(tiada, data)
        assert (orang.status_code, orang.templates[0].name) == (403, "aspirasi/lacak.html")
        assert (kosong.status_code, kosong.templates[0].name) == (403, "aspirasi/lacak.html")
    assert hash_pin(terkirim.aspirasi) == terkirim.aspirasi.pin_hash
    assert len(surat()) == 1


def test_erasing_and_children_leave_no_address(klien: Any, pemeran: Any, terkirim: Any) -> None:
    client, alamat = klien("warga"), halaman(terkirim.aspirasi, "pin_email")
    client.post(alamat, KIRIM)
    kode = kode_surat()
    assert Pengirim.objects.get().alamat_terbukti
    penghapusan.hapus_identitas(aspirasi=terkirim.aspirasi)
    assert not surat()
    assert not pin_di(client.post(alamat, {"kode": kode}))
    buat(pemeran.kampung, oleh=pemeran.warga, anak=True)
    assert not Pengirim.objects.exclude(alamat_terbukti=[], kode_pin_hash="").exists()


class TestPasswordFromACode:
    """Nothing tells whose it is. The code proves the owner, only for kiriman that were sent
    before."""

    @pytest.fixture(autouse=True)
    def _sandi_dari_kode(self, pemeran: Any, terkirim: Any) -> None:
        for orang in (pemeran.warga, pemeran.bpk):
            orang.sandi_dari_kode_pada = sekarang()
            orang.save()

    def test_every_account_is_answered_alike(self, klien: Any, terkirim: Any) -> None:
        alamat = halaman(terkirim.aspirasi, "pin_email")
        jawaban = []
        for siapa in ("warga", "bpk"):
            client = klien(siapa)
            client.post("/aspirasi/lacak/", {"kode": terkirim.kode})
            assert TOMBOL in teks(client.get("/aspirasi/lacak/"))
            isi = [client.get(alamat), client.post(alamat, KIRIM, follow=True)]
            isi.append(client.post(alamat, {"kode": "2222-2222-22"}))
            polos = "".join(teks(r).split("<main")[1] for r in isi)
            jawaban.append(re.sub(r'"csrfmiddlewaretoken" value="[^"]*"', "", polos))
        assert jawaban[0] == jawaban[1]
        assert EMAIL not in jawaban[0]
        assert len(surat()) == 1

    @pytest.mark.parametrize("dulu", [True, False])
    def test_it_shows_the_owner(self, klien: Any, pemeran: Any, terkirim: Any, dulu: bool) -> None:
        aspirasi = terkirim.aspirasi
        if not dulu:
            aspirasi = buat(pemeran.kampung, oleh=pemeran.warga, isi="Umpan.").aspirasi
        client, alamat = klien("warga"), halaman(aspirasi, "pin_email")
        client.post(alamat, KIRIM)
        assert len(surat()) == dulu
        if dulu:
            assert pin_di(client.post(alamat, {"kode": kode_surat()}))
        pemeran.warga.refresh_from_db()
        assert (pemeran.warga.sandi_dari_kode_pada is None) == dulu
