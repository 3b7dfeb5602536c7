"""Kept filters: one name each, one default, and no more than somebody can use."""

from typing import Any

import pytest

from core.galat import TidakBisa
from meja.models import SaringanTersimpan
from meja.services import saringan as layanan

pytestmark = pytest.mark.django_db


def simpan(oleh: Any, nama: str, **lain: Any) -> SaringanTersimpan:
    asal = {"daftar": "aspirasi", "pilihan": "jenis=keluhan", "bawaan": False}
    return layanan.simpan(nama=nama, oleh=oleh, **(asal | lain))


def bawaan(oleh: Any) -> list[str]:
    return [s.nama for s in SaringanTersimpan.objects.milik(oleh) if s.bawaan]


def test_one_is_the_default_at_most(pemeran: Any) -> None:
    satu, dua = (simpan(pemeran.staf, nama, bawaan=True) for nama in ("Satu", "Dua"))
    assert bawaan(pemeran.staf) == ["Dua"]
    layanan.atur_bawaan(saringan=satu, bawaan=True, oleh=pemeran.staf)
    assert bawaan(pemeran.staf) == ["Satu"]
    simpan(pemeran.staf, "Lain", daftar="keputusan", bawaan=True)
    simpan(pemeran.aparat, "Satu", bawaan=True)
    layanan.atur_bawaan(saringan=satu, bawaan=False, oleh=pemeran.staf)
    assert bawaan(pemeran.staf) == ["Lain"]
    assert bawaan(pemeran.aparat) == ["Satu"]
    assert not dua.bawaan or bawaan(pemeran.staf) == ["Lain"]


def test_a_name_stands_for_one_of_them(pemeran: Any) -> None:
    satu = simpan(pemeran.staf, "Jalan")
    with pytest.raises(TidakBisa, match="sudah dipakai"):
        simpan(pemeran.staf, "JALAN")
    dua = simpan(pemeran.staf, "Banjir")
    with pytest.raises(TidakBisa, match="sudah dipakai"):
        layanan.ganti_nama(saringan=dua, nama="jalan", oleh=pemeran.staf)
    layanan.ganti_nama(saringan=satu, nama="JALAN", oleh=pemeran.staf)
    assert [str(s) for s in SaringanTersimpan.objects.milik(pemeran.staf)] == ["Banjir", "JALAN"]


def test_nothing_empty_too_long_or_too_many_is_kept(
    pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for pilihan in ("", "cari=" + "x" * 2000):
        with pytest.raises(TidakBisa):
            simpan(pemeran.staf, "Satu", pilihan=pilihan)
    monkeypatch.setattr(layanan, "TERBANYAK", 1)
    simpan(pemeran.staf, "Satu")
    with pytest.raises(TidakBisa, match="Paling banyak"):
        simpan(pemeran.staf, "Dua")


def test_another_person_throws_nothing_away(pemeran: Any) -> None:
    satu = simpan(pemeran.staf, "Satu")
    layanan.hapus(saringan=satu, oleh=pemeran.camat)
    assert SaringanTersimpan.objects.filter(pk=satu.pk).exists()
    layanan.kosongkan_akun(pengguna=pemeran.staf, oleh=pemeran.admin)
    assert not SaringanTersimpan.objects.exists()
