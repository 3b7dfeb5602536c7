"""`manage.py beri_hak`: let the application's role work, but not rewrite the trail.

Run by the owner of the schema after every migrate. The trail can then not be changed even
by someone who takes over the web process, whose role cannot drop the triggers either.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from psycopg2 import sql

ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = %s"
RIGHTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "REVOKE UPDATE, DELETE ON core_jejak, core_segel FROM {role}",
    # The words of a trail row may be emptied once; the trigger sees to the "once".
    "REVOKE DELETE ON core_isijejak FROM {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
)


class Command(BaseCommand):
    help = "Memberi peran aplikasi hak atas tabel: jejak hanya dapat dibaca dan ditambah."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("peran", help="nama peran PostgreSQL yang dipakai web dan pekerja")

    def handle(self, *args: Any, **options: Any) -> None:
        role = options["peran"]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(ROLE_EXISTS, [role])
            if cursor.fetchone() is None:
                raise CommandError(f"Peran {role} belum ada di basis data ini.")
            for right in RIGHTS:
                cursor.execute(sql.SQL(right).format(role=sql.Identifier(role)))
        self.stdout.write(f"Hak peran {role} sudah diatur.")
