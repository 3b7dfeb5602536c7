"""Letters about looks in the field: to the kasi when one opens, to the aparat when it ended, and to
whoever the ladder names when one is late."""

from django.conf import settings

from core.templatetags.bentuk import tanggal
from core.tenggat.tangga import KAMPUNG, KASI
from laporan.alamat import surat_lapangan
from laporan.models import HasilLapangan, PemeriksaanLapangan
from warga.bacaan.tangga import pemegang
from warga.models import Kampung
from warga.services.surel import surati_petugas

DIBUKA = "Pemeriksaan lapangan menunggu kecamatan"
HASIL = "Hasil pemeriksaan lapangan sudah dicatat"
LEWAT = "Pemeriksaan lapangan terlambat"
LEWAT_SEPAKAT = "Kesepakatan lapangan lewat harinya"


def surati_dibuka(baris: PemeriksaanLapangan) -> None:
    """Queue a letter to the kasi and the pembina about a look that residents asked for."""
    isi = (
        f"Tiga warga menilai tidak sesuai pada proyek “{baris.proyek.judul}”. Kecamatan memeriksa "
        f"di lapangan dan mencatat hasilnya paling lambat {tanggal(baris.tenggat)}.\n\n"
        f"Semua pemeriksaan lapangan: {surat_lapangan()}\n"
    )
    _kirim(KASI, baris.proyek.kampung, DIBUKA, isi, f"lapangan:{baris.pk}:dibuka")


def surati_hasil(baris: PemeriksaanLapangan, hasil: HasilLapangan) -> None:
    """Queue a letter to the aparat of the kampung: the result, and the day that was agreed."""
    janji = (
        f"Yang disepakati ditepati paling lambat {tanggal(hasil.sampai)}. Sesudah itu jawab "
        "“sudah” atau “belum” di meja kerja; jawabannya tampil untuk umum."
        if hasil.sampai
        else "Tidak ada kesepakatan yang dicatat."
    )
    isi = (
        f"Kecamatan mencatat hasil pemeriksaan lapangan proyek “{baris.proyek.judul}”. {janji}\n\n"
        f"{_alamat(baris.get_absolute_url())}"
    )
    _kirim(KAMPUNG, baris.proyek.kampung, HASIL, isi, f"lapangan:{baris.pk}:hasil")


def surati_terlambat(baris: PemeriksaanLapangan, anak: int) -> None:
    """Queue a letter to this rung of the ladder about a look, or an agreement, past its day."""
    if baris.menunggu_hasil:
        perihal, apa = LEWAT, "belum dicatat hasilnya"
    else:
        perihal, apa = LEWAT_SEPAKAT, "belum dijawab: sudah ditepati atau belum"
    isi = (
        f"Pemeriksaan lapangan proyek “{baris.proyek.judul}”, Kampung {baris.proyek.kampung.nama}, "
        f"{apa}. Paling lambat {tanggal(baris.tenggat)}.\n\n{_alamat(baris.get_absolute_url())}"
    )
    kunci = f"lapangan:{baris.pk}:{baris.tahap}:{baris.tenggat}:{anak}"
    _kirim(anak, baris.proyek.kampung, perihal, isi, kunci)


def _alamat(jalur: str) -> str:
    return f"Halamannya: {settings.ALAMAT_PORTAL}{jalur}\n"


def _kirim(anak: int, kampung: Kampung, perihal: str, isi: str, kunci: str) -> None:
    surati_petugas(pemegang(anak, kampung), perihal=perihal, isi=isi, kunci=kunci)
