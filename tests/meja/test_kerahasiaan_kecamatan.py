"""The page of the kecamatan, its sheet and its workbook tell nobody of a hidden kiriman.

The sheet goes to a meeting, so its figures and sentences are those of what everybody reads; and
what stands on the screen beside them follows the desk of its reader.
"""

from typing import Any

import pytest
from django.test import Client

from core.waktu import pada, sekarang
from meja.kecamatan.angka import baca
from tests.alat.kerahasiaan import BOCOR, KASUS, ramaikan, sembunyikan
from tests.laporan.test_bulan import sel
from tests.meja.test_kecamatan import BUKU, HALAMAN, LEMBAR
from tests.pabrik.pemeran import KECAMATAN

pytestmark = pytest.mark.django_db


def _papan(client: Client) -> list[Any]:
    """All that may be shown in a meeting: the sheet, the workbook, and the page without the box of
    its reader."""
    halaman = client.get(HALAMAN).content.decode()
    bagian = [_bagian(halaman, nama) for nama in ("menonjol", "per-kampung")]
    return [
        *bagian,
        _di_antara(client.get(LEMBAR).content.decode(), "<article", "</article>"),
        sel(client.get(BUKU).content),
    ]


def _bagian(halaman: str, nama: str) -> str:
    return _di_antara(halaman, f'aria-labelledby="{nama}"', "</section>")


def _di_antara(isi: str, awal: str, akhir: str) -> str:
    return isi.partition(awal)[2].partition(akhir)[0]


def test_no_hidden_kiriman_moves_a_figure(klien: Any, pemeran: Any) -> None:
    """Neither for its readers: what they show in a meeting is read by others, too."""
    with pada(sekarang()):
        ramaikan(pemeran)
        client = {siapa: klien(siapa) for siapa in ("petugas_rahasia", "camat")}
        sebelum, angka = _papan(client["camat"]), baca()
        assert len(sebelum[2]) > 2000
        for kasus in KASUS:
            sembunyikan(pemeran, kasus)
        for siapa in client:
            assert _papan(client[siapa]) == sebelum, siapa
        assert baca() == angka, "so the rows of the night hold none either"
        assert not BOCOR.search(str(sebelum))


def test_the_box_of_a_reader_follows_their_desk(klien: Any, pemeran: Any) -> None:
    client = {siapa: klien(siapa) for siapa in KECAMATAN}

    def kotak() -> dict[str, str]:
        return {s: _bagian(client[s].get(HALAMAN).content.decode(), "menunggu") for s in client}

    for kasus in ("kecamatan, belum diperiksa", "belum diperiksa"):
        sebelum = kotak()
        sembunyikan(pemeran, kasus)
        sesudah = kotak()
        berubah = {siapa for siapa in client if sebelum[siapa] != sesudah[siapa]}
        assert berubah == KASUS[kasus].pembaca, kasus
