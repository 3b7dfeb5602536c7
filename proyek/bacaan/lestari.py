"""Land, surroundings, upkeep and access of a project, as its page tells them."""

from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from proyek.models import Lestari, TujuanDesa

Q = TypeVar("Q", bound=QuerySet[Any])


def dengan_lestari(proyek: Q) -> Q:
    """Return projects with their `Lestari` and the names of its goals, in the same query."""
    tujuan = TujuanDesa.objects.filter(lestari=OuterRef("pk")).order_by("nomor")
    return proyek.select_related("lestari").annotate(
        nama_tujuan=ArraySubquery(tujuan.values("nama"))
    )


def lestari(proyek: Any) -> Lestari | None:
    """Return what was written about a project of `dengan_lestari`; None before anybody did."""
    ada: Lestari | None = getattr(proyek, "lestari", None)
    return ada
