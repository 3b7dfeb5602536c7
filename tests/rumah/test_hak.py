"""The rights of each role of the database (compose.yaml has three, the embedded server one)."""

import datetime as dt
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, connection, connections, transaction
from django.utils import timezone

from bangunrejo.management.commands.beri_hak import append_only_tables
from core.jejak.catat import catat, hapus_isi
from core.jejak.rantai import periksa
from core.jejak.segel import PENYEGEL, segel_baru
from core.jejak.sql import HANYA_BACA, HANYA_TAMBAH, append_only
from core.models import Jejak, Segel
from core.waktu import hari_ini, pada
from proyek.models import JumlahDana
from proyek.services.pencairan import catat_pencairan
from tests.pabrik.benda import Benda, Orang
from tests.pabrik.proyek import buat_dana, buat_proyek

ROLE, SEALER = "portal_uji", "penyegel_uji"


def make_role(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role}")
        cursor.execute(f"GRANT {role} TO CURRENT_USER")


def drop_role(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {role}")
        cursor.execute(f"DROP ROLE {role}")


@pytest.fixture
def application_role(db: None) -> str:
    """A role with the rights of web and worker; gone with the transaction."""
    make_role(ROLE)
    call_command("beri_hak", ROLE, stdout=StringIO())
    return ROLE


def as_role(role: str, statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute(statement)


def be(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")


def test_the_application_may_add_to_the_trail_and_work(application_role: str) -> None:
    be(application_role)
    catat(objek=Benda(), aksi="dibuat", alasan="kata-kata")
    assert segel_baru() == 1
    assert hapus_isi(objek=Benda(), alasan="diminta pemiliknya") == 1
    assert segel_baru() == 1
    assert periksa().utuh


def test_the_application_may_record_money_whose_sources_nobody_changes(
    application_role: str, pemeran: Any
) -> None:
    """The rows of a source are locked while its payments are summed."""
    dana = buat_dana(buat_proyek(pemeran.kampung), 1_000_000)
    be(application_role)
    catat_pencairan(pendanaan=dana, jumlah=400_000, tanggal=hari_ini(), oleh=pemeran.kakam)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert JumlahDana.objects.get(pendanaan=dana).dicairkan == 400_000


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE core_jejak SET aksi = 'lain'",
        "UPDATE core_jejak SET dicatat = now()",
        "DELETE FROM core_jejak",
        "TRUNCATE core_jejak CASCADE",
        "UPDATE core_segel SET hash = ''",
        "DELETE FROM core_segel",
        "DELETE FROM core_isijejak",
        "UPDATE core_isijejak SET jejak_id = 1",
        "DELETE FROM django_migrations",
        "ALTER TABLE core_jejak DISABLE TRIGGER ALL",
        "DROP TABLE core_segel",
        "CREATE TABLE lain (isi text)",
        "SET session_replication_role = replica",
        """CREATE OR REPLACE FUNCTION core_jejak_cap() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RETURN NEW; END $$""",
    ],
)
def test_the_application_may_not_rewrite_the_trail(application_role: str, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        as_role(application_role, statement)


class TestAttacks:
    """The check names the harm that the application's role can still do to the trail."""

    def test_words_emptied_in_silence(self, application_role: str) -> None:
        catat(objek=Benda(), aksi="buat", alasan="kata-kata")
        segel_baru()
        as_role(
            application_role,
            "UPDATE core_isijejak SET alasan='', rincian=NULL, garam='', dihapus_pada=now()",
        )
        assert "dikosongkan tanpa jejak penghapusan" in periksa().masalah[0]

    def test_an_act_dated_back_in_the_name_of_another(
        self, application_role: str, settings: Any
    ) -> None:
        settings.SEGEL = settings.SEGEL | {"selisih": dt.timedelta(minutes=15)}
        be(application_role)
        with pada(timezone.now() - dt.timedelta(days=40)):
            palsu = catat(objek=Benda(), aksi="setuju", oleh=Orang(pk=1))
        assert segel_baru() == 1
        assert f"Jejak {palsu.pk}: waktunya" in periksa().masalah[0]

    def test_a_seal_far_ahead_does_not_get_in(self, application_role: str) -> None:
        jejak = catat(objek=Benda(), aksi="buat")
        be(application_role)
        palsu = Segel(urutan=10**9, jejak=jejak, hash="a" * 64, hash_sebelumnya="b" * 64, versi=2)
        with pytest.raises(IntegrityError, match="tidak menyambung"), transaction.atomic():
            palsu.save(force_insert=True)
        assert segel_baru() == 1
        assert periksa().utuh


def test_every_append_only_table_is_closed(application_role: str) -> None:
    """This includes tables of other apps, without a list to keep: only the allowed changes work."""
    tables = append_only_tables()
    assert {"core_kepalasegel", "proyek_keputusan", "proyek_gerak"} <= set(tables)
    for table, open_to in tables.items():
        for statement in ("DELETE FROM {}", "TRUNCATE {} CASCADE")[open_to.hapus :]:
            with pytest.raises(ProgrammingError, match="permission denied"):
                as_role(application_role, statement.format(table))
        assert updatable(table) == set(open_to.kolom), table


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {} SET {} = {}", "DELETE FROM {}", "INSERT INTO {} SELECT * FROM {}"],
)
def test_the_application_only_reads_totals(application_role: str, statement: str) -> None:
    """Triggers of the owner write them; `catat_pencairan` above shows that these still can."""
    assert {"proyek_jumlahdana", "transparansi_ringkasanuang"} <= HANYA_BACA
    for table in HANYA_BACA:
        column = "proyek_id" if table == "proyek_jumlahproyek" else "anggaran"
        column = "bobot" if table == "transparansi_ringkasanproyek" else column
        words = [table, *([column] * 2 if "SET" in statement else [table])]
        with pytest.raises(ProgrammingError, match="permission denied"):
            as_role(application_role, statement.format(*words))


def updatable(table: str) -> set[str]:
    """Return the columns the application's role may UPDATE."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND NOT attisdropped AND has_column_privilege(%s, attrelid, attnum, 'UPDATE')",
            [table, ROLE],
        )
        return {name for (name,) in cursor.fetchall()}


def test_a_new_append_only_table_is_closed_without_a_word(db: None) -> None:
    make_role(ROLE)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE catatan_baru (id bigint, isi text)")
        for operation in append_only("catatan_baru"):
            cursor.execute(operation.sql)
    HANYA_TAMBAH.pop("catatan_baru")
    call_command("beri_hak", ROLE, stdout=StringIO())
    as_role(ROLE, "INSERT INTO catatan_baru VALUES (1, 'a')")
    for statement in ("UPDATE catatan_baru SET isi = 'b'", "DELETE FROM catatan_baru"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            as_role(ROLE, statement)


def test_rights_for_an_unknown_role_are_refused(db: None) -> None:
    with pytest.raises(CommandError, match="belum ada"):
        call_command("beri_hak", "tidak_ada")


class TestSealer:
    """The one role that may add seals, and may do nothing else."""

    @pytest.fixture
    def roles(self, db: None) -> None:
        make_role(ROLE)
        make_role(SEALER)
        call_command("beri_hak", ROLE, penyegel=SEALER, stdout=StringIO())

    def test_the_application_can_no_longer_seal(self, roles: None) -> None:
        catat(objek=Benda(), aksi="palsu")
        be(ROLE)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            segel_baru()

    def test_the_sealer_seals(self, roles: None) -> None:
        catat(objek=Benda(), aksi="asli")
        be(SEALER)
        assert segel_baru() == 1
        assert Segel.objects.get().penyegel == SEALER

    @pytest.mark.parametrize(
        "statement",
        [
            "INSERT INTO core_jejak (aksi) VALUES ('palsu')",
            "SELECT * FROM core_isijejak",
            "SELECT * FROM aspirasi_pengirim",
            "UPDATE core_segel SET hash = ''",
            "DELETE FROM core_segel",
        ],
    )
    def test_it_does_nothing_else(self, roles: None, statement: str) -> None:
        with pytest.raises(ProgrammingError, match="permission denied"):
            as_role(SEALER, statement)

    def test_without_it_the_right_comes_back(self, roles: None) -> None:
        call_command("beri_hak", ROLE, stdout=StringIO())
        catat(objek=Benda(), aksi="asli")
        be(ROLE)
        assert segel_baru() == 1


@pytest.fixture
def sealing_connection(transactional_db: None) -> Iterator[None]:
    """A second connection of the sealer's role, as DATABASE_URL_SEGEL gives it."""
    make_role(ROLE)
    make_role(SEALER)
    call_command("beri_hak", ROLE, penyegel=SEALER, stdout=StringIO())
    second = connections["default"].settings_dict | {
        "OPTIONS": {"options": f"-c role={SEALER}"},
    }
    connections.settings[PENYEGEL] = second
    connections[PENYEGEL].connect()  # the test case opens no connection it was not told of
    yield
    connections[PENYEGEL].close()
    del connections[PENYEGEL]
    del connections.settings[PENYEGEL]
    call_command("beri_hak", ROLE, stdout=StringIO())
    drop_role(SEALER)
    drop_role(ROLE)


def test_the_worker_seals_over_the_connection_of_the_sealer(sealing_connection: None) -> None:
    catat(objek=Benda(), aksi="asli")
    with transaction.atomic():  # as the worker runs it, with the rights of the application
        be(ROLE)
        assert segel_baru() == 1
    assert Segel.objects.get().penyegel == SEALER
    assert Jejak.objects.filter(segel__isnull=True).count() == 0
