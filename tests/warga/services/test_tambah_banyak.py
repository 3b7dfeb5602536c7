"""Many officials at once: a refused row makes none of them."""

from typing import Any

import pytest

from core.waktu import hari_ini
from tests.pabrik.kampung import instansi_kampung
from warga.models import Pengguna
from warga.services.tambah_banyak import BarisDitolak, tambah_banyak

pytestmark = pytest.mark.django_db


def isi(pemeran: Any, nama: str, kontak: str, jabatan: str = "kasi") -> dict[str, Any]:
    kantor = instansi_kampung(pemeran.kampung)
    return {
        "nama": nama,
        "kontak": kontak,
        "instansi": kantor,
        "jabatan": jabatan,
        "mulai": hari_ini(),
    }


def test_all_or_none_and_each_refusal_by_its_place(pemeran: Any) -> None:
    semua = [
        isi(pemeran, "Satu Uji", "satu@uji.id"),
        isi(pemeran, "Dua Uji", "dua@uji.id", "kakam"),
        isi(pemeran, "Tiga Uji", pemeran.staf.email or "staf@uji.id"),
    ]
    with pytest.raises(BarisDitolak) as galat:
        tambah_banyak(semua=semua, oleh=pemeran.admin)
    assert 1 in galat.value.masalah
    assert not Pengguna.objects.filter(nama__endswith="Uji").exists()
    hasil = tambah_banyak(semua=semua[:1], oleh=pemeran.admin)
    assert [satu.baru for satu in hasil] == [True]
    assert [satu.baru for satu in tambah_banyak(semua=semua[:1], oleh=pemeran.admin)] == [False]
