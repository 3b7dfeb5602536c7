"""Search: Indonesian full text, and names and numbers however they are spaced.

PostgreSQL stems Indonesian but knows no stop words of it and no word of ours, so both
are supplied here, when the query is built.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

KONFIGURASI = "indonesian"


def vektor(*kolom: tuple[str, str]) -> models.GeneratedField:
    """Return a stored search column over `(column, weight)` pairs, weight A to D.

    Give the model `GinIndex(fields=["vektor"], name=…)` beside it.
    """
    bagian: Sequence[Any] = [
        SearchVector(nama, weight=bobot, config=KONFIGURASI) for nama, bobot in kolom
    ]
    return models.GeneratedField(
        expression=reduce(lambda kiri, kanan: kiri + kanan, bagian),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )


def indeks_vektor(nama: str, kolom: str = "vektor") -> GinIndex:
    """Return the index that belongs to `vektor(...)`."""
    return GinIndex(fields=[kolom], name=nama)
