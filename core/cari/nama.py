"""Names of places that rows carry as a mark, in every spelling."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils.module_loading import import_string

from core.cari.kolom import pecah

# The old spelling of the same sounds (before 1972), still on signs and in people's hands.
EJAAN_LAMA = (("oe", "u"), ("dj", "j"), ("tj", "c"))
# Fewer letters than these begin too many names.
AWALAN_TERPENDEK = 4


@dataclass(frozen=True)
class Nama:
    """One place: its mark in search columns, and each spelling of its name."""

    tanda: str
    ejaan: tuple[str, ...]

    @cached_property
    def kata(self) -> tuple[tuple[str, ...], ...]:
        """Return each spelling as its words."""
        return tuple(dict.fromkeys(tuple(pecah(e)) for e in self.ejaan if pecah(e)))

    @cached_property
    def bunyi(self) -> frozenset[str]:
        """Return each spelling as it sounds, without its blanks."""
        return frozenset(lipat(kata) for kata in self.kata)

    @cached_property
    def bunyi_kata(self) -> frozenset[str]:
        """Return each word of its name as it sounds."""
        return frozenset(lipat([satu]) for kata in self.kata for satu in kata)

    def berawal(self, bunyi: str) -> bool:
        """Return whether its name, or for a single word a word of it, begins like this."""
        if bunyi in self.bunyi or len(bunyi) < AWALAN_TERPENDEK:
            return bunyi in self.bunyi | self.bunyi_kata
        return any(b.startswith(bunyi) for b in self.bunyi | self.bunyi_kata)


def nama_dikenal() -> list[Nama]:
    """Return the names of today, from the function that the setting NAMA_DICARI names; one
    query."""
    daftar: list[Nama] = import_string(settings.NAMA_DICARI)()
    return daftar


def lipat(kata: Iterable[str]) -> str:
    """Return words as they sound: "Soekawaringin", "suka waringin" and "Sukawaringin" are one."""
    teks = "".join(kata)
    for lama, baru in EJAAN_LAMA:
        teks = teks.replace(lama, baru)
    return re.sub(r"(.)\1", r"\1", teks)
