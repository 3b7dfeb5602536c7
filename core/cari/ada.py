"""Whether a question has a row, asked so that PostgreSQL plans it once."""

from typing import Any

from django.db.models import QuerySet, Subquery
from django.db.models.lookups import IsNull


def ada(baris: QuerySet[Any]) -> IsNull:
    """Return the condition that `baris` has a row, as `Exists` does.

    PostgreSQL plans every EXISTS that stands in a choice (OR) twice: row by row, and hashed. Where
    many stand in a question that each page asks, planning is most of its price. This form is
    planned once, and asked row by row over an index.
    """
    return IsNull(Subquery(baris.order_by().values("pk")[:1]), False)
