"""Which kiriman is about a plan or a row, as its sender came from that page."""

from functools import partial
from typing import Any

from aspirasi.bacaan.rujukan import Rujukan
from aspirasi.models import Aspirasi
from rencana.models import BarisRencana, Rencana, TautanRencana


def cari_rencana(nilai: str, kunci: str) -> Rujukan | None:
    """Return the public plan with this key, for the form of a new kiriman."""
    rencana = Rencana.objects.umum().select_related("kampung").filter(pk=_angka(kunci)).first()
    if rencana is None:
        return None
    kata = f"{rencana.sebutan} Kampung {rencana.kampung}"
    sambung = partial(_sambung, rencana=rencana)
    return Rujukan(nilai, rencana.kampung, kata, rencana.get_absolute_url(), sambung)


def cari_baris(nilai: str, kunci: str) -> Rujukan | None:
    """Return the row with this key of a public plan. The kiriman names its project, too."""
    baris = BarisRencana.objects.umum().untuk_kartu().filter(pk=_angka(kunci)).first()
    if baris is None:
        return None
    rencana = baris.rencana
    kata = f"“{baris.proyek.judul}” dalam {rencana.sebutan} Kampung {rencana.kampung}"
    sambung = partial(_sambung, rencana=rencana, baris=baris)
    alamat = baris.get_absolute_url()
    return Rujukan(nilai, rencana.kampung, kata, alamat, sambung, proyek=baris.proyek)


def _angka(kunci: str) -> int:
    """Return the number in an address; one that the database cannot hold finds nothing."""
    return int(kunci) if len(kunci) < 15 else 0


def _sambung(aspirasi: Aspirasi, *, rencana: Rencana, baris: BarisRencana | None = None) -> Any:
    return TautanRencana.objects.create(aspirasi=aspirasi, rencana=rencana, baris=baris)
