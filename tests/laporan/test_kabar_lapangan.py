"""Notices of a look for a sender and a follower, from its opening to its agreement."""

from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.waktu import pada
from laporan.models import PemeriksaanLapangan
from laporan.services import lapangan, pengingat_lapangan
from tests.alat.jam import saat
from tests.alat.kabar import dibaca, ikuti, siarkan
from tests.pabrik.cek import buat_tentang, terbukti, tulis
from tests.pabrik.lapangan import buat_warga, hasil

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


def malam() -> None:
    pengingat_lapangan.kabarkan()
    kerjakan_semua()
    siarkan()


def test_a_sender_and_a_follower_hear_of_it_after_its_week_and_of_its_result(
    klien: Any, pemeran: Any
) -> None:
    pengirim, pengikut = klien("warga"), klien("bpk")
    with pada(saat("2026-11-25")):
        tentang = buat_tentang(pemeran)
        ikuti(pengikut, tentang.proyek)
        for orang in (buat_warga(pemeran, 0), buat_warga(pemeran, 1), terbukti(pemeran)):
            tulis(tentang, orang)
        siarkan()
    for hari, tahu in (("2026-11-29", False), ("2026-11-30", True)):
        with pada(saat(hari)):
            malam()
            for orang in (pengirim, pengikut):
                kabar = [kata for kata in dibaca(orang) if "lapangan" in kata]
                assert bool(kabar) == tahu, (hari, dibaca(orang))
    with pada(saat("2026-12-01")):
        satu = PemeriksaanLapangan.objects.get()
        lapangan.catat_hasil(pemeriksaan=satu, isian=hasil(), oleh=pemeran.staf)
        siarkan()
        siarkan()  # told once
        assert dibaca(pengirim)[-1] == "Kecamatan sudah memeriksa di lapangan"
        assert dibaca(pengikut)[-1] == (
            "Hasil pemeriksaan lapangan dicatat: disepakati sampai 2 Desember 2026"
        )
        for orang in (pengirim, pengikut):
            assert len([kata for kata in dibaca(orang) if "lapangan" in kata]) == 2
