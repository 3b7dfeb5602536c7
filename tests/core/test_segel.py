"""The seal: dense, in commit order of nothing, and every tampering is seen."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import asdict
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from core.jejak.catat import catat, hapus_isi
from core.jejak.rantai import Laporan, periksa, telusuri, tutup
from core.jejak.segel import AWAL, hash_segel, segel_baru, segel_semua
from core.models import Jejak, KepalaSegel, PemeriksaanJejak, Segel
from core.waktu import pada
from tests.alat.kunci import atur_pemicu
from tests.alat.serentak import transaksi_lain
from tests.pabrik.benda import Benda, Orang

pytestmark = pytest.mark.django_db


def tiga_tersegel() -> None:
    for i in range(3):
        catat(objek=Benda(), aksi=f"aksi_{i}", alasan=f"alasan {i}")
    assert segel_baru() == 3


def rusak(*perintah: str) -> None:
    """Change rows the way the owner of the database could: with the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for tabel in ("core_jejak", "core_isijejak", "core_segel", "core_kepalasegel"):
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


def hitung_ulang() -> None:
    """Recompute the whole chain, as somebody does who owns the database and knows this code."""
    kepala = AWAL
    for segel in Segel.objects.select_related("jejak").order_by("urutan"):
        segel.hash_sebelumnya, segel.hash = kepala, hash_segel(kepala, segel.jejak)
        segel.save()
        kepala = segel.hash


def test_a_known_head_reveals_a_recomputed_chain() -> None:
    tiga_tersegel()
    diumumkan = periksa().kepala
    rusak("UPDATE core_jejak SET aksi = 'palsu' WHERE aksi = 'aksi_0'")
    hitung_ulang()
    assert periksa().utuh
    assert periksa(diumumkan).masalah == [
        "Segel yang pernah diumumkan itu tidak ada lagi dalam rantai."
    ]


POTONG_EKOR = (
    "DELETE FROM core_segel WHERE urutan > 1",
    "DELETE FROM core_isijejak WHERE alasan <> 'alasan 0'",
    "DELETE FROM core_jejak WHERE aksi <> 'aksi_0'",
)


def diumumkan(laporan: Laporan) -> None:
    kepala = KepalaSegel.objects.create(
        tanggal=timezone.localdate(), urutan=laporan.urutan, hash=laporan.kepala
    )
    catat(objek=kepala, aksi="diumumkan")


def diperiksa(laporan: Laporan) -> None:
    PemeriksaanJejak.objects.create(
        mulai=timezone.now(),
        diperiksa=laporan.diperiksa,
        urutan=laporan.urutan,
        kepala=laporan.kepala,
        belum_disegel=0,
        jumlah_masalah=0,
    )


@pytest.mark.parametrize("ingat", [diumumkan, diperiksa])
def test_what_was_seen_before_reveals_a_recomputed_chain_and_a_cut_tail(
    ingat: Callable[[Laporan], None],
) -> None:
    """Published heads and the nightly checks remember, without anybody typing a head."""
    tiga_tersegel()
    ingat(periksa())
    assert periksa().utuh
    with transaction.atomic():
        rusak(*POTONG_EKOR)
        assert "ekor rantai terpotong" in periksa().masalah[0]
        transaction.set_rollback(True)
    rusak("UPDATE core_jejak SET aksi = 'palsu' WHERE aksi = 'aksi_0'")
    hitung_ulang()
    assert len(periksa().masalah) == 1
    assert "rantai ditulis ulang" in periksa().masalah[0]


def test_a_row_unsealed_for_over_an_hour_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    catat(objek=Benda(), aksi="buat")
    assert periksa().utuh
    nanti = timezone.now() + dt.timedelta(minutes=61)
    monkeypatch.setattr("core.jejak.rantai.timezone.now", lambda: nanti)
    assert "belum disegel lebih dari satu jam" in periksa().masalah[0]


class TestEmptied:
    """Words go only by `hapus_isi`, which says in the trail which rows it emptied."""

    KOSONGKAN = "UPDATE core_isijejak SET alasan='', rincian=NULL, garam='', dihapus_pada=now()"

    def test_words_emptied_without_a_trail_are_found(self) -> None:
        """The application's role may empty words: nothing but the check can tell."""
        tiga_tersegel()
        with connection.cursor() as cursor:
            cursor.execute(f"{self.KOSONGKAN} WHERE alasan = 'alasan 1'")
        assert [m for m in periksa().masalah if "tanpa jejak penghapusan" in m] != []

    def test_a_rightful_erasing_covers_no_other_row(self) -> None:
        tiga_tersegel()
        satu, dua, _ = Jejak.objects.order_by("pk")
        hapus_isi(objek=Benda(), alasan="diminta", jejak=[satu])
        segel_semua()
        assert periksa().utuh
        with connection.cursor() as cursor:
            cursor.execute(f"{self.KOSONGKAN} WHERE jejak_id = %s", [dua.pk])
        assert periksa().masalah == [f"Jejak {dua.pk}: isinya dikosongkan tanpa jejak penghapusan."]

    def test_what_says_so_keeps_its_words_through_the_next_erasing(self) -> None:
        tiga_tersegel()
        assert hapus_isi(objek=Benda(), alasan="diminta") == 3
        assert hapus_isi(objek=Benda(), alasan="diminta lagi") == 0
        catat(objek=Benda(), aksi="lagi", alasan="nama orang")
        assert hapus_isi(objek=Benda(), alasan="diminta lagi") == 1
        assert periksa().utuh

    def test_an_erasing_from_before_named_no_rows_and_is_known_by_its_moment(self) -> None:
        tiga_tersegel()
        with connection.cursor() as cursor:
            cursor.execute(self.KOSONGKAN)
        catat(objek=Benda(), aksi="isi_dihapus", alasan="diminta")
        # A person who writes one now, in its manner, hides nothing by it.
        assert len([m for m in periksa().masalah if "tanpa jejak penghapusan" in m]) == 3
        rusak("UPDATE core_jejak SET dicatat = NULL WHERE aksi = 'isi_dihapus'")
        assert periksa().utuh


