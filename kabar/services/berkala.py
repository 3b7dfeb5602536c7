"""Periodic work of kabar beside telling people (`penyebar`, `rangkuman`)."""

import datetime as dt

from django.db.models import Q

from core.waktu import sekarang
from kabar.models import Pemberitahuan

SIMPAN_DIBACA = dt.timedelta(days=365)
# Notices of anyone who never reads would slow their own pages down for ever.
SIMPAN_BELUM_DIBACA = dt.timedelta(days=2 * 365)
SIMPAN_KAMPUNG = dt.timedelta(days=90)


def rapikan() -> int:
    """Remove notices that were read over a year ago, unread ones after two years, and those of a
    kampung after ninety days; return how many (a periodic job)."""
    kini = sekarang()
    # A row for a kampung goes before the row of anyone who read it, so that it never comes back
    # as unread.
    kampung = Q(kampung__isnull=False, waktu__lt=kini - SIMPAN_KAMPUNG)
    dibaca = Q(dibaca_pada__lt=kini - SIMPAN_DIBACA)
    belum = Q(dibaca_pada__isnull=True, waktu__lt=kini - SIMPAN_BELUM_DIBACA)
    lama = Pemberitahuan.objects.filter(dibaca | belum | kampung)
    return lama.delete()[0]
