"""The things that a person follows. Nobody else may ask."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Value

from core.hal import JenisHal, Serta
from kabar.bacaan.jenis import jenis_dari
from kabar.models import Ikutan
from warga.models import Pengguna


def diikuti(jenis: JenisHal, orang: Pengguna) -> QuerySet[Any]:
    """Return the things of one kind that this person follows and everybody may read.

    `serta` is true where they follow without having pressed anything. One query, with what a row
    shows.
    """
    kata = Ikutan.objects.filter(pengguna=orang, **{f"hal__{jenis.nama}__isnull": False})
    ya = kata.filter(aktif=True).values(f"hal__{jenis.nama}")
    semua = jenis.baris().filter(pk__in=jenis.umum().values("pk"))
    if jenis.serta is None:
        return semua.filter(pk__in=ya).annotate(serta=Value(False))
    serta = _serta(jenis.serta, orang)
    tidak = kata.filter(aktif=False).values(f"hal__{jenis.nama}")
    tetap = serta.exclude(**{f"{jenis.serta.objek}__in": tidak}).values(jenis.serta.objek)
    sendiri = Exists(serta.filter(**{jenis.serta.objek: OuterRef("pk")}))
    return semua.filter(pk__in=ya.union(tetap)).annotate(serta=sendiri)


def mengikuti(objek: Any, orang: Pengguna, serta: bool | None = None) -> bool:
    """Return whether this person follows the thing.

    `serta` says that they do without having pressed anything, if the caller knows. Otherwise it
    costs one query more for a kind with such people.
    """
    jenis = jenis_dari(objek)
    kata = Ikutan.objects.filter(pengguna=orang, **{f"hal__{jenis.nama}": objek})
    pilihan = kata.values_list("aktif", flat=True).first()
    if pilihan is not None:
        return pilihan
    if serta is not None or jenis.serta is None:
        return bool(serta)
    return _serta(jenis.serta, orang).filter(**{jenis.serta.objek: objek.pk}).exists()


def _serta(serta: Serta, orang: Pengguna) -> QuerySet[Any]:
    return serta.semua().filter(**{serta.pengguna: orang}).order_by()
