"""The list of a desk with hundreds of kiriman: counted, chosen, ordered, in pages of any size."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Status
from aspirasi.models import Aspirasi
from core.waktu import sekarang
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit

pytestmark = pytest.mark.django_db


def isi(klien: Any, **pilihan: Any) -> list[Aspirasi]:
    daftar = klien("staf").get(reverse("meja:aspirasi"), pilihan)
    assert daftar.status_code == 200
    return list(daftar.context["halaman"].objek)


@pytest.fixture
def bertiga(pemeran: Any) -> list[Aspirasi]:
    semua = [
        terbit(pemeran.kampung, pemeran.staf, isi=f"Lampu jalan mati di RT {n}.") for n in range(3)
    ]
    for hari, satu in enumerate(semua):
        tanda = sekarang() - timedelta(days=30 * hari)
        assert satu.tenggat
        tenggat = satu.tenggat + timedelta(days=9 - hari)
        Aspirasi.objects.filter(pk=satu.pk).update(dibuat=tanda, tenggat=tenggat)
    return semua


def test_it_is_counted_whatever_is_shown(klien: Any, bertiga: Any) -> None:
    halaman = teks(klien("staf").get(reverse("meja:aspirasi")))
    assert "3 dari 3 kiriman" in halaman


def test_it_is_chosen_by_day_status_and_holder(klien: Any, pemeran: Any, bertiga: Any) -> None:
    baru, tengah, lama = bertiga
    Aspirasi.objects.filter(pk=lama.pk).update(status=Status.DIPROSES, ditugaskan=pemeran.staf)
    batas = (sekarang() - timedelta(days=15)).date().isoformat()
    assert isi(klien, dari=batas) == [baru]
    assert isi(klien, sampai=batas) == [tengah, lama]
    assert isi(klien, status="diproses") == [lama]
    assert isi(klien, pemegang=pemeran.staf.pk) == [lama]
    assert isi(klien, dari="kemarin", status="tiada", pemegang="x", per="7", urut="x") == bertiga


def test_it_is_ordered_by_day_or_due_day(klien: Any, bertiga: Any) -> None:
    assert isi(klien) == bertiga
    assert isi(klien, urut="terlama") == bertiga[::-1]
    assert isi(klien, urut="tenggat") == bertiga[::-1]
    assert isi(klien, urut="terbaru", keadaan="terbuka") == bertiga


def test_a_page_may_hold_more(klien: Any, bertiga: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meja.filters.dasar.SEHALAMAN", 2)
    assert len(isi(klien)) == 2
    assert len(isi(klien, per="50")) == 3
    halaman = teks(klien("staf").get(reverse("meja:aspirasi"), {"status": "diverifikasi"}))
    assert "2 dari 3 kiriman" in halaman
    assert "status=diverifikasi&amp;per=100" in halaman


def test_three_rows_cost_no_more_than_one(klien: Any, pemeran: Any) -> None:
    staf, hasil = klien("staf"), []
    for banyak in (1, 3):
        while Aspirasi.objects.count() < banyak:
            terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        with CaptureQueriesContext(connection) as tanya:
            staf.get(reverse("meja:aspirasi"), {"status": "diverifikasi", "urut": "tenggat"})
        hasil.append(len(tanya))
    assert hasil[0] == hasil[1] <= 12
