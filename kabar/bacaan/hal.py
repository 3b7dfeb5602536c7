"""News as a thing that people hear of: followers of its kampung, and its author of moderation."""

from typing import Any

from django.db.models import QuerySet

from core.hal import JenisHal, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from core.samar import samarkan
from kabar.laku import LAKU
from kabar.models import Kabar


def _milik(orang: Any) -> QuerySet[Kabar]:
    return Kabar.objects.filter(penulis=orang)


def _tampilan(kabar: Kabar) -> Tampilan:
    keterangan = f"{kabar.get_jenis_display()} · {kabar.dari}"
    return Tampilan(samarkan(kabar.judul), kabar.get_absolute_url(), keterangan)


def _ucapan(jejak: Jejak, kabar: Kabar, orang: Any) -> Ucapan:
    if kabar.penulis_id == orang.pk:
        sendiri = ucapkan(jejak, LAKU, Pembaca.PENGIRIM, {})
        return Ucapan(f"Kabar Anda {sendiri.kata.lower()}", alasan=samarkan(sendiri.alasan))
    return Ucapan(ucapkan(jejak, LAKU, Pembaca.UMUM, {}).kata)


HAL = JenisHal(
    nama="kabar",
    model=Kabar,
    kata="kabar",
    kunci="pk",
    umum=Kabar.objects.terbit,
    baris=Kabar.objects.untuk_kartu,
    tampilan=_tampilan,
    ucapan=_ucapan,
    kampung="kampung",
    penulis="penulis",
    milik=_milik,
)
