"""Looks in the field that are late, those that nobody was told of, and the recount of the night.

The ladder is that of the kecamatan while it owes the result, that of the kampung while an agreement
is open. Each rung is told once, by letter; the public page and the trail of the project tell of it.
"""

import logging

from django.db import transaction
from django.db.models import QuerySet

from core.antrean.surel import PENUTUP
from core.antrean.tugas import antre
from core.jejak.catat import catat
from core.tenggat import jam
from core.tenggat.hari_kerja import tanggal_wib
from core.tenggat.tangga import CAMAT, SEBUTAN, TANGGA_KAMPUNG, TANGGA_KECAMATAN, tingkat
from core.waktu import hari_ini
from laporan.enums import SebabPeriksa
from laporan.laku import AksiLapangan
from laporan.models import PemeriksaanLapangan
from laporan.models.cek import akhir_pekan
from laporan.services.lapangan import proyek_wajib, umumkan, wajibkan
from laporan.services.surat_lapangan import surati_terlambat
from proyek.laku import Aksi
from proyek.models import Proyek
from warga.services.surel import kabari_admin

log = logging.getLogger(__name__)
INGATKAN = "laporan.services.pengingat_lapangan.ingatkan_satu"
UMUMKAN = "laporan.services.pengingat_lapangan.umumkan_satu"
PERIHAL = "Pemeriksaan lapangan dibuka dari hitungan malam"
ISI = f"""\
Hitungan malam ini menemukan proyek yang dinilai tidak sesuai oleh tiga warga, tetapi pemeriksaan \
lapangannya belum dibuka. Sekarang sudah dibuka.

Itu dapat terjadi kalau sebuah cek yang disembunyikan ditampilkan lagi. Kalau tidak ada yang \
menampilkannya lagi, ada yang mengubah catatan langsung di basis data, atau ada yang salah pada \
portal: teruskan surat ini ke pengelola mesin. Jumlah barisnya ada di log portal.

{PENUTUP}"""


def ingatkan() -> None:
    """Find what is late and was not told to the last rung (the daily job)."""
    for pk in _perlu().values_list("pk", flat=True):
        antre(INGATKAN, pk, kunci=f"ingat-lapangan:{pk}:{hari_ini()}")


@transaction.atomic
def ingatkan_satu(pk: int) -> None:
    """Climb the ladder with one late look, each rung once (a task)."""
    milik = _perlu().filter(pk=pk).select_related("proyek__kampung")
    baris = milik.select_for_update(of=("self",)).first()
    if baris is None:
        return
    periksa = baris.menunggu_hasil
    anak = tingkat(baris, TANGGA_KECAMATAN if periksa else TANGGA_KAMPUNG)
    if anak <= baris.eskalasi:
        return
    baris.eskalasi = anak
    baris.save(update_fields=["eskalasi"])
    ke = {"ke": SEBUTAN[anak]}
    catat(objek=baris, aksi=AksiLapangan.TERLAMBAT, rincian=ke)
    if periksa:
        catat(objek=baris.proyek, aksi=Aksi.LAPANGAN_TERLAMBAT, rincian=ke)
    surati_terlambat(baris, anak)


def kabarkan() -> None:
    """Tell of looks that residents opened, once their week is over (the daily job)."""
    for pk, dibuka in _belum_kabar().filter(sebab=SebabPeriksa.CEK).values_list("pk", "dibuka"):
        if akhir_pekan(tanggal_wib(dibuka)) < hari_ini():
            antre(UMUMKAN, pk, kunci=f"kabar-lapangan:{pk}")


@transaction.atomic
def umumkan_satu(pk: int) -> None:
    """Tell of one look, if nobody did yet (a task)."""
    milik = _belum_kabar().filter(pk=pk).select_related("proyek")
    baris = milik.select_for_update(of=("self",)).first()
    if baris is not None:
        umumkan(baris)


@transaction.atomic
def hitung_ulang() -> int:
    """Count the due days anew that a holiday moved, and return how many (a periodic job). The day
    of an agreement stays: it was named."""
    jumlah = 0
    for salah in jam.keliru(PemeriksaanLapangan.objects.dibuka()):
        for baris in salah.select_for_update(of=("self",)).order_by("pk"):
            jam.hitung_ulang(baris)
            baris.save(update_fields=["janji", "tenggat"])
            jumlah += 1
    return jumlah


def periksa_malam() -> int:
    """Open the looks that three checks call for and nobody opened, tell the admins, and return how
    many there were (a periodic job)."""
    kurang = sum(
        wajibkan(proyek) is not None
        for proyek in Proyek.objects.filter(pk__in=list(proyek_wajib())).order_by("pk")
    )
    if kurang:
        log.error("Pemeriksaan lapangan: %s yang wajib belum dibuka, dan sudah dibuka.", kurang)
        kabari_admin(perihal=PERIHAL, isi=ISI, kunci="lapangan")
    return kurang


def _perlu() -> QuerySet[PemeriksaanLapangan]:
    """Return what is late below the last rung. Nobody can act on a project that was taken back."""
    semua = PemeriksaanLapangan.objects.tampil().terlambat()
    return semua.filter(eskalasi__lt=CAMAT).order_by("pk")


def _belum_kabar() -> QuerySet[PemeriksaanLapangan]:
    return PemeriksaanLapangan.objects.tampil().dibuka().filter(dikabarkan_pada__isnull=True)
