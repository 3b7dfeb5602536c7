"""The list of an account: all that it sent itself, and nothing else."""

import re
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import foto as layanan_foto
from aspirasi.services import gabung, jawab, kiriman
from core.formulir.sekali import kunci_baru
from core.models import Jejak
from tests.alat.baca import teks
from tests.alat.pengirim import halaman, kenal_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
SAYA = "/aspirasi/saya/"
KAKAM = Tentang.APARAT_KAMPUNG


def buat_rahasia(pemeran: Any, **lain: Any) -> Any:
    isi = {"isi": "Kakam minta amplop.", "jangkauan": Jangkauan.KECAMATAN, "tentang": KAKAM}
    return buat(pemeran.kampung, oleh=pemeran.warga, **isi | lain)


def _umum(pemeran: Any, isi: str) -> Aspirasi:
    return periksa(buat(pemeran.kampung, oleh=pemeran.warga, isi=isi).aspirasi, pemeran.staf)


def test_names_what_everyone_may_read_and_of_the_others_the_day_alone(
    klien: Any, pemeran: Any
) -> None:
    umum = _umum(pemeran, isi="Jalan licin.")
    belum = buat(pemeran.kampung, oleh=pemeran.warga, isi="Air keruh.").aspirasi
    rahasia = buat_rahasia(pemeran).aspirasi
    ditarik = _umum(pemeran, isi="Ditarik lagi.")
    kiriman.tarik(aspirasi=ditarik)
    isi = teks(klien("warga").get(SAYA))
    assert f'href="{umum.get_absolute_url()}">{umum.judul}</a>' in isi
    for aspirasi in (belum, rahasia, ditarik):
        assert f'href="{halaman(aspirasi, "pin")}">Kiriman ' in isi
        assert aspirasi.judul not in isi
    # Which of the three it is nobody can tell.
    baris = re.findall(r"(?s)<h2.*?</li>", isi)[:3]
    assert len({re.sub(r'href="[^"]*"', "", b) for b in baris}) == 1


def test_the_pin_alone_opens_it_there(klien: Any, pemeran: Any) -> None:
    terkirim = buat_rahasia(pemeran)
    client = klien("warga")
    pin = halaman(terkirim.aspirasi, "pin")
    assert client.get(halaman(terkirim.aspirasi))["Location"] == pin
    salah = client.post(pin, {"pin": f"{(int(terkirim.pin) + 1) % 10**6:06d}"})
    assert "tidak cocok" in teks(salah)
    assert "amplop" not in teks(client.get(pin)) + teks(salah)
    assert "amplop" in teks(client.post(pin, {"pin": f" {terkirim.pin} "}, follow=True))
    assert "amplop" in teks(client.get(SAYA))


def test_guessing_it_there_waits_as_at_the_tracking_page(klien: Any, pemeran: Any) -> None:
    terkirim = buat_rahasia(pemeran)
    client, pin = klien("warga"), halaman(terkirim.aspirasi, "pin")
    salah = {"pin": f"{(int(terkirim.pin) + 1) % 10**6:06d}"}
    assert [client.post(pin, salah).status_code for _ in range(6)] == [200] * 5 + [429]


@pytest.mark.parametrize("umum", [True, False])
def test_an_account_opens_and_does_nothing_without_the_pin(
    klien: Any, pemeran: Any, umum: bool
) -> None:
    """C1: whoever has come into an account opens none of its kiriman, photos and data included,
    and does nothing in its sender's name."""
    aspirasi = _umum(pemeran, "Amplop umum.") if umum else buat_rahasia(pemeran).aspirasi
    layanan_foto.tambah(aspirasi, [foto()])
    client, sebelum = klien("warga"), Jejak.objects.count()
    for bagian in ("", "data", "unduh", "hapus", "kontak", "pembaca", "letak"):
        respons = client.get(halaman(aspirasi, bagian))
        assert respons["Location"] == halaman(aspirasi, "pin"), bagian
    for bagian in ("balas", "belum", "beres", "nilai", "tarik", "foto", "hapus", "kontak"):
        respons = client.post(halaman(aspirasi, bagian), {"isi": "Saya.", "apa": "semua"})
        assert respons.status_code == 403, bagian
        assert "mplop" not in teks(respons)
    assert client.get(aspirasi.lampiran.get().berkas.alamat).status_code == 404
    assert Jejak.objects.count() == sebelum


