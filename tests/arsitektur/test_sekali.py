"""The one-time key of a form is taken before any row is locked (docs/keputusan/0026-kunci.md).

A second send waits for the first one under the key. If it held a row meanwhile, whoever takes the
key first and the row after it would wait for it, and it for them.
"""

import pytest

from tests.alat.rumah.baca_kunci import Kode, kode_portal

AWAL = """
from django.db import transaction
from core.formulir.sekali import satu_kali, tunggu_giliran
def _kunci(pk): return Proyek.objects.select_for_update().get(pk=pk)
"""
KUNCI_DULU = """
@transaction.atomic
def buka(kunci):
    def buat(tanda):
        _kunci(1)
    return satu_kali(Proyek.objects.all(), kunci, buat)
"""
BARIS_DULU = """
@transaction.atomic
def buka(kunci):
    _kunci(1)
    return satu_kali(Proyek.objects.all(), kunci, lambda tanda: None)
"""
DI_DALAM = """
def buka(kunci):
    def buat(tanda):
        _kunci(1)
        tunggu_giliran(tanda)
    return coba(lambda: satu_kali(Proyek.objects.all(), kunci, buat))
"""
BERTURUT = """
def buka(kunci):
    with transaction.atomic():
        _kunci(1)
    satu_kali(Proyek.objects.all(), kunci, lambda tanda: None)
"""


@pytest.mark.parametrize(
    ("isi", "salah"),
    [(KUNCI_DULU, []), (BARIS_DULU, ["a.b.buka"]), (DI_DALAM, ["a.b.line 10"]), (BERTURUT, [])],
)
def test_the_rule_itself(isi: str, salah: list[str]) -> None:
    assert Kode({"a.b": AWAL + isi}).terbalik() == salah


def test_no_transaction_takes_a_key_while_it_holds_a_row() -> None:
    kode = kode_portal()
    assert "buka" in kode.perbuatan("laporan.services.lapangan")
    assert kode.terbalik() == []
