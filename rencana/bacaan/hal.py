"""Plans as things that people follow and are told of."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from core.hal import JenisHal, Serta, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from proyek.bacaan.garis_waktu import KANTOR
from rencana.bacaan.halaman import NADA
from rencana.laku import LAKU
from rencana.models import DukunganBaris, Rencana


def _baris() -> QuerySet[Rencana]:
    return Rencana.objects.select_related("kampung")


def _tampilan(rencana: Rencana) -> Tampilan:
    return Tampilan(
        f"{rencana.sebutan} Kampung {rencana.kampung}",
        rencana.get_absolute_url(),
        lencana=rencana.get_status_display(),
        nada=NADA.get(rencana.status, "netral"),
    )


def _ucapan(jejak: Jejak, rencana: Rencana, orang: Any) -> Ucapan:
    dasar = ucapkan(jejak, LAKU, Pembaca.UMUM, KANTOR)
    ke = (jejak.isi.rincian or {}).get("ke")
    return replace(dasar, kata=f"{dasar.kata}: {ke}" if ke else dasar.kata)


# Followers of the plan, and supporters of its rows, hear of each public act; those of its kampung,
# when it opens and is set.
HAL = JenisHal(
    nama="rencana",
    model=Rencana,
    kata="rencana kampung",
    kunci="pk",
    alamat="pk",
    umum=Rencana.objects.umum,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
    kampung="kampung",
    serta=Serta(
        semua=DukunganBaris.objects.all,
        objek="baris__rencana",
        pengguna="pengguna",
        sejak="dibuat",
        kata="Anda dukung",
        tetap="Dukungan, bila ada, tetap tercatat.",
    ),
)
