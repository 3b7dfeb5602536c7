"""Bars of money: lengths in proportion, unknown never drawn as zero."""

from proyek.bacaan.batang import batang
from tests.alat.baca import sebaris
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_dana, buat_proyek


def test_bars_are_as_long_as_their_money(client, pemeran) -> None:
    proyek = buat_proyek()
    besar = buat_dana(proyek, 120_000_000)
    buat_dana(proyek, 30_000_000, sumber="add")
    buat_laporan(proyek, pemeran.kakam, belanja={besar: 60_000_000})
    satu, dua = batang(proyek.pendanaan.with_uang())
    assert (satu.lebar, satu.lebar_belanja, satu.sisa) == (1000, 500, 60_000_000)
    assert (dua.lebar, dua.lebar_belanja, dua.sisa) == (250, 0, None)
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert "Dibelanjakan Rp 60 juta, sisa Rp 60 juta." in isi
    assert "Belanjanya belum diketahui." in isi


def test_that_no_spending_is_known_is_said_once(client, db) -> None:
    proyek = buat_proyek()
    for sumber in ("dd", "add", "pad"):
        buat_dana(proyek, 1_000_000, sumber=sumber)
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert "Belanjanya belum diketahui" not in isi
    assert isi.count("jadi belum diketahui berapa uang yang sudah dibelanjakan") == 1


def test_without_money_there_is_no_bar() -> None:
    assert batang([]) == []
