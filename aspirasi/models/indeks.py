"""Indexes of kiriman. Each serves a list that was measured."""

import datetime as dt

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    STATUS_PERLU_JAWABAN,
    STATUS_TERTUTUP,
    Jangkauan,
    Status,
)
from aspirasi.sampai import UNTUK_UMUM

# `batas` of a desk (`AspirasiQuerySet.milik_dulu`): the due day, the end of time without one.
_BATAS = Coalesce("tenggat", Value(dt.date.max))

INDEKS: list[models.Index] = [
    GinIndex(fields=["vektor"], name="aspirasi_vektor"),
    # With a waiting list, every lookup would read all rows that wait to be indexed.
    GinIndex(fields=["pokok"], name="aspirasi_pokok", fastupdate=False),
    models.Index(
        fields=["-dibuat", "-id"],
        name="aspirasi_terbit",
        condition=UNTUK_UMUM,
    ),
    models.Index(fields=["-dibuat", "-id"], name="aspirasi_terbaru"),
    # The index for public things around a point of the map.
    models.Index(
        fields=["lintang", "bujur"],
        name="aspirasi_tempat_umum",
        condition=Q(tempat_umum=True, jangkauan=Jangkauan.PUBLIK, nomor__isnull=False),
    ),
    models.Index(fields=["kampung", "-dibuat", "-id"], name="aspirasi_per_kampung"),
    models.Index(
        fields=["-dibuat", "-id"],
        name="aspirasi_bahaya",
        condition=Q(bahaya=True) & ~Q(status__in=STATUS_TERTUTUP),
    ),
    models.Index(
        fields=["-dibuat", "-id"],
        name="aspirasi_perlu_jawaban",
        condition=Q(status__in=STATUS_PERLU_JAWABAN),
    ),
    models.Index(
        fields=["tenggat"],
        name="aspirasi_tenggat",
        condition=~Q(status__in=STATUS_TERTUTUP),
    ),
    models.Index(
        fields=["-dibuat", "-id"],
        name="aspirasi_belum_diperiksa",
        condition=Q(status__in=STATUS_BELUM_DIPERIKSA),
    ),
    # The order of a desk by due day.
    models.Index(_BATAS, "id", name="aspirasi_batas"),
    models.Index("kampung", _BATAS, "id", name="aspirasi_batas_kampung"),
    # The queues "Menunggu saya": one comparison with today each.
    models.Index(
        fields=["menunggu_kecamatan_sejak"],
        name="aspirasi_giliran_kecamatan",
        condition=Q(menunggu_kecamatan_sejak__isnull=False),
    ),
    models.Index(
        fields=["kampung", "menunggu_kampung_sejak"],
        name="aspirasi_giliran_kampung",
        condition=Q(menunggu_kampung_sejak__isnull=False),
    ),
    # The few that were erased; questions to kampung about them are looked at again.
    models.Index(fields=["id"], name="aspirasi_dihapus", condition=Q(dihapus_pada__isnull=False)),
    models.Index(
        fields=["ditutup_pada"],
        name="aspirasi_belum_ditanya",
        condition=Q(status=Status.SELESAI, ditanya_pada__isnull=True),
    ),
    # Punctuality of a year is counted from this index alone.
    models.Index(
        fields=["dibuat"],
        include=["kampung", "status", "janji", "diperiksa_tepat", "dijawab_tepat"],
        name="aspirasi_ketepatan",
        condition=Q(jangkauan=Jangkauan.PUBLIK, nomor__isnull=False, dihapus_pada__isnull=True),
    ),
    # The index for the time that the newest first looks took.
    models.Index(
        fields=["-diperiksa_pada"],
        include=["dibuat", "status"],
        name="aspirasi_lama_periksa",
        condition=Q(
            jangkauan=Jangkauan.PUBLIK,
            nomor__isnull=False,
            diperiksa_pada__isnull=False,
        ),
    ),
]
