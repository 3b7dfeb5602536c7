"""The readers of each kiriman among the cast: the data of a table in docs/hak.md."""

from typing import Any

import pytest

from aspirasi.enums import Jangkauan, Langkah, Status, Tentang
from aspirasi.models import Aspirasi
from core.waktu import sekarang
from tests.izin.milik import KECAMATAN
from tests.izin.test_tabel import APARAT_SENDIRI, SEMUA, kiriman
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran

DIPERIKSA = {"status": Status.DIVERIFIKASI}
DITOLAK = {"status": Status.DITOLAK, "langkah": Langkah.NIHIL}
RAHASIA = DIPERIKSA | {"jangkauan": Jangkauan.KECAMATAN}
DI_MEJA = APARAT_SENDIRI | KECAMATAN

# The kind of kiriman, its columns, and its readers.
BACA: list[tuple[str, dict[str, Any], set[str]]] = [
    ("for everyone, with its number", DIPERIKSA | {"nomor": "ASP-2026-09001"}, SEMUA),
    ("for everyone, before its first look", {}, KECAMATAN),
    ("the same, handed to the kampung", {"langsung": True}, DI_MEJA),
    ("the same, danger", {"bahaya": True}, DI_MEJA),
    ("danger, its sender unsure", {"bahaya": True, "tidak_yakin": True}, KECAMATAN),
    ("for officials, before its first look", {"jangkauan": Jangkauan.PETUGAS}, KECAMATAN),
    ("for officials, looked at", DIPERIKSA | {"jangkauan": Jangkauan.PETUGAS}, DI_MEJA),
    (
        "for officials, refused",
        DITOLAK | {"jangkauan": Jangkauan.PETUGAS, "ditutup_pada": sekarang},
        KECAMATAN,
    ),
    ("for the kecamatan alone", RAHASIA, {"petugas_rahasia"}),
    ("about the aparat", RAHASIA | {"tentang": Tentang.APARAT_KAMPUNG}, {"petugas_rahasia"}),
    ("about the kecamatan", RAHASIA | {"tentang": Tentang.PETUGAS_KECAMATAN}, {"camat"}),
]


@pytest.mark.parametrize(("nama", "kolom", "pembaca"), BACA, ids=[nama for nama, _, _ in BACA])
def test_a_kiriman_is_read_by_exactly_these(
    nama: str, kolom: dict[str, Any], pembaca: set[str], pemeran: Pemeran
) -> None:
    isi = {kunci: nilai() if callable(nilai) else nilai for kunci, nilai in kolom.items()}
    ini = Aspirasi.objects.filter(pk=kiriman(pemeran.kampung, **isi).pk)
    assert {siapa for siapa in SEMUA_PERAN if ini.visible_to(pemeran[siapa]).exists()} == pembaca
