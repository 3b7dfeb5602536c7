"""The list of an account: all that it sent itself, and nothing else."""

from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import jangkauan, kiriman, lanjut
from core.sekali import kunci_baru
from tests.aspirasi.bantu import buat, periksa
from tests.aspirasi.bantu_privasi import halaman, teks

pytestmark = pytest.mark.django_db
SAYA = "/aspirasi/saya/"


def test_holds_the_own_ones_whoever_else_may_read_them(klien: Any, pemeran: Any) -> None:
    satu = buat(pemeran.kampung, oleh=pemeran.warga, isi="Jalan licin.").aspirasi
    dua = buat(pemeran.kampung, oleh=pemeran.warga, isi="Kakam marah-marah.").aspirasi
    jangkauan.atur(aspirasi=dua, jangkauan=Jangkauan.KECAMATAN)
    tiga = periksa(
        buat(pemeran.kampung, oleh=pemeran.warga, isi="Air keruh.").aspirasi, pemeran.staf
    )
    kiriman.tarik(aspirasi=tiga)
    isi = teks(klien("warga").get(SAYA))
    for aspirasi in (satu, dua, tiga):
        assert f'href="{halaman(aspirasi)}">{aspirasi.judul}</a>' in isi


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
        for kata in ("Mbah Karto", "Tanpa masuk", "orang lain", "Dari anak"):
            assert kata not in isi


def test_a_visitor_signs_in_first(client: Client) -> None:
    assert client.get(SAYA)["Location"].startswith("/akun/masuk/")


def test_says_whose_turn_it_is(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, oleh=pemeran.warga).aspirasi
    lanjut.minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
    assert "<strong>Petugas bertanya kepada Anda.</strong> Jawab paling lambat" in teks(
        klien("warga").get(SAYA)
    )


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
