"""`python -m tests.alat.rumah.naik FOLDER`: bring a backup of an older version up, and look at it.

Runs on the empty database of DATABASE_URL and the empty DATA_DIR, in a process of its own, as an
installation would; prints what was found as JSON.
"""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import CommandError, call_command

COUNTED = (
    *("aspirasi_aspirasi", "core_jejak", "core_segel", "warga_pengguna", "laporan_realisasi"),
    *("kabar_ikutan", "kabar_pemberitahuan"),
)


def counts() -> dict[str, int]:
    from django.db import connection

    with connection.cursor() as cursor:
        found = {}
        for table in COUNTED:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 (our own names)
            found[table] = cursor.fetchone()[0]
        return found


def said(*command: str, **options: Any) -> str:
    """Return the output of a command; for a refusal, its reason."""
    output = io.StringIO()
    try:
        call_command(*command, stdout=output, stderr=output, **options)
    except CommandError as refused:
        output.write(str(refused))
    return output.getvalue()


def main(folder: str) -> dict[str, Any]:
    from aspirasi.services.giliran import hitung_ulang
    from core.jejak.segel import segel_semua
    from tests.alat.jelajah import jelajah
    from tests.alat.rumah import uang_lama

    said("pulihkan", folder)
    uang_lama.add_corrections()
    before, money = counts(), uang_lama.before()
    said("migrate", verbosity=0)
    said("createcachetable", verbosity=0)
    return {
        "before": before,
        "after": counts(),
        "money": {"before": money, **uang_lama.after()},
        "files": sorted(p.name for p in Path(settings.DATA_DIR).rglob("*.webp")),
        "sealed": segel_semua(),
        "trail": said("periksa_jejak"),
        "sums": said("hitung_ulang"),
        "queues": hitung_ulang(),
        "pages": [(page.nama, page.jalur, page.status) for page in jelajah(sebanyak=2)],
    }


if __name__ == "__main__":
    django.setup()
    with contextlib.redirect_stdout(sys.stderr):
        found = main(sys.argv[1])
    sys.stdout.write(json.dumps(found))
