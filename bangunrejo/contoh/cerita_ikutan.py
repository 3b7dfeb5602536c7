"""Tells the supporters and followers of kiriman, and their notices."""

import datetime as dt
from collections.abc import Mapping

from aspirasi.models import Aspirasi
from aspirasi.services.ikut import dukung
from bangunrejo.contoh.data import DataIkutan
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.jejak.segel import segel_semua
from core.waktu import pada
from kabar.models import Pemberitahuan
from kabar.services.kabar import ikuti, tandai_dibaca
from kabar.services.penyebar import sebarkan
from proyek.models import Proyek
from warga.models import Kampung

SETENGAH_JAM = dt.timedelta(minutes=30)
# Notices older than this day of the story are read, whichever day of its week it is loaded on.
BARU_SEJAK = "2026-11-14"
# A kampung is there from the beginning; it is followed from this day on.
KAMPUNG_SEJAK = "2026-09-01"

Hal = Aspirasi | Proyek | Kampung


def ceritakan_ikutan(
    data: DataIkutan, hal: Mapping[str, Hal], orang: Orang, kalender: Kalender
) -> None:
    """Let one person support or follow a thing, half an hour after everybody could read it."""
    objek = hal[data.hal]
    with pada(_tampil_sejak(objek, kalender) + SETENGAH_JAM):
        if isinstance(objek, Aspirasi) and data.cara == "dukung":
            dukung(aspirasi=objek, oleh=orang[data.siapa])
        else:
            ikuti(objek=objek, oleh=orang[data.siapa])


def _tampil_sejak(objek: Hal, kalender: Kalender) -> dt.datetime:
    if isinstance(objek, Proyek):
        return objek.dibuat
    if isinstance(objek, Kampung):
        return kalender.saat(KAMPUNG_SEJAK)
    objek.refresh_from_db()
    if objek.diperiksa_pada is None:
        raise ValueError(f"{objek} belum tampil, jadi tidak dapat diikuti.")
    return objek.diperiksa_pada


def beri_tahu(kalender: Kalender) -> None:
    """Seal the story and tell the followers. They have read the old notices."""
    segel_semua()
    sebarkan()
    lama = Pemberitahuan.objects.filter(waktu__lt=kalender.saat(BARU_SEJAK))
    for satu in lama.select_related("pengguna"):
        if satu.pengguna:
            with pada(satu.waktu + SETENGAH_JAM):
                tandai_dibaca(pemberitahuan=satu, oleh=satu.pengguna)
