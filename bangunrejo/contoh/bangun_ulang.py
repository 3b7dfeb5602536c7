"""An older demonstration makes room for the story of today.

This happens only where the portal shows a demonstration, and only while every account in it belongs
to the story. Words that visitors typed into it are lost, so a backup is kept beside it.
"""

import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction

from bangunrejo.contoh.orang import DOMAIN
from bangunrejo.contoh.versi import VERSI, versi_dimuat
from bangunrejo.jalan.cadangan import OLD_STORIES, backup
from bangunrejo.jalan.proses import KendalaError, say
from warga.models import Pengguna

FOTO = ("berkas", "foto-menunggu")


def segarkan() -> None:
    """Empty database and photos of an older demonstration, and say so in one line."""
    if settings.PORTAL_MODE != "contoh" or not 0 < versi_dimuat() < VERSI:
        return
    if lain := Pengguna.objects.exclude(email__endswith=f"@{DOMAIN}").count():
        say(
            f"Data contoh di sini dari versi lama, tetapi ada {lain} akun lain di dalamnya: tidak "
            "diganti. Untuk cerita yang baru, jalankan portal dengan DATA_DIR yang kosong."
        )
        return
    try:
        cadangan = backup(settings.DATA_DIR / OLD_STORIES)
        _kosongkan()
    except (KendalaError, ProgrammingError) as kendala:
        say(f"Data contoh di sini dari versi lama dan tidak dapat diganti: {kendala}")
        return
    say(f"Data contoh versi lama diganti cerita yang baru; isinya yang lama ada di {cadangan}.")


def _kosongkan() -> None:
    """Drop everything, the trail and its locks too, and make the tables anew.

    Rows of the trail cannot be deleted one by one. Raises ProgrammingError, with everything left as
    it was, when the role does not own the schema.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        (skema,) = cursor.fetchone()
        cursor.execute(f"DROP SCHEMA {skema} CASCADE")
        cursor.execute(f"CREATE SCHEMA {skema}")
        for nama in FOTO:
            shutil.rmtree(Path(settings.DATA_DIR) / nama, ignore_errors=True)
    ContentType.objects.clear_cache()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
