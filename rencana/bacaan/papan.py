"""The board of the planning year: what is open now, what comes next, and where each kampung is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import rules

from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini
from rencana.alamat import alamat_kantor
from rencana.bacaan.siklus import Langkah, langkah_tahun
from rencana.enums import JenisRencana, StatusRencana
from rencana.models import Masa, Rencana
from warga.models import Kampung

BELUM_ADA = "belum ada rancangan"
BELUM_BERGABUNG = "belum bergabung dengan portal"


@dataclass(frozen=True)
class Keadaan:
    """The plan of one kind of a kampung, in a phrase; `rencana` is None where none is public."""

    kata: str
    rencana: Rencana | None = None


@dataclass(frozen=True)
class BarisKampung:
    """One kampung with its two lists. `hari_lain` are its own days, with their reasons."""

    kampung: Kampung
    rkp: Keadaan
    usulan: Keadaan
    hari_lain: list[Masa]


def tahun_kini() -> int:
    """Return the newest year whose planning runs today, as the table says; else next year."""
    hari = hari_ini()
    jalan = Masa.objects.filter(kampung=None, buka__lte=hari, tutup__gte=hari)
    tahun = jalan.order_by("-tahun").values_list("tahun", flat=True).first()
    return tahun or hari.year + 1


def tahun_ada(kini: int) -> list[int]:
    """Return the years that have days or public plans, the newest first; one query."""
    masa = Masa.objects.values_list("tahun")
    ada = masa.union(Rencana.objects.umum().values_list("tahun"))
    return sorted({kini, *(satu for (satu,) in ada)}, reverse=True)


def berikutnya(langkah: Iterable[Langkah]) -> Langkah | None:
    """Return the first step that is still to begin."""
    return next((satu for satu in langkah if not (satu.kini or satu.lewat)), None)


def per_kampung(tahun: int) -> list[BarisKampung]:
    """Return every kampung by its name, with its public plans and own days; three queries."""
    rencana = {(r.kampung_id, r.jenis): r for r in _rencana(tahun)}
    lain: dict[int | None, list[Masa]] = {}
    for masa in Masa.objects.filter(tahun=tahun, kampung__isnull=False).order_by("buka"):
        lain.setdefault(masa.kampung_id, []).append(masa)
    return [
        BarisKampung(
            satu,
            _keadaan(satu, rencana.get((satu.pk, JenisRencana.RKP))),
            _keadaan(satu, rencana.get((satu.pk, JenisRencana.DU_RKP))),
            lain.get(satu.pk, []),
        )
        for satu in Kampung.objects.order_by("contoh", "nama")
    ]


def draf_terbaca(orang: Any, tahun: int) -> list[tuple[Rencana, str]]:
    """Return the drafts of a year that this person may read, each with its page of the office; no
    query for anybody who reads none."""
    if not rules.has_perm("rencana.lihat_draf", orang):
        return []
    semua = Rencana.objects.visible_to(orang).filter(tahun=tahun, status=StatusRencana.DRAF)
    return [
        (satu, alamat_kantor(satu, "urus"))
        for satu in semua.select_related("kampung").order_by("kampung__nama", "-jenis")
    ]


def _rencana(tahun: int) -> Iterable[Rencana]:
    return Rencana.objects.umum().filter(tahun=tahun).select_related("kampung")


def _keadaan(kampung: Kampung, rencana: Rencana | None) -> Keadaan:
    if rencana is None:
        ikut = kampung.bergabung or kampung.contoh
        return Keadaan(BELUM_ADA if ikut else BELUM_BERGABUNG)
    if rencana.dapat_ditanya:
        return Keadaan(f"dibuka sampai {tanggal(rencana.tanya_sampai)}", rencana)
    if rencana.status == StatusRencana.DITETAPKAN:
        return Keadaan("sudah ditetapkan", rencana)
    return Keadaan("masa tanya selesai, menunggu ditetapkan", rencana)


def langkah_papan(tahun: int) -> dict[str, object]:
    """Return the steps of a year, with what runs now and what comes next."""
    semua = langkah_tahun(tahun)
    return {
        "langkah": semua,
        "kini": [satu for satu in semua if satu.kini],
        "berikut": berikutnya(semua),
    }
