"""How ready the proposals of each kampung are for the meeting."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from musrenbang.bacaan.gerbang import halangan
from musrenbang.models import Musrenbang, Usulan
from rencana.enums import JenisRencana
from rencana.models import BarisRencana
from warga.models import Kampung


@dataclass(frozen=True)
class Siap:
    """One kampung (None: the kecamatan) with its proposals and what each lacks; `baris` are the
    rows of its DU-RKP that it could still take along."""

    kampung: Kampung | None
    usulan: list[tuple[Usulan, list[str]]]
    baris: list[BarisRencana]

    @property
    def lolos(self) -> int:
        return sum(not kurang for _, kurang in self.usulan)

    @property
    def nama(self) -> str:
        return f"Kampung {self.kampung}" if self.kampung else "Kecamatan"


def siap_per_kampung(musrenbang: Musrenbang, kampung: Kampung | None = None) -> list[Siap]:
    """Return all kampung and the kecamatan, or one kampung alone. Three queries."""
    usulan = musrenbang.usulan.berdiri().untuk_kartu()
    baris = _sisa_du_rkp(musrenbang)
    tempat: list[Kampung | None] = [kampung]
    if kampung:
        usulan, baris = usulan.filter(kampung=kampung), baris.filter(rencana__kampung=kampung)
    else:
        tempat = [*Kampung.objects.order_by("contoh", "nama"), None]
    milik: dict[int | None, list[tuple[Usulan, list[str]]]] = defaultdict(list)
    for satu in usulan:
        milik[satu.kampung_id].append((satu, halangan(satu)))
    sisa: dict[int | None, list[BarisRencana]] = defaultdict(list)
    for satu_baris in baris:
        sisa[satu_baris.rencana.kampung_id].append(satu_baris)
    kunci = [(k, k.pk if k else None) for k in tempat]
    return [Siap(k, milik[pk], sisa[pk]) for k, pk in kunci]


def _sisa_du_rkp(musrenbang: Musrenbang) -> QuerySet[BarisRencana]:
    """Return public rows of DU-RKP that no proposal of this musrenbang came from."""
    sudah = musrenbang.usulan.berdiri().filter(baris__isnull=False).values("baris")
    semua = BarisRencana.objects.umum().untuk_kartu()
    return semua.filter(rencana__jenis=JenisRencana.DU_RKP).exclude(pk__in=sudah)
