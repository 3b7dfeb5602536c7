"""The stored columns of search: the words of a row, each of them by itself.

PostgreSQL reads "RT 05/RW 02" as the name of a file, "ambrol.tolong" as that of a host and "-2026"
as a negative number. So every sign parts two words before it reads them, and letters stand apart
from digits. `pecah` does the same to what is searched for. Neither changes without the other.
"""

import re
import string
from collections.abc import Sequence
from functools import reduce
from typing import Any

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, TextField, Value
from django.db.models.expressions import Combinable

KONFIGURASI = "indonesian"
_KAMPUNG = "kampung"
_TANDA = string.punctuation
_KATA = re.compile(r"[0-9]+|[^\W_0-9]+")
_BATAS = "([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"

Bagian = tuple[str | Combinable, str]


def pecah(teks: str) -> list[str]:
    """Return the words of `teks` in small letters: runs of letters, and runs of digits."""
    return _KATA.findall(teks.lower())


def terpisah(kolom: str | Combinable) -> Func:
    """Return SQL for the text of a column with a blank for each sign, and between "rt" and "05"."""
    isi = F(kolom) if isinstance(kolom, str) else kolom
    polos = Func(isi, Value(_TANDA), Value(" " * len(_TANDA)), function="translate")
    return Func(
        *(polos, Value(_BATAS), Value(r"\1\2 "), Value("g")),
        function="regexp_replace",
        output_field=TextField(),
    )


def vektor(*kolom: Bagian, kampung: str = "") -> models.GeneratedField:
    """Return a stored search column over `(column, weight)` pairs, weight A to D.

    `kampung` names the foreign key of the kampung on whose page or card the row stands: the row is
    then found by every name of it (`tanda_kampung`). Give the model
    `GinIndex(fields=["vektor"], name=…)` beside it.
    """
    bagian: Sequence[Any] = [
        *(_vektor(terpisah(isi), bobot) for isi, bobot in kolom),
        *([_vektor(_tempat(kampung), "D")] if kampung else []),
    ]
    return models.GeneratedField(
        expression=reduce(lambda kiri, kanan: kiri + kanan, bagian),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )


def vektor_kampung(kunci: str) -> SearchVector:
    """Return the names of a kampung as a search column that is not stored, for small tables that
    only point at it by `kunci`."""
    return _vektor(_tempat(kunci), "D")


def vektor_kata(kolom: str) -> SearchVector:
    """Return the words of `kolom` as a search column that is not stored: for a few thousand rows,
    which are cut out first."""
    return _vektor(terpisah(kolom), "A")


def tanda_kampung(pk: int) -> str:
    """Return the mark of a kampung in a search column. No text has it: `terpisah` would part it."""
    return f"{_KAMPUNG}{pk}"


def _vektor(isi: Func, bobot: str) -> SearchVector:
    return SearchVector(isi, weight=bobot, config=KONFIGURASI)


def _tempat(kunci: str) -> Func:
    """Return SQL for the word "kampung" and the mark of the kampung, NULL without one."""
    return Func(
        F(kunci),
        template=f"('{_KAMPUNG} {_KAMPUNG}' || (%(expressions)s)::text)",
        output_field=TextField(),
    )
