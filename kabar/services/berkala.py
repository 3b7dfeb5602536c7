"""Periodic work of kabar beside telling people (`penyebar`, `rangkuman`)."""

import datetime as dt

from core.waktu import sekarang
from kabar.models import Pemberitahuan

SIMPAN_DIBACA = dt.timedelta(days=365)


def rapikan() -> int:
    """Remove notices that were read over a year ago; return how many (a periodic job)."""
    lama = Pemberitahuan.objects.filter(dibaca_pada__lt=sekarang() - SIMPAN_DIBACA)
    return lama.delete()[0]
