"""`make bench` fills an empty database and opens every main page."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from aspirasi.models import Aspirasi
from proyek.models import Proyek
from tests.pabrik.pemeran import Pemeran
from transparansi.services.hitung import hitung_ulang


def test_it_measures_and_leaves_the_sums_right(db: None) -> None:
    keluaran = StringIO()
    banyak = ("--baris", "20", "40", "--suara", "30", "--ulang", "1")
    call_command("ukur", *banyak, stdout=keluaran)
    baris = keluaran.getvalue().splitlines()
    assert (Proyek.objects.count(), Aspirasi.objects.count()) == (40, 30)
    assert hitung_ulang(betulkan=False) == 0
    beranda = [b.split() for b in baris if b.startswith("beranda")]
    assert [b[1] for b in beranda] == ["10", "10"]  # queries: the same for more rows
    proyek = [b for b in baris if b.startswith(("proyek, satu", "proyek, 50 laporan"))]
    assert {b[27:33].strip() for b in proyek} == {"6"}
    for satu in ("proyek, dengan saring", "satu pembayaran"):
        kueri = [b[27:33].strip() for b in baris if b.startswith(satu)]
        assert len(kueri) == 2, satu
        assert kueri[0] == kueri[1], satu
    for meja in ("meja kampung, menunggu", "meja kecamatan, satu", "kiriman saya, satu"):
        kueri = [b.removeprefix(meja).split()[0] for b in baris if b.startswith(meja)]
        assert len(kueri) == 2, meja
        assert kueri[0] == kueri[1], meja
    serupa = "serupa, semua kampung"  # among so few rows one kampung has none that is open
    assert [b.removeprefix(serupa).split()[0] for b in baris if b.startswith(serupa)] == ["4", "4"]


def test_it_refuses_a_database_in_use(pemeran: Pemeran) -> None:
    with pytest.raises(CommandError, match="sudah berisi"):
        call_command("ukur", "--baris", "1")


@pytest.mark.parametrize("mode", ["contoh", "produksi"])
def test_it_refuses_a_real_portal(settings: Any, db: None, mode: str) -> None:
    settings.PORTAL_MODE = mode
    with pytest.raises(CommandError, match="mode uji"):
        call_command("ukur", "--baris", "1")
