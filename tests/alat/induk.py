"""One migrated database for a run of several workers, and a copy of it for whoever needs one.

Migrating costs many times more than copying. A run without workers makes its database itself.
"""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import sql

AKAR = Path(__file__).resolve().parents[2]
ADA = "UJI_INDUK"  # the environment of the workers says that it was made
INDUK = "induk_uji"


def alamat(nama: str) -> str:
    """Return the address of the database `nama` on the temporary server of the tests."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{nama}").geturl()


def buat() -> None:
    """Migrate the database that is copied, and tell the workers, which start later."""
    _buat_basis(INDUK)
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--skip-checks", "-v0"],
        cwd=AKAR,
        env=os.environ | {"DATABASE_URL": alamat(INDUK)},
        check=True,
    )
    os.environ[ADA] = INDUK


def salin(nama: str) -> bool:
    """Copy it to a new database; return False when this run has none to copy."""
    if ADA not in os.environ:
        return False
    _buat_basis(nama, sql.SQL("TEMPLATE {}").format(sql.Identifier(INDUK)))
    return True


def _buat_basis(nama: str, cara: sql.Composable | None = None) -> None:
    """Make a database, in place of one of that name."""
    hubungan = psycopg2.connect(os.environ["DATABASE_URL"])
    hubungan.autocommit = True  # databases are made outside transactions
    try:
        with hubungan.cursor() as cursor:
            pengenal = sql.Identifier(nama)
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(pengenal))
            cursor.execute(sql.SQL("CREATE DATABASE {} {}").format(pengenal, cara or sql.SQL("")))
    finally:
        hubungan.close()
