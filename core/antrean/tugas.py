"""The background queue: work is a row (`Tugas`) written in the caller's transaction.

What it promises, and how (the decision is docs/keputusan/0001-antrean.md):

- A task exists when, and only when, the transaction that wanted it commits.
- A worker counts the try and commits it *before* it runs the task, and holds a session lock while
  it runs. When the worker dies the lock is gone, so the next look at the queue delivers the task
  again; the fifth try that does not end well makes it `gagal`.
- A task that somebody is waiting for goes first (`Prioritas`), however long the letters of the day
  have been waiting. One turn in `TIAP_TERTUA` of a worker goes to the task that has waited longest,
  so that nothing waits for ever.
- The task and its own row turning `selesai` are one transaction, so its effects in this database
  happen exactly once. Effects outside (mail) may happen again after a crash at the wrong moment;
  they carry `kunci`, so that the receiver can tell.
"""

import datetime as dt
import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from core.log import uraikan
from core.models import Detak, Tugas

PERCOBAAN_TERBANYAK = 5
# The pause after each failed try; a dead worker's task is delivered again at once.
JEDA = [dt.timedelta(seconds=10), *(dt.timedelta(minutes=m) for m in (1, 5, 30))]
SIMPAN_BERKALA = dt.timedelta(days=14)
SIMPAN_BERKUNCI = dt.timedelta(days=400)
AWALAN_BERKALA = "berkala:"
PEKERJA, CADANGAN, DITAHAN = "pekerja", "cadangan", "ditahan"
BATAS_DETAK = dt.timedelta(minutes=6)  # the longest time a task may run, and a little
SURAT = "core.antrean.surel.antar"
TIAP_TERTUA = 10

log = logging.getLogger(__name__)
Status = Tugas.Status
Prioritas = Tugas.Prioritas


def antre(fungsi: str, *args: Any, kunci: str = "", prioritas: Prioritas = Prioritas.BIASA) -> None:
    """Queue the function at the dotted path `fungsi` with `args` (JSON values only).

    It is part of the caller's transaction. `kunci` names the effect, for example
    "surat:sandi:4711": queueing a key again does nothing, also long after it was done. Raises
    ImportError when the function does not exist, and TypeError for arguments that JSON cannot hold.
    """
    import_string(fungsi)
    tugas = Tugas(fungsi=fungsi, argumen=list(args), kunci=kunci, prioritas=prioritas)
    Tugas.objects.bulk_create([tugas], ignore_conflicts=True)


def nama_fungsi(fungsi: str) -> list[str]:
    """Return the dotted path `fungsi` and the paths it had before it moved: old rows hold those."""
    return [fungsi, *(lama for lama, baru in settings.TUGAS_PINDAH.items() if baru == fungsi)]


def kerjakan_satu(*, tertua: bool = False) -> bool:
    """Run the next task. Return False when nothing is ready.

    The next task is the one of the first priority that waited longest; with `tertua`, the one of
    all that waited longest. Errors of the task itself are recorded on its row, never raised. Call
    it outside any transaction; several workers may do so at the same time.
    """
    selamatkan()
    tugas = _ambil(tertua=tertua)
    if tugas is None:
        return False
    try:
        _jalankan(tugas)
    except Exception as galat:  # whatever a task raises is recorded; the worker lives on
        log.exception("Tugas %s gagal pada percobaan ke-%s.", tugas.fungsi, tugas.percobaan)
        _tunda(tugas, uraikan(galat, berkata=True), JEDA[min(tugas.percobaan, len(JEDA)) - 1])
    finally:
        _tanya("pg_advisory_unlock", tugas.pk)
    return True


def kerjakan_semua() -> int:
    """Run everything that is ready, one after the other, and return how many were run."""
    jumlah = 0
    while kerjakan_satu():
        jumlah += 1
    return jumlah


@transaction.atomic
def selamatkan() -> int:
    """Take back the tasks whose worker has died, and return how many there were."""
    berjalan = Tugas.objects.select_for_update(skip_locked=True).filter(status=Status.DIJALANKAN)
    # Lock the row first, then take its session lock: `_ambil` keeps the same order.
    mati = [tugas for tugas in berjalan if _tanya("pg_try_advisory_xact_lock", tugas.pk)]
    for tugas in mati:
        log.warning("Tugas %s ditinggalkan pekerja yang mati.", tugas.fungsi)
        _tunda(tugas, "Pekerja berhenti mendadak saat menjalankan tugas ini.", dt.timedelta())
    return len(mati)


def ulangi(tugas: Tugas) -> bool:
    """Give a failed task five new tries. Return False when it is not failed (any more)."""
    return bool(
        Tugas.objects.filter(pk=tugas.pk, status=Status.GAGAL).update(
            status=Status.MENUNGGU, percobaan=0, siap_pada=timezone.now(), selesai_pada=None
        )
    )


