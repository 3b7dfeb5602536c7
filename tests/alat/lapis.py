"""The layers as `pyproject.toml` declares them, for the tests of the architecture."""

import tomllib
from pathlib import Path
from typing import Any

from django.apps import apps

AKAR = Path(__file__).resolve().parents[2]


def kontrak(nama: str) -> dict[str, Any]:
    """Return the import contract of this name."""
    isi = tomllib.loads((AKAR / "pyproject.toml").read_text())
    return next(k for k in isi["tool"]["importlinter"]["contracts"] if k["name"] == nama)


def lapis(nama: str) -> list[list[str]]:
    """Return the layers of a contract, the highest first, each as the names on its line."""
    return [
        [kata.strip("()") for kata in baris.replace("|", " ").replace(":", " ").split()]
        for baris in kontrak(nama)["layers"]
    ]


def terpasang() -> set[str]:
    """Return the labels of our own installed apps."""
    return {a.label for a in apps.get_app_configs() if "site-packages" not in a.path}
