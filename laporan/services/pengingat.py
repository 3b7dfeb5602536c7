"""Reminders of awaited reports: before their due day, and by the ladder after it.

Each moment is told once to all of the aparat of a kampung, by one notice and one letter that lists
its reports (`PengingatLaporan`). Each rung (`core.tenggat.tangga`) is a row in the trail of each
late project, too, which everyone reads; kasi and camat get a letter of theirs. Where days are moved
or the work stands still nothing is late, and while a pause lasts nobody is reminded.
"""

import datetime as dt
from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from core.antrean.tugas import antre
from core.jejak.catat import catat
from core.templatetags.bentuk import tanggal
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.tenggat.tangga import CAMAT, KAMPUNG, SEBUTAN, TANGGA_KAMPUNG, tingkat
from core.waktu import hari_ini
from laporan.bacaan.berikutnya import sebutan
from laporan.laku import AksiPengingat
from laporan.models import JadwalLaporan, JedaLaporan, PengingatLaporan
from laporan.models.jadwal import JadwalQuerySet, libur_laporan
from laporan.services.jeda import kabari_berakhir
from proyek.laku import Aksi
from proyek.models import Proyek
from warga.bacaan.tangga import pemegang
from warga.models import Kampung
from warga.services.surel import surati_petugas

INGATKAN = "laporan.services.pengingat.ingatkan_kampung"
HARI_SEBELUM = 3  # working days before the due day
SEBELUM = 0  # the rung before the ladder
SEBUT = 20  # reports that one letter names
PERIHAL_DEKAT = "Laporan kemajuan segera ditunggu"
PERIHAL_TERLAMBAT = "Ada laporan kemajuan yang terlambat"


def ingatkan() -> None:
    """Find the kampung with reports that are due soon, or late and not told of (the daily job), and
    tell of pauses that ended. A pause to come brings the reminder before it, so its kampung is
    always looked at."""
    kabari_berakhir()
    perlu = _perlu(tambah_hari_kerja(hari_ini(), HARI_SEBELUM)).order_by()
    dekat = perlu.values_list("proyek__kampung", flat=True).distinct()
    akan = JedaLaporan.objects.belum_lewat().values_list("kampung", flat=True)
    for pk in sorted({*dekat, *akan}):
        antre(INGATKAN, pk, kunci=f"ingat-laporan:{pk}:{hari_ini()}")


@transaction.atomic
def ingatkan_kampung(pk: int) -> None:
    """Remind of the reports of one kampung, each rung once (a task)."""
    kampung = Kampung.objects.get(pk=pk)
    if kampung.jeda_laporan.kini().exists():
        return
    libur = libur_laporan(pk, hari_ini())
    milik = _perlu(tambah_hari_kerja(hari_ini(), HARI_SEBELUM, libur)).filter(proyek__kampung=pk)
    kunci = Proyek.objects.filter(pk__in=milik.order_by().values("proyek")).order_by("pk")
    list(kunci.select_for_update(of=("self",), no_key=True).values_list("pk"))
    lengkap = milik.select_related("proyek").dengan_libur()
    baris = list(lengkap.order_by("tenggat", "proyek", "awal"))
    _sebelum(kampung, [satu for satu in baris if not satu.terlambat])
    for anak in SEBUTAN:
        naik = [satu for satu in baris if satu.eskalasi < anak == tingkat(satu, TANGGA_KAMPUNG)]
        _naik(kampung, anak, naik)


def _perlu(batas: dt.date) -> JadwalQuerySet:
    """Return what is due by `batas`, and what is late below the last rung."""
    return JadwalLaporan.objects.dimulai().filter(tenggat__lte=batas, eskalasi__lt=CAMAT)


def _sebelum(kampung: Kampung, baris: Sequence[JadwalLaporan]) -> None:
    """Tell the aparat before a due day: once for each day."""
    for hari in sorted({satu.tenggat for satu in baris if satu.tenggat}):
        milik = [satu for satu in baris if satu.tenggat == hari]
        if not _catat(
            kampung, SEBELUM, hari, f"{len(milik)} laporan, paling lambat {tanggal(hari)}"
        ):
            continue
        isi, tanda = _isi("ditunggu", milik), f"laporan-dekat:{kampung.pk}:{hari}"
        surati_petugas(pemegang(KAMPUNG, kampung), perihal=PERIHAL_DEKAT, isi=isi, kunci=tanda)


def _naik(kampung: Kampung, anak: int, baris: Sequence[JadwalLaporan]) -> None:
    """Climb to a rung with these rows, and tell the people of it."""
    for satu in baris:
        satu.eskalasi = anak
        satu.save(update_fields=["eskalasi"])
        ke = f"{SEBUTAN[anak]} (laporan {satu.kata})"
        catat(objek=satu.proyek, aksi=Aksi.LAPORAN_TERLAMBAT, rincian={"ke": ke})
    if baris:
        _catat(kampung, anak, hari_ini(), f"{SEBUTAN[anak]} ({len(baris)} laporan)")
        isi = _isi("terlambat", baris, f" di Kampung {kampung.nama}")
        tanda = f"laporan-terlambat:{kampung.pk}:{hari_ini()}:{anak}"
        surati_petugas(pemegang(anak, kampung), perihal=PERIHAL_TERLAMBAT, isi=isi, kunci=tanda)


def _catat(kampung: Kampung, anak: int, hari: dt.date, ke: str) -> bool:
    """Note the moment in its trail, which the aparat are told from; return whether it is new."""
    pengingat, baru = PengingatLaporan.objects.get_or_create(kampung=kampung, anak=anak, hari=hari)
    if baru:
        aksi = AksiPengingat.TERLAMBAT if anak else AksiPengingat.SEGERA
        catat(objek=pengingat, aksi=aksi, rincian={"ke": ke})
    return baru


def _isi(kata: str, baris: Sequence[JadwalLaporan], tempat: str = "") -> str:
    daftar = "\n".join(f"- {sebutan(satu)}" for satu in baris[:SEBUT])
    lagi = f"\n- dan {len(baris) - SEBUT} lagi" if len(baris) > SEBUT else ""
    return (
        f"Laporan kemajuan yang {kata}{tempat}:\n\n{daftar}{lagi}\n\n"
        f"Buka “Minggu ini” di meja kerja: {settings.ALAMAT_PORTAL}/kerja/minggu/\n\n"
        "Tidak ada kemajuan? Laporkan juga, dengan satu alasan.\n"
    )
