"""Scores of the named team. Nobody reads those of one person."""

from collections.abc import Mapping

from django.db import transaction

from core.galat import TidakBisa
from musrenbang.bacaan.gerbang import lolos
from musrenbang.models import AnggotaTim, Kriteria, Nilai, Usulan
from musrenbang.services.persiapan import kunci
from warga.models import Pengguna

BUKAN_SAATNYA = "Penilaian belum dibuka, atau sudah ditutup karena rapat dimulai."
BUKAN_TIM = "Hanya anggota tim penilai yang menilai."
TAK_LOLOS = "Usulan ini belum memenuhi syarat, jadi tidak dinilai."
BELUM_LENGKAP = "Beri nilai untuk semua kriteria."


@transaction.atomic
def nilai(*, usulan: Usulan, angka: Mapping[Kriteria, int], oleh: Pengguna) -> None:
    """Store the scores of this member for one proposal, one for each criterion; again until the
    meeting. They leave no trail: it would tell who scored how.

    Raises TidakBisa outside the time of scoring, for anybody who is not of the team, for a proposal
    behind the gate, and when a criterion is missing.
    """
    musrenbang = kunci(usulan.musrenbang)
    if not musrenbang.menilai:
        raise TidakBisa(BUKAN_SAATNYA)
    anggota = AnggotaTim.objects.filter(musrenbang=musrenbang, pengguna=oleh).first()
    if anggota is None:
        raise TidakBisa(BUKAN_TIM)
    if usulan.ditarik or not lolos(usulan):
        raise TidakBisa(TAK_LOLOS)
    if {k.pk for k in angka} != set(musrenbang.kriteria.values_list("pk", flat=True)):
        raise TidakBisa(BELUM_LENGKAP)
    Nilai.objects.bulk_create(
        [Nilai(usulan=usulan, anggota=anggota, kriteria=k, angka=a) for k, a in angka.items()],
        update_conflicts=True,
        unique_fields=["usulan", "anggota", "kriteria"],
        update_fields=["angka"],
    )
