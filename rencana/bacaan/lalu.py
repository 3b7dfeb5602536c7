"""Rows of earlier plans that were not taken, and that no row of this plan brings back yet."""

from django.db.models import QuerySet

from rencana.models import BarisRencana, Rencana


def belum_kembali(rencana: Rencana) -> QuerySet[BarisRencana]:
    """Return the rows of this kampung and kind that come back for the year of this plan, or should
    have before, and whose project stands in no row of it."""
    lalu = BarisRencana.objects.tidak_diambil().filter(
        rencana__kampung=rencana.kampung_id,
        rencana__jenis=rencana.jenis,
        rencana__tahun__lt=rencana.tahun,
        kembali_tahun__lte=rencana.tahun,
    )
    ada = rencana.baris.values("proyek")
    segar = lalu.exclude(proyek__in=ada).filter(kembali__isnull=True)
    return segar.select_related("rencana__kampung", "proyek")
