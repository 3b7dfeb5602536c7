"""`manage.py beri_hak`: let the application's role work, but not rewrite the trail.

The owner of the schema runs it after every migrate. It learns from the migrations and from the
database's own triggers which tables are append-only, so a new one is closed at once. Then not even
an intruder in the web process can change it, whose role cannot drop triggers either.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from psycopg2 import sql

from core.jejak.sql import HANYA_BACA, HANYA_TAMBAH, HakTabel

ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = %s"
# `core.jejak.sql.append_only` makes a lock that refuses every DELETE, whatever the row.
APPEND_ONLY = """
SELECT c.relname FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE c.relnamespace = 'public'::regnamespace AND p.proname = 'core_tolak_ubah'
    AND t.tgtype & 8 > 0 AND t.tgqual IS NULL
ORDER BY 1
"""
RIGHTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "REVOKE TRUNCATE ON ALL TABLES IN SCHEMA public FROM {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
)
READ_ONLY = "REVOKE INSERT, UPDATE, DELETE ON {table} FROM {role}"
SEALER_RIGHTS = (
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {sealer}",
    "GRANT USAGE ON SCHEMA public TO {sealer}",
    "GRANT SELECT ON core_jejak, core_segel TO {sealer}",
    "GRANT INSERT ON core_segel TO {sealer}",
    "REVOKE INSERT ON core_segel FROM {role}",
)


def append_only_tables() -> dict[str, HakTabel]:
    """Return the tables that are only added to, with the acts that stay allowed."""
    MigrationLoader(None)  # loading fills the tables of `append_only`
    with connection.cursor() as cursor:
        cursor.execute(APPEND_ONLY)
        return {name: HakTabel() for (name,) in cursor.fetchall()} | HANYA_TAMBAH


class Command(BaseCommand):
    help = "Memberi peran aplikasi hak atas tabel: jejak hanya dapat dibaca dan ditambah."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("peran", help="nama peran PostgreSQL yang dipakai web dan pekerja")
        parser.add_argument(
            "--penyegel", default="", help="peran yang menyegel jejak; bawaan: peran aplikasi"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        role, sealer = options["peran"], options["penyegel"]
        with transaction.atomic():
            for name in filter(None, (role, sealer)):
                self._require(name)
            self._run(RIGHTS, role=role)
            for table, open_to in append_only_tables().items():
                self._close(table, open_to, role)
            for table in sorted(HANYA_BACA):
                self._run((READ_ONLY,), table=table, role=role)
            if sealer:
                self._run(SEALER_RIGHTS, role=role, sealer=sealer)
        self.stdout.write(f"Hak peran {' dan '.join(filter(None, (role, sealer)))} sudah diatur.")

    def _require(self, role: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(ROLE_EXISTS, [role])
            if cursor.fetchone() is None:
                raise CommandError(
                    f"Peran {role} belum ada di basis data ini: buat dulu "
                    "(docs/pemasangan.md), lalu jalankan lagi."
                )

    def _close(self, table: str, open_to: HakTabel, role: str) -> None:
        """Take UPDATE and DELETE away, except what a migration allows."""
        closed = ("UPDATE",) if open_to.hapus else ("UPDATE", "DELETE")
        for right in closed:
            self._run((f"REVOKE {right} ON {{table}} FROM {{role}}",), table=table, role=role)
        for column in open_to.kolom:
            grant = ("GRANT UPDATE ({column}) ON {table} TO {role}",)
            self._run(grant, table=table, role=role, column=column)

    def _run(self, statements: tuple[str, ...], **names: str) -> None:
        identifiers = {key: sql.Identifier(name) for key, name in names.items()}
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(sql.SQL(statement).format(**identifiers))
