"""Objections against a plan and its rows, that the decision over it is to speak of."""

from collections import defaultdict

from django.db.models import Q, QuerySet

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi, PertimbanganKeberatan, TautanProyek
from aspirasi.sampai import SAMPAI, UNTUK_UMUM
from aspirasi.services.keberatan import BELUM_DIJAWAB, TIDAK_DIHITUNG
from rencana.models import Rencana


def _terbaca(rencana: Rencana) -> QuerySet[Aspirasi]:
    """Return the objections that this kampung may read."""
    sendiri = Q(kampung=rencana.kampung_id) & SAMPAI
    semua = Aspirasi.objects.filter(sendiri | UNTUK_UMUM, jenis=Jenis.KEBERATAN)
    return semua.exclude(status__in=TIDAK_DIHITUNG)


def tentang_rencana(rencana: Rencana) -> QuerySet[Aspirasi]:
    """Return the objections against the plan as a whole, and against what stands in no row of it
    any more."""
    semua = _terbaca(rencana).filter(tautan_rencana__rencana=rencana)
    return semua.exclude(proyek_disebut__in=rencana.baris.values("proyek")).order_by("pk")


def per_proyek(rencana: Rencana) -> dict[int, list[Aspirasi]]:
    """Return, by the key of a project, the objections against it that its next decision is to
    speak of (`aspirasi.services.keberatan.perlu_dipertimbangkan`); four queries for any number of
    rows."""
    proyek = list(rencana.baris.values_list("proyek", flat=True))
    hasil: dict[int, list[Aspirasi]] = defaultdict(list)
    pasangan = set(_pasangan(rencana, proyek))
    dibahas = set(
        PertimbanganKeberatan.objects.filter(
            keputusan__proyek__in=proyek, keputusan__umum=True, keberatan__isnull=False
        ).values_list("keberatan", "keputusan__proyek")
    )
    semua = _terbaca(rencana).in_bulk({satu for satu, _ in pasangan})
    for kunci, milik in sorted(pasangan):
        satu = semua.get(kunci)
        baru = (kunci, milik) not in dibahas
        if satu and (baru or satu.status in BELUM_DIJAWAB):
            hasil[milik].append(satu)
    return dict(hasil)


def _pasangan(rencana: Rencana, proyek: list[int]) -> list[tuple[int, int]]:
    """Return (objection, project) for all that name or answer one of these projects."""
    disebut = Aspirasi.objects.filter(jenis=Jenis.KEBERATAN, proyek_disebut__in=proyek)
    terhubung = TautanProyek.objects.filter(proyek__in=proyek, aspirasi__jenis=Jenis.KEBERATAN)
    return [
        *disebut.values_list("pk", "proyek_disebut"),
        *terhubung.values_list("aspirasi", "proyek"),
    ]
