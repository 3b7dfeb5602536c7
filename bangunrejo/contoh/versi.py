"""The version of the story in the database. An older story is built anew.

The version is written as a sign of life (`core.antrean.tugas.detak`) named `contoh-2`; a
demonstration from before 29 November 2026 has none and counts as the first.
"""

from core.antrean.tugas import detak
from core.models import Detak
from warga.models import Kampung

# Anyone who changes the story raises this: existing demonstrations then get the new story, too.
VERSI = 21
AWALAN = "contoh-"


def sudah_dimuat() -> bool:
    return Kampung.objects.filter(contoh=True).exists()


def catat_versi() -> None:
    detak(f"{AWALAN}{VERSI}")


def versi_dimuat() -> int:
    """Return the version of the demonstration in this database; 0 when there is none."""
    if not sudah_dimuat():
        return 0
    nama = Detak.objects.filter(nama__startswith=AWALAN).values_list("nama", flat=True)
    return max((int(satu.removeprefix(AWALAN)) for satu in nama), default=1)
