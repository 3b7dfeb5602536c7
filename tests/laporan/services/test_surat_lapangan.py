"""Letters about looks in the field: whom each reaches, and what it says of the day."""

from typing import Any

import pytest
from django.core import mail

from core.antrean.tugas import kerjakan_semua
from core.templatetags.bentuk import tanggal
from laporan.models import PemeriksaanLapangan
from laporan.services import surat_lapangan
from tests.pabrik.lapangan import tercatat, tiga_cek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


@pytest.fixture(autouse=True)
def bersurel(pemeran: Any) -> None:
    for nama in ("camat", "aparat", "kakam", "staf"):
        pemeran[nama].email = f"{nama}@contoh.id"
        pemeran[nama].save()
    pemeran.kampung.petugas_pembina = pemeran.staf
    pemeran.kampung.save()


def surat(perihal: str) -> dict[str, str]:
    """Return the letters with this subject, by their address."""
    kerjakan_semua()
    return {s.to[0]: str(s.body) for s in mail.outbox if perihal in s.subject}


def test_the_third_check_is_told_to_the_pembina_by_its_due_day(pemeran: Any) -> None:
    tiga_cek(pemeran)
    satu = PemeriksaanLapangan.objects.get()
    semua = surat(surat_lapangan.DIBUKA)
    assert set(semua) == {"staf@contoh.id"}
    assert tanggal(satu.tenggat) in semua["staf@contoh.id"]


def test_the_result_is_told_to_the_aparat_with_what_they_promised(pemeran: Any) -> None:
    baris = tercatat(pemeran)
    semua = surat(surat_lapangan.HASIL)
    assert set(semua) == {"aparat@contoh.id", "kakam@contoh.id"}
    assert tanggal(baris.sampai) in semua["kakam@contoh.id"]


def test_without_an_agreement_it_says_so(pemeran: Any) -> None:
    tercatat(pemeran, disepakati="", sampai=None)
    assert "Tidak ada kesepakatan" in surat(surat_lapangan.HASIL)["kakam@contoh.id"]


def test_a_late_agreement_is_named_as_one(pemeran: Any) -> None:
    milik = tercatat(pemeran).pemeriksaan
    surat_lapangan.surati_terlambat(milik, 1)
    semua = surat(surat_lapangan.LEWAT_SEPAKAT)
    assert set(semua) == {"aparat@contoh.id", "kakam@contoh.id"}
    assert "belum dijawab" in semua["aparat@contoh.id"]
