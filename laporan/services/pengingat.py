"""Reminders of awaited reports: before their due day, and by the ladder after it.

Each rung (`core.tenggat.tangga`) is told once: a row in the trail of the project, which everyone
reads, and a letter to the people of that rung. A letter lists all reports of its kampung. Before
the due day the aparat alone get a letter, one for each due day. Where days are moved or the work
stands still nothing is late, so nobody is reminded.
"""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from core.antrean.surel import kirim
from core.antrean.tugas import Prioritas, antre
from core.jejak.catat import catat
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.tenggat.tangga import CAMAT, KAMPUNG, SEBUTAN, TANGGA_KAMPUNG, tingkat
from core.waktu import hari_ini
from laporan.bacaan.berikutnya import sebutan
from laporan.models import JadwalLaporan
from proyek.laku import Aksi
from proyek.models import Proyek
from warga.bacaan.tangga import pemegang
from warga.models import Kampung, Pengguna

INGATKAN = "laporan.services.pengingat.ingatkan_kampung"
HARI_SEBELUM = 3  # working days before the due day
SEBUT = 20  # reports that one letter names
PERIHAL_DEKAT = "Laporan kemajuan segera ditunggu"
PERIHAL_TERLAMBAT = "Ada laporan kemajuan yang terlambat"


def ingatkan() -> None:
    """Find the kampung with reports that are due soon, or late and not told of (the daily job)."""
    for pk in _perlu().order_by().values_list("proyek__kampung", flat=True).distinct():
        antre(INGATKAN, pk, kunci=f"ingat-laporan:{pk}:{hari_ini()}")


@transaction.atomic
def ingatkan_kampung(pk: int) -> None:
    """Remind of the reports of one kampung, each rung once (a task)."""
    kampung = Kampung.objects.get(pk=pk)
    milik = _perlu().filter(proyek__kampung=kampung)
    kunci = Proyek.objects.filter(pk__in=milik.order_by().values("proyek")).order_by("pk")
    list(kunci.select_for_update(of=("self",), no_key=True).values_list("pk"))
    baris = list(milik.select_related("proyek").order_by("tenggat", "proyek", "awal"))
    _sebelum(kampung, [satu for satu in baris if not satu.terlambat])
    for anak in SEBUTAN:
        naik = [satu for satu in baris if satu.eskalasi < anak == tingkat(satu, TANGGA_KAMPUNG)]
        _naik(kampung, anak, naik)


def _perlu() -> QuerySet[JadwalLaporan]:
    """Return what is due within the days of the reminder, and what is late below the last rung."""
    batas = tambah_hari_kerja(hari_ini(), HARI_SEBELUM)
    return JadwalLaporan.objects.dimulai().filter(tenggat__lte=batas, eskalasi__lt=CAMAT)


def _sebelum(kampung: Kampung, baris: Sequence[JadwalLaporan]) -> None:
    """Queue the letters before a due day: one for each day and person."""
    for hari in sorted({satu.tenggat for satu in baris if satu.tenggat}):
        isi = _isi("ditunggu", [satu for satu in baris if satu.tenggat == hari])
        _surati(pemegang(KAMPUNG, kampung), PERIHAL_DEKAT, isi, f"dekat:{kampung.pk}:{hari}")


def _naik(kampung: Kampung, anak: int, baris: Sequence[JadwalLaporan]) -> None:
    """Climb to a rung with these rows, and tell the people of it."""
    for satu in baris:
        satu.eskalasi = anak
        satu.save(update_fields=["eskalasi"])
        ke = f"{SEBUTAN[anak]} (laporan {satu.kata})"
        catat(objek=satu.proyek, aksi=Aksi.LAPORAN_TERLAMBAT, rincian={"ke": ke})
    if baris:
        isi = _isi("terlambat", baris, f" di Kampung {kampung.nama}")
        tanda = f"terlambat:{kampung.pk}:{hari_ini()}:{anak}"
        _surati(pemegang(anak, kampung), PERIHAL_TERLAMBAT, isi, tanda)


def _isi(kata: str, baris: Sequence[JadwalLaporan], tempat: str = "") -> str:
    daftar = "\n".join(f"- {sebutan(satu)}" for satu in baris[:SEBUT])
    lagi = f"\n- dan {len(baris) - SEBUT} lagi" if len(baris) > SEBUT else ""
    return (
        f"Laporan kemajuan yang {kata}{tempat}:\n\n{daftar}{lagi}\n\n"
        f"Buka “Minggu ini” di meja kerja: {settings.ALAMAT_PORTAL}/kerja/minggu/\n\n"
        "Tidak ada kemajuan? Laporkan juga, dengan satu alasan.\n"
    )


def _surati(orang: Iterable[Pengguna], perihal: str, isi: str, tanda: str) -> None:
    for satu in orang:
        kirim(
            kepada=str(satu.email),
            perihal=perihal,
            isi=isi,
            kunci=f"laporan-{tanda}:{satu.pk}",
            prioritas=Prioritas.NANTI,
        )