class TestMoments:
    """Where nobody tells the past on purpose, `waktu` is held against the database's clock."""

    @pytest.fixture(autouse=True)
    def _banding(self, settings: Any) -> None:
        settings.SEGEL = settings.SEGEL | {"selisih": dt.timedelta(minutes=15)}

    def test_a_row_dated_back_is_named(self) -> None:
        """Anybody with the application's role could insert one and the worker sealed it."""
        catat(objek=Benda(), aksi="asli")
        with pada(timezone.now() - dt.timedelta(days=40)):
            palsu = catat(objek=Benda(), aksi="palsu", oleh=Orang(pk=1))
        segel_semua()
        laporan = periksa()
        assert len(laporan.masalah) == 1
        assert f"Jejak {palsu.pk}: waktunya" in laporan.masalah[0]

    def test_a_moment_forged_with_the_trigger_off_does_not_fit_its_place(self) -> None:
        tiga_tersegel()
        palsu = catat(objek=Benda(), aksi="palsu")
        rusak(
            "UPDATE core_jejak SET waktu = '2026-01-01', dicatat = '2026-01-01' WHERE aksi='palsu'"
        )
        for tabel in ("core_jejak", "core_segel"):
            with connection.cursor() as cursor:
                cursor.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER USER")
        segel_semua()
        assert periksa().masalah == [
            f"Jejak {palsu.pk}: saat dicatatnya tidak cocok dengan tempatnya dalam rantai."
        ]

    def test_nothing_is_said_where_the_past_is_told(self, settings: Any) -> None:
        settings.SEGEL = settings.SEGEL | {"selisih": None}
        with pada(timezone.now() - dt.timedelta(days=40)):
            catat(objek=Benda(), aksi="cerita")
        segel_semua()
        assert periksa().utuh


def test_a_seal_by_another_role_is_named(settings: Any) -> None:
    catat(objek=Benda(), aksi="sebelum peran dibuat")
    segel_semua()
    settings.SEGEL = settings.SEGEL | {"peran": Segel.objects.get().penyegel}
    assert periksa().utuh
    catat(objek=Benda(), aksi="sesudah")
    segel_semua()
    rusak("UPDATE core_segel SET penyegel = 'portal' WHERE urutan = 2")
    assert periksa().masalah == ["Segel 2: dibuat peran “portal”, bukan penyegel."]


TANPA_KUNCI_ASING = """
DO $$ DECLARE k record; BEGIN
FOR k IN SELECT conrelid::regclass AS tabel, conname FROM pg_constraint WHERE contype = 'f'
    AND conrelid IN ('core_segel'::regclass, 'core_isijejak'::regclass)
LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.tabel, k.conname); END LOOP; END $$
"""


@pytest.mark.parametrize(
    "perintah",
    [
        # two seals changed places
        """UPDATE core_segel SET urutan = urutan + 100 WHERE urutan = 4;
        UPDATE core_segel SET urutan = 4 WHERE urutan = 5;
        UPDATE core_segel SET urutan = 5 WHERE urutan = 104""",
        # a copy far ahead, for a row that is none
        """INSERT INTO core_segel (urutan, jejak_id, hash_sebelumnya, hash, waktu, versi, penyegel)
        SELECT 102, -1, hash_sebelumnya, hash, waktu, versi, '' FROM core_segel
        WHERE urutan = 2""",
        "DELETE FROM core_jejak WHERE aksi = 'aksi_1'",
    ],
)
def test_order_insertion_and_deletion_are_found(perintah: str) -> None:
    for i in range(6):
        catat(objek=Benda(), aksi=f"aksi_{i}", alasan=f"alasan {i}")
    segel_semua()
    rusak(TANPA_KUNCI_ASING, perintah)
    assert not periksa().utuh


def test_a_walk_in_parts_finds_what_one_walk_finds() -> None:
    for i in range(7):
        catat(objek=Benda(), aksi=f"aksi_{i}", alasan=f"alasan {i}")
    segel_semua()
    rusak(
        "UPDATE core_jejak SET aksi = 'palsu' WHERE aksi = 'aksi_3'",
        "DELETE FROM core_segel WHERE urutan = 5",
    )
    sepenggal = Laporan()
    while telusuri(sepenggal, batas=2):
        sepenggal = Laporan(**json.loads(json.dumps(asdict(sepenggal))))
    tutup(sepenggal)
    assert sepenggal == periksa()
    assert sepenggal.diperiksa == 6


def test_the_command_prints_the_head_and_checks_a_known_one() -> None:
    tiga_tersegel()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    atur_pemicu("ENABLE")
    keluaran = StringIO()
    call_command("periksa_jejak", stdout=keluaran)
    kepala = f"3:{periksa().kepala}"
    assert kepala in keluaran.getvalue()
    for sama in (kepala, kepala.partition(":")[2]):
        call_command("periksa_jejak", f"--kepala={sama}", stdout=keluaran)
    with pytest.raises(CommandError):
        call_command("periksa_jejak", f"--kepala=3:{'0' * 64}", stderr=keluaran)


def test_the_command_fails_on_a_break() -> None:
    tiga_tersegel()
    rusak("DELETE FROM core_segel WHERE urutan = 2")
    galat = StringIO()
    with pytest.raises(CommandError, match="TIDAK utuh"):
        call_command("periksa_jejak", stderr=galat)
    assert "Segel 2 hilang" in galat.getvalue()
