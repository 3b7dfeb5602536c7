"""Objections against a project. A decision says how it treated them, answered or not.

An objection is looked at and answered by its own clock, on its own desk. Nobody's unread words hold
up a decision: whoever decides before the answer says so in words that everyone reads, its sender
is told, and it still waits for its answer. Only objections that the kampung may read count: those
that have reached it, and public ones from elsewhere. A decision that asked for words about a hidden
one would betray it; the next decision answers for it.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet

from aspirasi.enums import Aksi, Jenis, Status
from aspirasi.models import Aspirasi, PertimbanganKeberatan
from aspirasi.sampai import SAMPAI, UNTUK_UMUM
from aspirasi.services.alur import kunci_bersama
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa
from proyek.models import Keputusan, Proyek
from proyek.services.keputusan import catat_keputusan
from warga.models import Pengguna
from warga.rules import adalah_bpk

Hasil = TypeVar("Hasil")
BELUM_DIJAWAB = (
    Status.DIAJUKAN,
    Status.PERLU_PERBAIKAN,
    Status.DIVERIFIKASI,
    Status.DITERUSKAN,
    Status.DIPROSES,
    Status.MENUNGGU_INSTANSI,
    Status.DIBUKA_KEMBALI,
)
PERLU_KATA = (
    "Tulis bagaimana keberatan warga dipertimbangkan dalam keputusan ini, juga yang belum dijawab."
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
    """Return objections that still wait for an answer."""
    return terhadap(proyek).filter(status__in=BELUM_DIJAWAB)


def perlu_dipertimbangkan(proyek: Proyek) -> QuerySet[Aspirasi]:
    """Return objections that the next decision is to speak of: those that none has spoken of yet,
    whenever they came in or were opened to the kampung, and those without an answer."""
    dibahas = PertimbanganKeberatan.objects.filter(keputusan__proyek=proyek, keputusan__umum=True)
    baru = ~Q(pk__in=dibahas.values("keberatan"))
    semua = terhadap(proyek).exclude(status__in=TIDAK_DIHITUNG)
    return semua.filter(baru | Q(status__in=BELUM_DIJAWAB))


def perlu_berkata(keputusan: Keputusan, oleh: Pengguna) -> bool:
    """Return whether a decision is to speak of objections: the government answers them, not the
    BPK that enters what a meeting said, and a ralat leaves the words of the old one."""
    return keputusan.menggantikan_id is None and not adalah_bpk(oleh)


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
    semua = aspirasi.pertimbangan.filter(keputusan__umum=True).select_related("keputusan")
    return list(semua.order_by("dibuat", "pk"))


@transaction.atomic
def dengan_keberatan(
    *, keputusan: Keputusan, oleh: Pengguna, lakukan: Callable[[], Hasil]
) -> Hasil:
    """Do an act on a decision that may open it to everyone, and return its result. If it does, tell
    the senders of the objections that the decision speaks of: nobody could be told before."""
    menunggu = not Keputusan.objects.get(pk=keputusan.pk).umum
    dibahas = list(Aspirasi.objects.filter(pertimbangan__keputusan=keputusan).order_by("pk"))
    if menunggu:  # a kiriman before its project
        kunci_bersama(*dibahas)
    hasil = lakukan()
    if menunggu and Keputusan.objects.terbit().filter(pk=keputusan.pk).exists():
        _sebut(dibahas, keputusan, oleh)
    return hasil


def _sebut(dibahas: Iterable[Aspirasi], keputusan: Keputusan, oleh: Pengguna) -> None:
    rincian = {"keputusan": keputusan.nomor}
    for aspirasi in dibahas:
        catat_langkah(aspirasi, Aksi.DIPERTIMBANGKAN, oleh, "", rincian=rincian, ke="")


@transaction.atomic
def putuskan(
    *,
    keputusan: Keputusan,
    pertimbangan: str,
    oleh: Pengguna,
    keberatan: Iterable[Aspirasi] = (),
    **lain: Any,
) -> Keputusan:
    """Enter an unsaved decision, with its words on the objections against its project, and tell
    their senders.

    `keberatan` are the objections of a decision without a project, which its caller locked. `lain`
    goes to `proyek.services.keputusan.catat_keputusan`. Raises TidakBisa when `pertimbangan` is
    missing, or for what that service refuses. An objection that comes in at this very moment waits
    for the next decision.
    """
    kata = pertimbangan.strip()
    proyek = keputusan.proyek if perlu_berkata(keputusan, oleh) else None
    if proyek:  # a kiriman before its project: what it says of them points at both
        kunci_bersama(*perlu_dipertimbangkan(proyek))
    dibahas = list(perlu_dipertimbangkan(proyek) if proyek else keberatan)
    if dibahas and not kata:
        raise TidakBisa(PERLU_KATA)
    keputusan = catat_keputusan(keputusan=keputusan, oleh=oleh, **lain)
    if kata:
        baru = PertimbanganKeberatan.objects.create(keputusan=keputusan, isi=kata)
        baru.keberatan.set(dibahas)
    if keputusan.umum:
        _sebut(dibahas, keputusan, oleh)
    return keputusan
