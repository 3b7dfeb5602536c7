"""A kampung as a thing that people follow. They hear when it joins, and of acts on things that lead
to it."""

from typing import Any

from core.hal import JenisHal, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from warga.enums import Peran
from warga.laku import LAKU_KAMPUNG
from warga.models import Kampung

KANTOR: dict[str, str] = {Peran.STAF: "Kecamatan", Peran.ADMIN: "Kecamatan"}


def _tampilan(kampung: Kampung) -> Tampilan:
    return Tampilan(f"Kampung {kampung.nama}", kampung.get_absolute_url())


def _ucapan(jejak: Jejak, kampung: Kampung, orang: Any) -> Ucapan:
    return ucapkan(jejak, LAKU_KAMPUNG, Pembaca.UMUM, KANTOR)


HAL = JenisHal(
    nama="kampung",
    model=Kampung,
    kata="kampung",
    kunci="kode",
    alamat="slug",
    umum=Kampung.objects.all,
    baris=Kampung.objects.all,
    tampilan=_tampilan,
    ucapan=_ucapan,
)
