"""Runs the periodic work on kiriman at a moment, and reads what it left in the trail."""

import datetime as dt

from aspirasi.models import Aspirasi
from aspirasi.services import berkala
from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.models import Tugas
from core.waktu import pada


def jalankan(nama: str, kapan: dt.datetime) -> None:
    """One turn of a job, and everything it queued."""
    with pada(kapan):
        getattr(berkala, nama)()
        kerjakan_semua()
    assert not Tugas.objects.exclude(status=Tugas.Status.SELESAI).exists()


def jejak(aspirasi: Aspirasi, aksi: str) -> list[str]:
    """Where each act of this kind led to, in order."""
    return [str((j.isi.rincian or {}).get("ke", "")) for j in riwayat(aspirasi).filter(aksi=aksi)]
