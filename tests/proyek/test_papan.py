"""The board says all that the law wants on it, and cuts nothing."""

import datetime as dt

from proyek.enums import SumberDana
from tests.alat.baca import sebaris
from tests.pabrik.kelengkapan import buat_anggota
from tests.pabrik.proyek import buat_dana, buat_proyek

JUDUL = "Rabat beton dan talud penahan jalan lingkungan dari mushola sampai pertigaan sawah blok "
PANJANG = (JUDUL + "selatan, tahap kedua dan ketiga")[:120]


def test_everything_is_on_the_board_with_one_total(
    client, db, django_assert_max_num_queries
) -> None:
    proyek = buat_proyek(
        judul=PANJANG,
        lokasi="Dusun 3, RT 5",
        mulai_rencana=dt.date(2026, 7, 6),
        selesai_rencana=dt.date(2026, 8, 19),
        pelaksana="TPK Kampung Sido Rejo",
        penerima_kk=64,
    )
    for nomor, sumber in enumerate(SumberDana.values[:8], start=1):
        buat_dana(proyek, nomor * 1_000_000, sumber=sumber)
    buat_anggota(proyek)
    with django_assert_max_num_queries(5):
        isi = sebaris(client.get(f"{proyek.get_absolute_url()}papan/"))
    for bagian in (
        PANJANG,
        "Kampung Sido Rejo, Dusun 3, RT 5",
        "kode 2.3.10",
        "93,75 m³",
        "6 Juli 2026 sampai 19 Agustus 2026 (45 hari)",
        "TPK Kampung Sido Rejo",
        "Sumarno Wirya",
        "64 keluarga (KK)",
        "Rp 36.000.000",
        "Pengaduan:",
        f"/proyek/{proyek.nomor}/",
        "<svg",
    ):
        assert bagian in isi, bagian
    for sumber in SumberDana.values[:8]:
        assert SumberDana(sumber).label in isi
    assert isi.count("Biaya seluruhnya") == 1
    assert isi.count("Rp 36.000.000") == 1


def test_the_sheet_is_chosen_in_the_address(client, db) -> None:
    alamat = f"{buat_proyek().get_absolute_url()}papan/"
    assert "papan-a3" not in sebaris(client.get(alamat))
    assert "papan-a3" in sebaris(client.get(alamat, {"kertas": "a3"}))
    assert "papan-a3" not in sebaris(client.get(alamat, {"kertas": "x\0"}))
    assert client.get("/proyek/PRJ-2026-9999/papan/").status_code == 404
