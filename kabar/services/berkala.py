"""Periodic work of kabar beside telling people (`penyebar`, `rangkuman`)."""

import datetime as dt

from django.db.models import Q

from core.waktu import sekarang
from kabar.models import Pemberitahuan

SIMPAN = dt.timedelta(days=365)


def rapikan() -> int:
    """Remove notices that were read over a year ago, and those of a kampung that are as old;
    return how many (a periodic job)."""
    batas = sekarang() - SIMPAN
    # A row for a kampung is never younger than the row of anyone who read it, so that it never
    # comes back as unread.
    lama = Q(dibaca_pada__lt=batas) | Q(kampung__isnull=False, waktu__lt=batas)
    return Pemberitahuan.objects.filter(lama).delete()[0]
