"""Periodic work of kabar beside telling people (`penyebar`, `rangkuman`)."""

import datetime as dt

from django.db.models import Q

from core.waktu import sekarang
from kabar.models import Pemberitahuan

SIMPAN_DIBACA = dt.timedelta(days=365)
SIMPAN_KAMPUNG = dt.timedelta(days=90)


def rapikan() -> int:
    """Remove notices that were read over a year ago, and those of a kampung after ninety days;
    return how many (a periodic job)."""
    kini = sekarang()
    # A row for a kampung goes before the row of anyone who read it, so that it never comes back
    # as unread.
    kampung = Q(kampung__isnull=False, waktu__lt=kini - SIMPAN_KAMPUNG)
    lama = Pemberitahuan.objects.filter(Q(dibaca_pada__lt=kini - SIMPAN_DIBACA) | kampung)
    return lama.delete()[0]
