"""Something with a trail, for tests of the core, which knows no app."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from core.laku import Laku

# Any verb at all, for tests of the trail itself.
APA_SAJA: defaultdict[str, Laku] = defaultdict(lambda: Laku("Uji"))


@dataclass
class Benda:
    nomor: str = "PRJ-2026-0001"
    jenis_jejak: ClassVar[str] = "proyek"
    laku: ClassVar[Mapping[str, Laku]] = APA_SAJA

    @property
    def kunci_jejak(self) -> str:
        return self.nomor


@dataclass
class Terdahulu:
    """An object as it was when its app had other acts: its trail may hold any verb."""

    objek: Any
    laku: ClassVar[Mapping[str, Laku]] = APA_SAJA

    @property
    def jenis_jejak(self) -> str:
        return str(self.objek.jenis_jejak)

    @property
    def kunci_jejak(self) -> str:
        return str(self.objek.kunci_jejak)


@dataclass
class Orang:
    pk: int = 7
    peran: str = "staf"
