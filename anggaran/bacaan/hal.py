"""Published budgets as things that followers of their kampung are told of."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from anggaran.laku import LAKU
from anggaran.models import AnggaranKampung
from core.hal import JenisHal, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from proyek.bacaan.garis_waktu import KANTOR


def _baris() -> QuerySet[AnggaranKampung]:
    return AnggaranKampung.objects.select_related("kampung")


def _tampilan(anggaran: AnggaranKampung) -> Tampilan:
    judul = f"{anggaran.sebutan} Kampung {anggaran.kampung}"
    return Tampilan(judul, anggaran.get_absolute_url())


def _ucapan(jejak: Jejak, anggaran: AnggaranKampung, orang: Any) -> Ucapan:
    dasar = ucapkan(jejak, LAKU, Pembaca.UMUM, KANTOR)
    ke = (jejak.isi.rincian or {}).get("ke")
    return replace(dasar, kata=f"{dasar.kata}: {ke}" if ke else dasar.kata)


# Nobody follows one by itself: each version is another row.
HAL = JenisHal(
    nama="anggaran",
    model=AnggaranKampung,
    kata="anggaran kampung",
    kunci="pk",
    umum=AnggaranKampung.objects.terbit,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
    kampung="kampung",
)
