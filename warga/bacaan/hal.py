"""A kampung as a thing that people follow. It has no trail: its followers hear of acts on things
that lead to it."""

from core.hal import JenisHal, Tampilan
from warga.models import Kampung


def _tampilan(kampung: Kampung) -> Tampilan:
    return Tampilan(f"Kampung {kampung.nama}", kampung.get_absolute_url())


HAL = JenisHal(
    nama="kampung",
    model=Kampung,
    kata="kampung",
    alamat="slug",
    umum=Kampung.objects.all,
    baris=Kampung.objects.all,
    tampilan=_tampilan,
)