def test_what_was_typed_when_it_closed_is_shown_again(klien: Any, pemeran: Any) -> None:
    aspirasi = buat_rahasia(pemeran).aspirasi
    respons = klien("warga").post(halaman(aspirasi, "balas"), {"isi": "Sudah dua minggu."})
    assert "Sudah dua minggu." in teks(respons)


def test_support_tells_an_account_nothing_of_what_only_its_pin_opens(
    klien: Any, pemeran: Any
) -> None:
    """A hidden one of its own was merged into this one: pressing support is answered as always."""
    umum = terbit(pemeran.kampung, pemeran.staf, isi="Jembatan rusak.")
    tertutup = buat(pemeran.kampung, oleh=pemeran.warga).aspirasi
    gabung.gabung(aspirasi=tertutup, ke=umum, alasan="Hal yang sama.", oleh=pemeran.staf)
    respons = klien("warga").post(f"{umum.get_absolute_url()}dukung/", follow=True)
    assert "Dukungan Anda tercatat" in teks(respons)


def test_holds_nothing_of_others(klien: Any, pemeran: Any) -> None:
    titipan = Aspirasi(kampung=pemeran.kampung, jenis="keluhan", isi="Titipan Mbah Karto.")
    kiriman.kirim(
        aspirasi=titipan,
        pengirim=Pengirim(),
        kunci=kunci_baru(),
        oleh=pemeran.fasilitator,
        titipan=True,
    )
    buat(pemeran.kampung, isi="Tanpa masuk.")
    buat(pemeran.kampung, isi="Milik orang lain.", oleh=pemeran.bpk)
    buat(pemeran.kampung, isi="Dari anak.", oleh=pemeran.warga, anak=True)
    for siapa in ("fasilitator", "warga"):
        isi = teks(klien(siapa).get(SAYA))
        assert "Belum ada kiriman dari akun ini" in isi
        for kata in ("Mbah Karto", "Tanpa masuk", "Milik orang lain", "Dari anak"):
            assert kata not in isi


def test_a_visitor_signs_in_first(client: Client) -> None:
    assert client.get(SAYA)["Location"].startswith("/akun/masuk/")


def test_says_whose_turn_it_is_once_it_is_open(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
    jawab.minta_keterangan(aspirasi=terkirim.aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
    client = klien("warga")
    tanya = "<strong>Petugas bertanya kepada Anda.</strong> Jawab paling lambat"
    assert tanya not in teks(client.get(SAYA))
    kenal_pengirim(client, terkirim)
    assert tanya in teks(client.get(SAYA))


def test_is_found_from_the_account_and_from_tracking(klien: Any, pemeran: Any) -> None:
    for alamat in ("/akun/", "/aspirasi/lacak/"):
        assert f'href="{SAYA}"' in teks(klien("warga").get(alamat)), alamat
    assert SAYA not in teks(Client().get("/aspirasi/lacak/"))


def test_is_never_stored(klien: Any) -> None:
    assert "no-store" in klien("warga").get(SAYA)["Cache-Control"]


@pytest.mark.parametrize("banyak", [1, 3])
def test_costs_the_same_for_one_and_three(
    klien: Any, pemeran: Any, banyak: int, django_assert_num_queries: Any
) -> None:
    for _ in range(banyak):
        periksa(buat(pemeran.kampung, oleh=pemeran.warga).aspirasi, pemeran.staf)
    client = klien("warga")
    client.get(SAYA)
    with django_assert_num_queries(4):
        assert len(client.get(SAYA).context["halaman"]) == banyak