def rapikan() -> None:
    """Remove old rows of finished tasks (a periodic job)."""
    kini = timezone.now()
    selesai = Tugas.objects.filter(status=Status.SELESAI)
    selesai.filter(selesai_pada__lt=kini - SIMPAN_BERKUNCI).delete()
    lama = selesai.filter(selesai_pada__lt=kini - SIMPAN_BERKALA)
    lama.filter(kunci="").delete()
    lama.filter(kunci__startswith=AWALAN_BERKALA).delete()


@dataclass(frozen=True)
class Kesehatan:
    """The health of the background work.

    `menunggu_sejak` is the moment of the oldest task that is due, `surat_sejak` that of the oldest
    letter that did not go out. `ditahan_terakhir` is the last time that `core.jaga.pembatas` held
    back somebody who sent too much.
    """

    detak_pekerja: dt.datetime | None
    cadangan_terakhir: dt.datetime | None
    ditahan_terakhir: dt.datetime | None
    menunggu: int
    menunggu_sejak: dt.datetime | None
    gagal: int
    surat_tertahan: int
    surat_sejak: dt.datetime | None

    @property
    def pekerja_hidup(self) -> bool:
        return self.detak_pekerja is not None and (
            timezone.now() - self.detak_pekerja < BATAS_DETAK
        )


def kesehatan() -> Kesehatan:
    """Return the state of the queue, in two queries."""
    terbuka = Q(status__in=[Status.MENUNGGU, Status.DIJALANKAN])
    tertunda = Q(status=Status.MENUNGGU, siap_pada__lte=timezone.now())
    surat = Q(fungsi__in=nama_fungsi(SURAT))
    hitungan = Tugas.objects.exclude(status=Status.SELESAI).aggregate(
        menunggu=Count("pk", filter=terbuka),
        menunggu_sejak=Min("siap_pada", filter=tertunda),
        gagal=Count("pk", filter=Q(status=Status.GAGAL)),
        surat_tertahan=Count("pk", filter=surat),
        surat_sejak=Min("dibuat", filter=surat),
    )
    waktu = dict(Detak.objects.values_list("nama", "waktu"))
    return Kesehatan(waktu.get(PEKERJA), waktu.get(CADANGAN), waktu.get(DITAHAN), **hitungan)


def detak(nama: str) -> None:
    """Leave a sign of life under `nama`: of the worker, the backup, or a sender who was held
    back."""
    Detak.objects.update_or_create(nama=nama, defaults={"waktu": timezone.now()})


def berikut(*, tertua: bool) -> QuerySet[Tugas]:
    """Return the tasks that are ready, the next one first. Reading a row locks it."""
    siap = Tugas.objects.filter(_sudah_waktunya(), status=Status.MENUNGGU)
    urutan = ("siap_pada", "pk") if tertua else ("prioritas", "siap_pada", "pk")
    return siap.select_for_update(skip_locked=True).order_by(*urutan)


@transaction.atomic
def _ambil(*, tertua: bool) -> Tugas | None:
    """Claim the next task. The try is counted and committed before anything runs."""
    tugas = berikut(tertua=tertua).first()
    if tugas is None or not _tanya("pg_try_advisory_lock", tugas.pk):
        return None
    tugas.status = Status.DIJALANKAN
    tugas.percobaan += 1
    tugas.save(update_fields=["status", "percobaan"])
    return tugas


def _sudah_waktunya() -> Q:
    """Return the condition of tasks that are due, or were put off under a clock that ran ahead."""
    kini = timezone.now()
    batas = kini + dt.timedelta(minutes=1)
    return Q(siap_pada__lte=kini) | Q(siap_pada__gt=batas + JEDA[-1]) | Q(dibuat__gt=batas)


@transaction.atomic
def _jalankan(tugas: Tugas) -> None:
    import_string(settings.TUGAS_PINDAH.get(tugas.fungsi, tugas.fungsi))(*tugas.argumen)
    # The arguments may hold an address or a code, and nobody needs them any more.
    selesai = {"status": Status.SELESAI, "argumen": [], "galat": "", "selesai_pada": timezone.now()}
    if not _milikku(tugas).update(**selesai):
        raise RuntimeError("Tugas ini sudah diambil alih pekerja lain.")


def _tunda(tugas: Tugas, galat: str, jeda: dt.timedelta) -> None:
    """Let the task wait for its next try, or give it up."""
    kini = timezone.now()
    habis = tugas.percobaan >= PERCOBAAN_TERBANYAK
    _milikku(tugas).update(
        status=Status.GAGAL if habis else Status.MENUNGGU,
        siap_pada=kini + jeda,
        selesai_pada=kini if habis else None,
        galat=galat.replace("\0", ""),
    )


def _milikku(tugas: Tugas) -> QuerySet[Tugas]:
    """Return the row only while it is still at this try: a lost connection loses the task."""
    return Tugas.objects.filter(pk=tugas.pk, status=Status.DIJALANKAN, percobaan=tugas.percobaan)


def _tanya(fungsi_kunci: str, pk: int) -> bool:
    """Call one of PostgreSQL's advisory lock functions for the task `pk`."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {fungsi_kunci}(hashtextextended('core_tugas', %s))", [pk])
        return bool(cursor.fetchone()[0])
