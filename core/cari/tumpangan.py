"""Rows of a relation that a read brings along in its own query.

A page that shows a few rows of many kinds would ask once for each kind. With this the database
answers all of them as JSON in one column each, and they are made objects again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import DecimalField, Field, Model, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

SENDIRI, TAMBAHAN = "sendiri", "tambahan"


@dataclass(frozen=True)
class Tumpangan:
    """Rows of `model`, each with the rows that its keys `kaitan` point at, and with the annotations
    `tambahan` of the queryset, by their names, each with the field that reads it.

    Generated columns are left out: asking an object for one asks the database.
    """

    model: type[Model]
    kaitan: tuple[str, ...] = ()
    tambahan: Mapping[str, "Field[Any, Any]"] = field(default_factory=dict)

    def anotasi(self, baris: QuerySet[Any]) -> ArraySubquery:
        """Return the annotation with all of `baris`, in its order. Its condition names the outer
        row by OuterRef."""
        isi = {SENDIRI: _objek(_kolom(self.model))}
        isi |= {nama: _objek(_kolom(self._lawan(nama)), f"{nama}__") for nama in self.kaitan}
        isi[TAMBAHAN] = _objek(self.tambahan)
        return ArraySubquery(baris.annotate(tumpangan=JSONObject(**isi)).values("tumpangan"))

    def baca(self, nilai: Iterable[Mapping[str, Any]]) -> list[Any]:
        """Return the objects that the annotation holds."""
        return [self._satu(baris) for baris in nilai]

    def pasang(self, objek: Any, relasi: str, nilai: Iterable[Mapping[str, Any]]) -> None:
        """Let `objek.<relasi>.all()` answer with these rows, as after a prefetch."""
        termuat, balik = getattr(objek, relasi).all(), objek._meta.get_field(relasi).field.name
        termuat._result_cache, termuat._prefetch_done = self.baca(nilai), True
        for satu in termuat:
            setattr(satu, balik, objek)
        tersimpan = getattr(objek, "_prefetched_objects_cache", {})
        objek._prefetched_objects_cache = tersimpan | {relasi: termuat}

    def _satu(self, baris: Mapping[str, Any]) -> Model:
        objek = _bangun(self.model, baris[SENDIRI])
        for nama in self.kaitan:
            lawan = self._lawan(nama)
            ada = baris[nama][lawan._meta.pk.attname] is not None
            setattr(objek, nama, _bangun(lawan, baris[nama]) if ada else None)
        for nama, bidang in self.tambahan.items():
            setattr(objek, nama, bidang.to_python(baris[TAMBAHAN][nama]))
        return objek

    def _lawan(self, nama: str) -> Any:
        return self.model._meta.get_field(nama).related_model


def _kolom(model: type[Model]) -> dict[str, "Field[Any, Any]"]:
    return {satu.attname: satu for satu in model._meta.concrete_fields if not satu.generated}


def _objek(kolom: Mapping[str, "Field[Any, Any]"], awalan: str = "") -> JSONObject:
    """Return a row as JSON. A decimal goes as text: a number of JSON would lose digits."""
    isi: dict[str, Any] = {nama: f"{awalan}{nama}" for nama in kolom}
    desimal = [nama for nama, satu in kolom.items() if isinstance(satu, DecimalField)]
    return JSONObject(**isi | {nama: Cast(isi[nama], TextField()) for nama in desimal})


def _bangun(model: type[Model], isi: Mapping[str, Any]) -> Model:
    """Return an object with its values in the order of the columns, as a read has them."""
    kolom = _kolom(model)
    nilai = [satu.to_python(isi[nama]) for nama, satu in kolom.items()]
    return model.from_db(DEFAULT_DB_ALIAS, list(kolom), nilai)
