"""Fails a test when one of our own templates names a variable that does not exist."""

import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn

from django.template import Node, engines
from django.template.base import Origin

MILIK_KITA = str(Path(__file__).resolve().parents[2] / "templates")


class VariabelTakDikenal(AssertionError):
    """A template of ours uses a name that its view did not give."""


class Penjaga(str):
    """Stands for `string_if_invalid`: Django formats the unknown name into it."""

    __slots__ = ()

    def __contains__(self, potongan: object) -> bool:
        return potongan == "%s"

    def __mod__(self, nama: object) -> str:
        asal = _asal(sys._getframe())
        if asal and asal.startswith(MILIK_KITA):
            _gagal(str(nama), asal)
        return ""


def _gagal(nama: str, asal: str) -> NoReturn:
    raise VariabelTakDikenal(f"{{{{ {nama} }}}} tidak dikenal di {asal}")


def _asal(frame: FrameType | None) -> str | None:
    """Return the file of the innermost template node being rendered."""
    while frame:
        diri = frame.f_locals.get("self")
        asal = getattr(diri, "origin", None)
        if isinstance(diri, Node) and isinstance(asal, Origin):
            return asal.name
        frame = frame.f_back
    return None


def jaga_template() -> None:
    """Make every template of ours strict for this process."""
    engines["django"].engine.string_if_invalid = Penjaga("!")
