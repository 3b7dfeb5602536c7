"""The database's own clock beside each act, and the version of the seal that covers it."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.jejak.catat import catat
from core.jejak.rantai import periksa
from core.jejak.segel import AWAL, hash_segel, segel_baru
from core.models import Jejak, Segel
from core.waktu import pada
from tests.pabrik.benda import Benda

pytestmark = pytest.mark.django_db
LAMA = dt.datetime(2025, 7, 1, 3, 0, tzinfo=dt.UTC)
# Two links as the first version wrote them, word for word, from before `dicatat` existed.
BARIS_LAMA = """
INSERT INTO core_jejak (id, waktu, oleh_id, peran, objek_jenis, objek_kunci, aksi, dari, ke,
    isi_hash, dicatat)
VALUES
(901, '2025-07-01 03:00:00.123456+00', 7, 'staf', 'proyek', 'PRJ-2026-0001', 'buat', '', 'usulan',
    '{isi}', NULL),
(902, '2025-07-02 10:15:00+07', NULL, '', 'proyek', 'PRJ-2026-0001', 'ubah “tahap”', 'usulan',
    'ditelaah', '{isi}', NULL);
INSERT INTO core_isijejak (jejak_id, alasan, rincian, garam)
VALUES (901, 'alasan é', '{{"a": [1, null]}}', '{garam}'), (902, 'alasan é', '{{"a": [1, null]}}',
    '{garam}');
INSERT INTO core_segel (urutan, jejak_id, hash_sebelumnya, hash, waktu)
VALUES (1, 901, '{awal}', '{satu}', now()), (2, 902, '{satu}', '{dua}', now());
"""
GARAM = "00112233445566778899aabbccddeeff"
ISI = "423b34d6de06acd7152fa476ecbde05e9cbc7672be37e848c0ef84cdccefc884"
SATU = "f884f8ce91bdcce811b23135612eaabb269bb3a3891fcdbdd2607abdbbe0765f"
DUA = "9ee79eee01274f60a549594fb28757ce6885298472eb26c63c99a5fc739d2b72"


def rantai_lama() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE core_jejak DISABLE TRIGGER core_jejak_cap")
        cursor.execute(BARIS_LAMA.format(isi=ISI, garam=GARAM, awal=AWAL, satu=SATU, dua=DUA))
        cursor.execute("ALTER TABLE core_jejak ENABLE TRIGGER core_jejak_cap")


def test_old_seals_verify_byte_for_byte_and_new_ones_go_on_from_them() -> None:
    rantai_lama()
    catat(objek=Benda(), aksi="baru")
    assert segel_baru() == 1
    assert list(Segel.objects.order_by("urutan").values_list("versi", flat=True)) == [1, 1, 2]
    assert Segel.objects.get(urutan=3).hash_sebelumnya == DUA
    laporan = periksa()
    assert (laporan.masalah, laporan.diperiksa) == ([], 3)


def test_the_database_writes_when_a_row_came_whatever_is_sent() -> None:
    with pada(LAMA):
        lama = catat(objek=Benda(), aksi="dulu")
    palsu = Jejak.objects.create(aksi="palsu", isi_hash="0" * 64, waktu=LAMA, dicatat=LAMA)
    for jejak in (lama, palsu):
        jejak.refresh_from_db()
        assert jejak.waktu == LAMA
        assert jejak.dicatat is not None
        assert abs(timezone.now() - jejak.dicatat) < dt.timedelta(minutes=1)


def test_a_new_seal_covers_the_moment() -> None:
    jejak = catat(objek=Benda(), aksi="buat")
    jejak.refresh_from_db()
    asli = hash_segel(AWAL, jejak)
    jejak.dicatat = LAMA
    assert hash_segel(AWAL, jejak) != asli


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"urutan": 1_000_002}, "tidak menyambung"),
        ({"hash_sebelumnya": "0" * 64}, "tidak menyambung"),
        ({"versi": 1}, "versi yang benar"),
    ],
)
def test_the_database_takes_only_the_next_seal(ubah: dict[str, Any], pesan: str) -> None:
    """A seal far ahead once made every later check fail; now it is refused."""
    catat(objek=Benda(), aksi="satu")
    segel_baru()
    dua = catat(objek=Benda(), aksi="dua")
    isi = {"urutan": 2, "hash_sebelumnya": Segel.objects.get().hash, "versi": 2} | ubah
    with pytest.raises(IntegrityError, match=pesan), transaction.atomic():
        Segel.objects.create(jejak=dua, hash="a" * 64, **isi)
    assert segel_baru() == 1
    assert periksa().utuh


def test_the_database_writes_who_sealed_and_when() -> None:
    catat(objek=Benda(), aksi="buat")
    with pada(LAMA):
        segel_baru()
    segel = Segel.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert segel.penyegel == cursor.fetchone()[0]
    assert abs(timezone.now() - segel.waktu) < dt.timedelta(minutes=1)
