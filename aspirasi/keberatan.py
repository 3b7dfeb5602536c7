"""Objections against a project: answered before a decision about it, which says how.

Only what the kampung may read itself counts. A keberatan for the kecamatan alone holds up
nothing, since a decision that is refused would betray it.
"""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from psycopg2.errorcodes import RESTRICT_VIOLATION

from aspirasi.enums import Jangkauan, Jenis, Status
from aspirasi.models import Aspirasi, PertimbanganKeberatan
from core.galat import TidakBisa
from proyek.models import Keputusan, Proyek
from proyek.services import catat_keputusan
from warga.models import Pengguna

# Mirrored in the trigger of migration 0008_keberatan.
BELUM_DIJAWAB = (
    Status.DIAJUKAN,
    Status.PERLU_PERBAIKAN,
    Status.DIVERIFIKASI,
    Status.DITERUSKAN,
    Status.DIPROSES,
    Status.MENUNGGU_INSTANSI,
    Status.DIBUKA_KEMBALI,
)
TIDAK_DIHITUNG = (Status.DITARIK, Status.DIGABUNG)


def terhadap(proyek: Proyek) -> QuerySet[Aspirasi]:
    """Return the objections against this project that its kampung may read."""
    tentang = Q(proyek_disebut=proyek) | Q(tautan_proyek__proyek=proyek)
    semua: QuerySet[Aspirasi] = Aspirasi.objects.filter(
        tentang, jenis=Jenis.KEBERATAN, kampung=proyek.kampung_id
    )
    return semua.exclude(jangkauan=Jangkauan.KECAMATAN).distinct().order_by("pk")


def belum_dijawab(proyek: Proyek) -> QuerySet[Aspirasi]:
    """Return those that still wait for an answer: they hold up every decision about it."""
    return terhadap(proyek).filter(status__in=BELUM_DIJAWAB)


def perlu_dipertimbangkan(proyek: Proyek) -> bool:
    """Whether there are objections that no decision has spoken of yet."""
    terakhir = PertimbanganKeberatan.objects.filter(keputusan__proyek=proyek).order_by("-dibuat")
    sejak = terakhir.values_list("dibuat", flat=True).first()
    keberatan = terhadap(proyek).exclude(status__in=TIDAK_DIHITUNG)
    return (keberatan.filter(dibuat__gt=sejak) if sejak else keberatan).exists()


@transaction.atomic
def putuskan(*, keputusan: Keputusan, pertimbangan: str, oleh: Pengguna, **lain: Any) -> Keputusan:
    """Enter an unsaved decision, with how it took up the objections against its project.

    `lain` goes to `proyek.services.catat_keputusan`. Raises TidakBisa when an objection was
    not answered yet, when `pertimbangan` is missing, or for what that service refuses.
    """
    proyek = keputusan.proyek
    if proyek and (jumlah := belum_dijawab(proyek).count()):
        raise TidakBisa(
            f"Ada {jumlah} keberatan warga terhadap proyek ini yang belum dijawab. Jawab dulu "
            "di meja kerja, baru keputusannya dapat dicatat."
        )
    if proyek and perlu_dipertimbangkan(proyek) and not pertimbangan.strip():
        raise TidakBisa("Tulis bagaimana keberatan warga dipertimbangkan dalam keputusan ini.")
    keputusan = _catat(keputusan, oleh, **lain)
    if pertimbangan.strip():
        PertimbanganKeberatan.objects.create(keputusan=keputusan, isi=pertimbangan.strip())
    return keputusan


def _catat(keputusan: Keputusan, oleh: Pengguna, **lain: Any) -> Keputusan:
    """Enter it; an objection that came in this very moment is found by the database."""
    try:
        with transaction.atomic():
            return catat_keputusan(keputusan=keputusan, oleh=oleh, **lain)
    except IntegrityError as galat:
        if getattr(galat.__cause__, "pgcode", "") != RESTRICT_VIOLATION:
            raise
        raise TidakBisa(
            "Baru saja masuk keberatan warga terhadap proyek ini. Jawab dulu di meja kerja, baru "
            "keputusannya dapat dicatat."
        ) from galat
