"""Letters about money that follows a report: before its due day, and once after it.

They go to the aparat of the kampung alone. Only kiriman, danger and reports are late in public;
this reminds inside, so no trail tells of it. `eskalasi` notes that the letter after the day went.
"""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from core.antrean.tugas import antre
from core.templatetags.bentuk import tanggal
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.tenggat.tangga import KAMPUNG
from core.waktu import hari_ini
from laporan.models import BelanjaMenyusul
from warga.bacaan.tangga import pemegang
from warga.models import Kampung
from warga.services.surel import surati_petugas

INGATKAN = "laporan.services.pengingat_belanja.ingatkan_kampung"
HARI_SEBELUM = 3  # working days before the due day
SEBUT = 20  # reports that one letter names
PERIHAL_DEKAT = "Belanja laporan segera ditunggu"
PERIHAL_LEWAT = "Belanja laporan belum diisi"


def ingatkan() -> None:
    """Find the kampung with money that is due soon, or past its day and not told of (daily)."""
    for pk in sorted(set(_perlu().values_list("laporan__proyek__kampung", flat=True))):
        antre(INGATKAN, pk, kunci=f"ingat-belanja:{pk}:{hari_ini()}")


@transaction.atomic
def ingatkan_kampung(pk: int) -> None:
    """Remind one kampung of its money (a task)."""
    kampung = Kampung.objects.get(pk=pk)
    milik = _perlu().filter(laporan__proyek__kampung=kampung).select_related("laporan__proyek")
    baris = list(milik.select_for_update(of=("self",)))
    lewat = [satu for satu in baris if satu.terlambat]
    for hari in sorted({satu.tenggat for satu in baris if satu.tenggat and satu not in lewat}):
        isi = _isi("ditunggu", [satu for satu in baris if satu.tenggat == hari])
        tanda = f"belanja-dekat:{kampung.pk}:{hari}"
        surati_petugas(pemegang(KAMPUNG, kampung), perihal=PERIHAL_DEKAT, isi=isi, kunci=tanda)
    for satu in lewat:
        satu.eskalasi = KAMPUNG
        satu.save(update_fields=["eskalasi"])
    if lewat:
        isi = _isi("sudah lewat harinya", lewat)
        tanda = f"belanja-lewat:{kampung.pk}:{hari_ini()}"
        surati_petugas(pemegang(KAMPUNG, kampung), perihal=PERIHAL_LEWAT, isi=isi, kunci=tanda)


def _perlu() -> QuerySet[BelanjaMenyusul]:
    """Return what is due within the days of the reminder, and what is past its day and untold."""
    batas = tambah_hari_kerja(hari_ini(), HARI_SEBELUM)
    belum = Q(tenggat__gte=hari_ini()) | Q(eskalasi__lt=KAMPUNG)
    return BelanjaMenyusul.objects.ditunggu().filter(belum, tenggat__lte=batas)


def _isi(kata: str, baris: Sequence[BelanjaMenyusul]) -> str:
    daftar = "\n".join(
        f"- {satu.laporan.proyek.judul}, laporan {satu.laporan.kata_waktu}: "
        f"paling lambat {tanggal(satu.tenggat)}"
        for satu in baris[:SEBUT]
    )
    lagi = f"\n- dan {len(baris) - SEBUT} lagi" if len(baris) > SEBUT else ""
    return (
        f"Belanja laporan yang menyusul dari kaur keuangan {kata}:\n\n{daftar}{lagi}\n\n"
        f"Isi angkanya di meja kerja: {settings.ALAMAT_PORTAL}/kerja/belanja/\n"
    )
