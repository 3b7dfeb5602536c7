"""Tells the supporters and followers of kiriman, and their notices."""

import datetime as dt

from aspirasi.services.ikut import dukung
from aspirasi.services.kiriman import Terkirim
from bangunrejo.contoh.data import DataIkutan
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.jejak.segel import segel_semua
from core.waktu import pada
from kabar.models import Pemberitahuan
from kabar.services.kabar import ikuti, tandai_dibaca
from kabar.services.penyebar import sebarkan

SETENGAH_JAM = dt.timedelta(minutes=30)
# Notices older than this day of the story are read, whichever day of its week it is loaded on.
BARU_SEJAK = "2026-11-14"


def ceritakan_ikutan(data: DataIkutan, terkirim: dict[str, Terkirim], orang: Orang) -> None:
    """Let one person support or follow a kiriman, half an hour after it was shown."""
    aspirasi = terkirim[data.kiriman].aspirasi
    aspirasi.refresh_from_db()
    if aspirasi.diperiksa_pada is None:
        raise ValueError(f"{data.kiriman} belum tampil, jadi tidak dapat diikuti.")
    with pada(aspirasi.diperiksa_pada + SETENGAH_JAM):
        if data.cara == "dukung":
            dukung(aspirasi=aspirasi, oleh=orang[data.siapa])
        else:
            ikuti(objek=aspirasi, oleh=orang[data.siapa])


def beri_tahu(kalender: Kalender) -> None:
    """Seal the story and tell the followers. They have read the old notices."""
    segel_semua()
    sebarkan()
    lama = Pemberitahuan.objects.filter(waktu__lt=kalender.saat(BARU_SEJAK))
    for satu in lama.select_related("pengguna"):
        if satu.pengguna:
            with pada(satu.waktu + SETENGAH_JAM):
                tandai_dibaca(pemberitahuan=satu, oleh=satu.pengguna)
