"""Public kiriman that projects answer, counted."""

from collections.abc import Iterable

from django.db.models import Count

from aspirasi.models import TautanProyek
from proyek.models import Proyek


def kiriman_terhubung(proyek: Iterable[Proyek]) -> dict[int, int]:
    """Return how many public kiriman each of these projects answers, by its key, in one query."""
    tautan = TautanProyek.objects.terbit().filter(proyek__in=[satu.pk for satu in proyek])
    jumlah = tautan.order_by().values("proyek").annotate(jumlah=Count("aspirasi", distinct=True))
    return {baris["proyek"]: baris["jumlah"] for baris in jumlah}
