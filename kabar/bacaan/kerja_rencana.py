"""Work about plans: a draft that waits to be opened, and a plan that waits to be set."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core.hal import Tampilan
from kabar.alamat import BERANDA
from kabar.enums import Kerja
from rencana.alamat import alamat_kantor
from rencana.laku import Aksi
from rencana.models import Rencana
from rencana.rules import memutuskan
from warga.rules import adalah_aparat


def _menunggu(orang: Any) -> QuerySet[Rencana]:
    semua = Rencana.objects.all()
    if not (adalah_aparat(orang) and memutuskan(orang)):
        return semua.none()
    milik = semua.filter(kampung=orang.kampung_id)
    kunci = milik.siap_dibuka().values("pk").union(milik.siap_ditetapkan().values("pk"))
    return milik.filter(pk__in=kunci)


def _tampilan(rencana: Rencana) -> Tampilan:
    """It leads to the page on which the plan is opened and set."""
    alamat = alamat_kantor(rencana, "urus")
    return Tampilan(f"{rencana.sebutan} Kampung {rencana.kampung}", alamat)


PEKERJAAN: tuple[dict[str, Any], ...] = (
    {
        "jenis": Kerja.RENCANA,
        "hal": "rencana",
        "model": Rencana,
        "jejak": Rencana.jenis_jejak,
        "kunci": "pk",
        "kata": {
            Aksi.DISUSUN: "Rancangan menunggu Anda buka untuk warga",
            Aksi.BATAL_DIBUKA: "Rancangan menunggu Anda buka untuk warga",
            Aksi.DITUTUP: "Rencana menunggu Anda tetapkan",
        },
        "untuk": _menunggu,
        "terbaca": lambda orang: Rencana.objects.visible_to(orang),
        "baris": lambda: Rencana.objects.select_related("kampung"),
        "tampilan": _tampilan,
        "banyak": "Beberapa rencana menunggu Anda",
        "alamat": lambda: reverse(BERANDA),
        "kampung": "kampung",
        "sepekan": True,
    },
)
