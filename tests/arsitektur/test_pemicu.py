"""The locks of the database: the list of locks is true, and each fault is named."""

import psycopg2
import pytest
from django.db import connection

from bangunrejo import pemicu
from bangunrejo.jalan.klaster import SUPERUSER
from core.jejak.sql import HANYA_TAMBAH
from tests.alat.kunci import atur_pemicu

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _seperti_di_portal() -> None:
    """The test database lets Django empty tables; an installation does not."""
    atur_pemicu("ENABLE")


def test_the_list_is_what_the_migrations_make() -> None:
    beda = pemicu.periksa()
    assert beda == [], "Setelah mengubah pemicu atau fungsi jalankan alat/pemicu."


def test_every_append_only_table_refuses_in_the_database() -> None:
    """The database has the locks that `append_only` was given."""
    ada = pemicu.sekarang()
    assert {"core_jejak", "core_kepalasegel", "proyek_keputusan"} <= set(HANYA_TAMBAH)
    for tabel in HANYA_TAMBAH:
        for apa in ("ubah", "hapus", "kosongkan"):
            assert f"pemicu {tabel}.{tabel}_tolak_{apa}" in ada


@pytest.mark.parametrize(
    ("perintah", "kalimat"),
    [
        (
            "ALTER TABLE core_jejak DISABLE TRIGGER core_jejak_tolak_ubah",
            "Pemicu pada tabel core_jejak dimatikan (core_jejak_tolak_ubah).",
        ),
        (
            "DROP TRIGGER core_isijejak_tolak_hapus ON core_isijejak",
            "Pemicu core_isijejak_tolak_hapus pada tabel core_isijejak hilang.",
        ),
        (
            """DROP TRIGGER proyek_keputusan_tolak_ubah ON proyek_keputusan;
            CREATE TRIGGER proyek_keputusan_tolak_ubah AFTER UPDATE ON proyek_keputusan
            FOR EACH ROW WHEN (false) EXECUTE FUNCTION core_tolak_ubah('tetap', '')""",
            "Pemicu proyek_keputusan_tolak_ubah pada tabel proyek_keputusan berubah.",
        ),
        (
            """CREATE OR REPLACE FUNCTION core_tolak_ubah() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RETURN NULL; END $$""",
            "Fungsi basis data core_tolak_ubah() berubah.",
        ),
        (
            """CREATE FUNCTION asing() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN NEW.waktu := '2020-01-01'; RETURN NEW; END $$;
            CREATE TRIGGER asing BEFORE INSERT ON core_jejak
            FOR EACH ROW EXECUTE FUNCTION asing()""",
            "Pemicu asing pada tabel core_jejak tidak dikenal.",
        ),
        (
            "CREATE RULE diam AS ON DELETE TO core_jejak DO INSTEAD NOTHING",
            "Tabel core_jejak mempunyai aturan yang menyaring isinya.",
        ),
        (
            """CREATE SCHEMA portal;
            CREATE VIEW portal.core_jejak AS SELECT * FROM public.core_jejak WHERE id > 9""",
            "Tabel core_jejak mempunyai kembaran di skema portal.",
        ),
    ],
)
def test_a_lock_taken_off_is_named(perintah: str, kalimat: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(perintah)
    assert kalimat in pemicu.periksa()


@pytest.mark.parametrize(
    ("perintah", "kalimat"),
    [
        (
            "ALTER TABLE aspirasi_dukungan DISABLE TRIGGER ALL",
            "Pemicu pada tabel aspirasi_dukungan dimatikan (kunci asing).",
        ),
        (
            "SET LOCAL session_replication_role = replica",
            "Semua pemicu dimatikan (session_replication_role).",
        ),
    ],
)
def test_what_only_the_servers_superuser_can_take_off_is_named(perintah: str, kalimat: str) -> None:
    alamat = connection.get_connection_params() | {"user": SUPERUSER}
    dikenal = {n: alamat[n] for n in ("host", "port", "user", "dbname") if n in alamat}
    lain = psycopg2.connect(**dikenal)
    try:
        with lain.cursor() as cursor:
            cursor.execute(perintah)
            cursor.execute(pemicu._MATI)
            assert (kalimat,) in cursor.fetchall()
    finally:
        lain.rollback()
        lain.close()
