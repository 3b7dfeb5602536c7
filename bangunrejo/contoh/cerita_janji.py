"""Tells the promises: one kept, one missed, one put off."""

import datetime as dt

from django.utils import timezone

from aspirasi.models import Aspirasi
from aspirasi.services.foto_jawaban import FotoBaru
from aspirasi.services.janji import janjikan, tagih
from aspirasi.services.jawab import tanggapi, tunda
from aspirasi.services.kiriman import nyatakan_beres
from bangunrejo.contoh.data import DataJanji
from bangunrejo.contoh.gambar import foto_contoh
from bangunrejo.contoh.waktu import Kalender
from core.berkas.kamar_gelap import latar
from core.berkas.simpan import simpan_foto
from core.waktu import pada
from warga.models import Pengguna

DUA_HARI = dt.timedelta(days=2)
SORE, PAGI = 15, 7


def ceritakan_janji(
    aspirasi: Aspirasi, janji: DataJanji, jawaban: str, oleh: Pengguna, kalender: Kalender
) -> None:
    """Answer with a promise, now, and tell what became of it."""
    sampai = kalender.tanggal(janji.sampai)
    janjikan(aspirasi=aspirasi, isi=jawaban, sampai=sampai, oleh=oleh)
    if janji.tepati:
        _tepati(aspirasi, janji, oleh, kalender)
    elif janji.tunda:
        with pada(_sesudah(janji.tunda, kalender)):
            baru = kalender.tanggal(janji.tunda_ke)
            tunda(aspirasi=aspirasi, sampai=baru, alasan=janji.alasan, oleh=oleh)
    else:
        with pada(kalender.saat(janji.sampai, PAGI) + dt.timedelta(days=1)):
            tagih(aspirasi.acuan.hex)


def _tepati(aspirasi: Aspirasi, janji: DataJanji, oleh: Pengguna, kalender: Kalender) -> None:
    selesai = _sesudah(janji.tepati, kalender)
    berkas = [simpan_foto(foto_contoh(janji.gambar), latar())] if janji.gambar else []
    with pada(selesai):
        foto = FotoBaru(berkas)
        tanggapi(aspirasi=aspirasi, isi=janji.selesai, oleh=oleh, foto=foto)
    with pada(selesai + DUA_HARI):
        nyatakan_beres(aspirasi=aspirasi)


def _sesudah(teks: str, kalender: Kalender) -> dt.datetime:
    """Return the afternoon of the next day on which officials act."""
    (hari,) = kalender.hari_langkah(kalender.tanggal(teks), 1)
    return timezone.make_aware(dt.datetime.combine(hari, dt.time(SORE)))
