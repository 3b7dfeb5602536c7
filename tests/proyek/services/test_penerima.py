"""Beneficiaries are counted, and few of them are not told apart."""

from tests.alat.baca import sebaris
from tests.pabrik.proyek import buat_proyek


def test_counts_are_shown_and_small_ones_are_not_told(client, klien, pemeran) -> None:
    proyek = buat_proyek()
    jalur = f"{proyek.get_absolute_url()}penerima/"
    klien("aparat").post(jalur, {"penerima_l": "1.240", "penerima_p": "3", "penerima_kk": "0"})
    isi = sebaris(client.get(proyek.get_absolute_url()))
    for bagian in (">1.240<", ">kurang dari 5<", ">0<"):
        assert bagian in isi
    assert "Penerima manfaat dicatat" in isi
    kosong = {"penerima_l": "", "penerima_p": "", "penerima_kk": "12"}
    assert "harus diisi" in sebaris(klien("aparat").post(jalur, kosong))
    klien("aparat").post(jalur, kosong | {"alasan": "Salah hitung."})
    proyek.refresh_from_db()
    assert (proyek.penerima_l, proyek.penerima_p, proyek.penerima_kk) == (None, None, 12)


def test_a_count_beyond_belief_is_refused(klien, pemeran) -> None:
    proyek = buat_proyek()
    jalur = f"{proyek.get_absolute_url()}penerima/"
    for nilai in ("-3", "99999999999", "banyak", "2.000.000"):
        assert "Ada yang perlu diperbaiki" in sebaris(
            klien("aparat").post(jalur, {"penerima_l": nilai})
        )
