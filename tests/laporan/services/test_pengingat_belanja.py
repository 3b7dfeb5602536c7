"""Letters about money that follows: to the aparat of its kampung, on which days."""

from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.models import Jejak
from core.waktu import pada
from laporan.services import pengingat_belanja
from tests.alat.jam import saat
from tests.laporan.services.test_menyusul import isi, terbit, tgl
from tests.pabrik.proyek import buat_dana, buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


def surat(mailoutbox: Any, hari: str) -> list[tuple[str, str]]:
    """Run the job twice on one day, and return which letters went to whom."""
    for jam in (7, 8):
        with pada(saat(hari, jam)):
            pengingat_belanja.ingatkan()
            kerjakan_semua()
    kepada = [(satu.to[0], satu.subject) for satu in mailoutbox if "Belanja" in satu.subject]
    mailoutbox.clear()
    return kepada


def test_three_working_days_before_and_once_after(pemeran: Any, mailoutbox: Any) -> None:
    for nama in ("aparat", "aparat_lain", "staf", "warga"):
        pemeran[nama].email = f"{nama}@contoh.id"
        pemeran[nama].save()
    dana = buat_dana(buat_proyek(pemeran.kampung, mulai_nyata=tgl("2026-10-01")), 100)
    laporan = terbit(dana, pemeran.kakam)  # due on Monday 16 November
    sebelum = Jejak.objects.count()
    dekat = [("aparat@contoh.id", pengingat_belanja.PERIHAL_DEKAT)]
    lewat = [("aparat@contoh.id", pengingat_belanja.PERIHAL_LEWAT)]
    harap: dict[str, list[Any]] = {"10": [], "11": dekat, "12": [], "16": [], "17": lewat, "18": []}
    assert {hari: surat(mailoutbox, f"2026-11-{hari}") for hari in harap} == harap
    assert Jejak.objects.count() == sebelum  # no public trail tells of it
    isi(laporan, dana, 7, pemeran.aparat, hari="2026-11-18")
    assert surat(mailoutbox, "2026-11-19") == []
