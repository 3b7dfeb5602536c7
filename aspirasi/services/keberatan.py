"""Objections against a project. They are answered before a decision, which says how it considered
them.

Only objections that the kampung may read count: those that have reached it, and public ones from
elsewhere. A hidden keberatan holds up nothing, since a refused decision would betray it; the next
decision answers for it.
"""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from psycopg2.errorcodes import RESTRICT_VIOLATION

from aspirasi.enums import Jenis, Status
from aspirasi.models import Aspirasi, PertimbanganKeberatan
from aspirasi.sampai import SAMPAI, UNTUK_UMUM
from aspirasi.services.alur import kunci_bersama
from core.galat import TidakBisa
from proyek.models import Keputusan, Proyek
from proyek.services import catat_keputusan
from warga.models import Pengguna

# The trigger of migration 0014_lanjutan mirrors this, and it mirrors `terhadap`.
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
    sendiri = Q(kampung=proyek.kampung_id) & SAMPAI
    semua = Aspirasi.objects.filter(tentang, sendiri | UNTUK_UMUM, jenis=Jenis.KEBERATAN)
    hasil: QuerySet[Aspirasi] = semua.distinct().order_by("pk")
    return hasil


def belum_dijawab(proyek: Proyek) -> QuerySet[Aspirasi]:
    """Return objections that still wait for an answer: they hold up every decision about the
    project."""
    return terhadap(proyek).filter(status__in=BELUM_DIJAWAB)


def perlu_dipertimbangkan(proyek: Proyek) -> QuerySet[Aspirasi]:
    """Return objections that no decision has spoken of yet, whenever they came in or were opened to
    the kampung."""
    dibahas = PertimbanganKeberatan.objects.filter(keputusan__proyek=proyek)
    belum = terhadap(proyek).exclude(status__in=TIDAK_DIHITUNG)
    return belum.exclude(pk__in=dibahas.values("keberatan"))


def sama_menolak(aspirasi: Aspirasi, ke: Aspirasi) -> bool:
    """Return whether `ke` objects to every project that `aspirasi` objects to, so that a decision
    waits for it instead."""
    return ke.jenis == Jenis.KEBERATAN and _ditolak(aspirasi) <= _ditolak(ke)


def _ditolak(aspirasi: Aspirasi) -> set[int]:
    terhubung = set(aspirasi.tautan_proyek.values_list("proyek", flat=True))
    return terhubung | ({aspirasi.proyek_disebut_id} if aspirasi.proyek_disebut_id else set())


def pertimbangan_tentang(aspirasi: Aspirasi) -> list[PertimbanganKeberatan]:
    """Return what decisions said of this objection, oldest first, with each decision.

    Read it with the kiriman alone: a decision never names the objections that it took up.
    """
    if aspirasi.jenis != Jenis.KEBERATAN:
        return []
    return list(aspirasi.pertimbangan.select_related("keputusan").order_by("dibuat", "pk"))


@transaction.atomic
def putuskan(*, keputusan: Keputusan, pertimbangan: str, oleh: Pengguna, **lain: Any) -> Keputusan:
    """Enter an unsaved decision, with its words on the objections against its project.

    `lain` goes to `proyek.services.catat_keputusan`. Raises TidakBisa when an objection was
    not answered yet, when `pertimbangan` is missing, or for what that service refuses.
    """
    proyek, kata = keputusan.proyek, pertimbangan.strip()
    if proyek:  # a kiriman before its project: what it says of them points at both
        kunci_bersama(*perlu_dipertimbangkan(proyek))
    if proyek and (jumlah := belum_dijawab(proyek).count()):
        raise TidakBisa(
            f"Ada {jumlah} keberatan warga terhadap proyek ini yang belum dijawab. Jawab dulu "
            "di meja kerja, baru keputusannya dapat dicatat."
        )
    dibahas = list(perlu_dipertimbangkan(proyek)) if proyek else []
    if dibahas and not kata:
        raise TidakBisa("Tulis bagaimana keberatan warga dipertimbangkan dalam keputusan ini.")
    keputusan = _catat(keputusan, oleh, **lain)
    if kata:
        baru = PertimbanganKeberatan.objects.create(keputusan=keputusan, isi=kata)
        baru.keberatan.set(dibahas)
    return keputusan


def _catat(keputusan: Keputusan, oleh: Pengguna, **lain: Any) -> Keputusan:
    """Enter it. The database finds an objection that came in at this very moment."""
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
