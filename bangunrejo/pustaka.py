"""System checks on the libraries around the portal."""

from importlib.util import find_spec
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register

PENGGANTI = "psycopg"  # psycopg 3; psycopg2 stands in the lock


@register(Tags.compatibility)
def periksa_penggerak(**_: Any) -> list[CheckMessage]:
    """Return an error where psycopg 3 is installed beside psycopg2.

    Django takes psycopg 3 without a word as soon as it can be imported. It binds values on the
    server and reads some types in another way, and no test of the portal has run with it.
    """
    if find_spec(PENGGANTI) is None:
        return []
    return [
        Error(
            "Pustaka psycopg (versi 3) terpasang, dan Django akan memakainya alih-alih psycopg2.",
            hint="Lepas pustaka itu (pip uninstall psycopg), atau buat .venv baru dari kunci.",
            id="bangunrejo.E001",
        )
    ]
