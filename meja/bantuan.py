"""People whom a fasilitator helped: kiriman that were sent for others, and codes handed out."""

import datetime as dt
from typing import Any

from django.db.models import Count

from aspirasi.enums import Jangkauan, Status, Tentang
from aspirasi.models import Aspirasi
from core.waktu import sekarang
from warga.models import KodeCetak, Pengguna

SEBULAN = dt.timedelta(days=30)
SEKILAS = 5


def dibantu(oleh: Pengguna) -> list[Aspirasi]:
    """Return the newest kiriman that this person sent for others and that are still there; one
    query. `dibaca` says whether their words may stand here: everybody reads them. `berkabar` says
    whether their state may: not of those for the kecamatan alone. `baru` says that it waits for
    its first look."""
    milik = Aspirasi.objects.filter(pengirim__lewat=oleh.pk, dihapus_pada__isnull=True)
    ada = milik.exclude(status=Status.DITARIK).dengan_keadaan()
    semua = list(ada.order_by("-dibuat", "-pk")[:SEKILAS])
    for satu in semua:
        rahasia = satu.jangkauan == Jangkauan.KECAMATAN or satu.tentang != Tentang.TIDAK
        satu.dibaca, satu.berkabar = satu.terbit, not rahasia
        satu.baru = satu.berkabar and satu.status == Status.DIAJUKAN
    return semua


def kode_diberi(oleh: Pengguna) -> dict[str, Any]:
    """Return how many activation codes this person gave within a month (`diberi`), and how many of
    them were used (`dipakai`); one query."""
    milik = KodeCetak.objects.aktivasi().filter(oleh=oleh.pk, dibuat__gte=sekarang() - SEBULAN)
    return milik.aggregate(diberi=Count("pk"), dipakai=Count("dipakai_pada"))
