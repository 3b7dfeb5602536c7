"""The search columns of the migrations `*_kata_terpisah`. FROZEN: nothing here ever changes.

Migrations alone import this module. It says what `core.cari.kolom.vektor` made on that day; a
later change of that function comes with migrations of its own, and leaves these as they are.
"""

from django.contrib.postgres.search import (
    CombinedSearchVector,
    SearchConfig,
    SearchVector,
    SearchVectorField,
)
from django.db.models import F, Func, GeneratedField, TextField, Value
from django.db.models.expressions import Combinable

_TANDA = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_BATAS = "([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"
_KAMPUNG = "('kampung kampung' || (%(expressions)s)::text)"


def kata_terpisah(*kolom: tuple[str | Combinable, str], kampung: str = "") -> GeneratedField:
    """Return the column over `(column, weight)` pairs, and over the key `kampung` if one is
    named."""
    bagian = [_vektor(_terpisah(isi), bobot) for isi, bobot in kolom]
    if kampung:
        bagian.append(_vektor(_tempat(kampung), "D"))
    semua: SearchVector | CombinedSearchVector = bagian[0]
    for satu in bagian[1:]:
        semua = CombinedSearchVector(semua, "||", satu, SearchConfig("indonesian"))
    return GeneratedField(db_persist=True, expression=semua, output_field=SearchVectorField())


def _vektor(isi: Func, bobot: str) -> SearchVector:
    return SearchVector(isi, config="indonesian", weight=bobot)


def _terpisah(kolom: str | Combinable) -> Func:
    isi = F(kolom) if isinstance(kolom, str) else kolom
    polos = Func(isi, Value(_TANDA), Value(" " * 32), function="translate")
    sisa = (Value(_BATAS), Value(r"\1\2 "), Value("g"))
    return Func(polos, *sisa, function="regexp_replace", output_field=TextField())


def _tempat(kunci: str) -> Func:
    return Func(F(kunci), output_field=TextField(), template=_KAMPUNG)
