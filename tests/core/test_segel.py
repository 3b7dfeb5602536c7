"""The seal: dense, in commit order of nothing, and every tampering is seen."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from core.jejak import catat
from core.models import Jejak, Segel
from core.segel import AWAL, hash_segel, periksa, segel_baru, segel_semua
from tests.core.benda import Benda, transaksi_lain

pytestmark = pytest.mark.django_db


def tiga_tersegel() -> None:
    for i in range(3):
        catat(objek=Benda(), aksi=f"aksi_{i}", alasan=f"alasan {i}")
    assert segel_baru() == 3


def rusak(*perintah: str) -> None:
    """Change rows the way the owner of the database could: with the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for tabel in ("core_jejak", "core_isijejak", "core_segel"):
            cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")
        for p in perintah:
            cursor.execute(p)


def test_an_empty_trail_is_whole() -> None:
    assert segel_baru() == 0
    assert periksa().utuh
    assert periksa().kepala == AWAL


def test_seals_are_dense_and_chained_from_the_beginning() -> None:
    tiga_tersegel()
    segel = list(Segel.objects.order_by("urutan"))
    assert [s.urutan for s in segel] == [1, 2, 3]
    assert [s.hash_sebelumnya for s in segel] == [AWAL, segel[0].hash, segel[1].hash]
    assert periksa().kepala == segel[2].hash
    assert segel_baru() == 0


def test_a_batch_leaves_the_rest_for_the_next() -> None:
    for i in range(5):
        catat(objek=Benda(), aksi=f"aksi_{i}")
    assert segel_baru(batas=2) == 2
    assert periksa().belum_disegel == 3
    assert segel_semua() == 3
    assert periksa().diperiksa == 5


@pytest.mark.django_db(transaction=True)
def test_a_late_committer_gets_a_later_place_and_is_not_skipped() -> None:
    with transaksi_lain(lambda: catat(objek=Benda(), aksi="mulai_dulu_selesai_belakangan")):
        catat(objek=Benda(), aksi="mulai_belakangan_selesai_dulu")
        assert segel_baru() == 1
    assert segel_baru() == 1
    aksi = list(Segel.objects.order_by("urutan").values_list("jejak__aksi", flat=True))
    assert aksi == ["mulai_belakangan_selesai_dulu", "mulai_dulu_selesai_belakangan"]
    dulu, belakangan = Jejak.objects.order_by("segel__urutan")
    assert dulu.pk > belakangan.pk
    assert periksa().utuh


@pytest.mark.django_db(transaction=True)
def test_a_second_sealer_stands_back() -> None:
    catat(objek=Benda(), aksi="satu")
    with transaksi_lain(segel_baru):
        catat(objek=Benda(), aksi="dua")
        assert segel_baru() == 0
    assert segel_baru() == 1
    assert periksa().diperiksa == 2


@pytest.mark.parametrize(
    ("perintah", "pesan"),
    [
        ("UPDATE core_jejak SET aksi = 'palsu' WHERE aksi = 'aksi_1'", "berubah setelah disegel"),
        ("UPDATE core_jejak SET oleh_id = 1 WHERE aksi = 'aksi_1'", "berubah setelah disegel"),
        ("UPDATE core_jejak SET waktu = now() WHERE aksi = 'aksi_1'", "berubah setelah disegel"),
        ("UPDATE core_isijejak SET alasan = 'palsu' WHERE alasan = 'alasan 1'", "tidak cocok"),
        ("DELETE FROM core_isijejak WHERE alasan = 'alasan 1'", "kehilangan baris isinya"),
        ("UPDATE core_segel SET hash = repeat('0', 64) WHERE urutan = 3", "berubah setelah"),
        ("DELETE FROM core_segel WHERE urutan = 2", "Segel 2 hilang"),
        ("UPDATE core_segel SET hash_sebelumnya = repeat('0', 64) WHERE urutan = 2", "menyambung"),
    ],
)
def test_tampering_is_found(perintah: str, pesan: str) -> None:
    tiga_tersegel()
    rusak(perintah)
    assert any(pesan in masalah for masalah in periksa().masalah)


def test_one_gap_is_reported_once() -> None:
    tiga_tersegel()
    rusak("DELETE FROM core_segel WHERE urutan = 1")
    assert len([m for m in periksa().masalah if "hilang" in m]) == 1


def test_a_published_head_reveals_a_recomputed_chain() -> None:
    tiga_tersegel()
    diumumkan = (periksa().urutan, periksa().kepala)
    rusak("UPDATE core_jejak SET aksi = 'palsu' WHERE aksi = 'aksi_0'")
    kepala = AWAL
    for segel in Segel.objects.select_related("jejak").order_by("urutan"):
        segel.hash_sebelumnya, segel.hash = kepala, hash_segel(kepala, segel.jejak)
        segel.save()
        kepala = segel.hash
    assert periksa().utuh
    assert periksa(diumumkan).masalah == [
        "Kepala yang pernah diumumkan tidak ada lagi dalam rantai."
    ]


def test_a_row_unsealed_for_over_an_hour_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    catat(objek=Benda(), aksi="buat")
    assert periksa().utuh
    nanti = timezone.now() + dt.timedelta(minutes=61)
    monkeypatch.setattr("core.segel.timezone.now", lambda: nanti)
    assert "belum disegel lebih dari satu jam" in periksa().masalah[0]


def test_the_command_prints_the_head_and_checks_a_known_one() -> None:
    tiga_tersegel()
    keluaran = StringIO()
    call_command("periksa_jejak", stdout=keluaran)
    kepala = f"3:{periksa().kepala}"
    assert kepala in keluaran.getvalue()
    call_command("periksa_jejak", f"--kepala={kepala}", stdout=keluaran)
    with pytest.raises(CommandError):
        call_command("periksa_jejak", f"--kepala=3:{'0' * 64}", stderr=keluaran)


def test_the_command_fails_on_a_break() -> None:
    tiga_tersegel()
    rusak("DELETE FROM core_segel WHERE urutan = 2")
    galat = StringIO()
    with pytest.raises(CommandError, match="TIDAK utuh"):
        call_command("periksa_jejak", stderr=galat)
    assert "Segel 2 hilang" in galat.getvalue()
