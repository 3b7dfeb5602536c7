"""Tells the looks of the kecamatan at works of the invented kampung: one ended with an agreement,
one that three residents asked for waits."""

from bangunrejo.contoh.cerita_cek import titip_foto
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.formulir.sekali import kunci_baru
from core.waktu import pada
from laporan.models import PemeriksaanLapangan
from laporan.services.lapangan import IsianHasil, buka, catat_hasil
from laporan.services.lapangan_foto import TITIPAN, lekatkan
from laporan.services.pengingat_lapangan import umumkan_satu
from proyek.models import Proyek

DIBUKA, DILIHAT, SAMPAI, DIUMUMKAN = "2026-11-04", "2026-11-11", "2026-12-18", "2026-11-23"
SORE = 15
ALASAN = "Dalam musyawarah kampung, warga menyampaikan bahwa beberapa lampu sudah padam."
HADIR = "Kecamatan Bangunrejo, Pemerintah Kampung Contoh, BPK Kampung, dan TPK"
TERLIHAT = (
    "Sebelas dari empat belas lampu menyala. Tiga lampu di dekat sekolah padam karena baterainya "
    "rusak. Tiang dan panelnya baik."
)
DISEPAKATI = "Kampung meminta penyedia mengganti tiga baterai itu dalam masa pemeliharaan."


def lihat(proyek: Proyek, orang: Orang, kalender: Kalender) -> None:
    """Let the kecamatan look at a finished work, and agree with its office on what follows."""
    with pada(kalender.saat(DIBUKA)):
        satu = buka(proyek=proyek, alasan=ALASAN, oleh=orang["staf"], kunci=kunci_baru())
    isian = IsianHasil(
        tanggal=kalender.tanggal(DILIHAT),
        banyak_warga=9,
        hadir=HADIR,
        terlihat=TERLIHAT,
        disepakati=DISEPAKATI,
        sampai=kalender.tanggal(SAMPAI),
    )
    with pada(kalender.saat(DILIHAT, SORE)):
        catat_hasil(pemeriksaan=satu, isian=isian, oleh=orang["staf"])
        kunci = titip_foto(TITIPAN, "lampu", 100)
        lekatkan(kunci=kunci, pemeriksaan=satu, oleh=orang["staf"])


def umumkan(kalender: Kalender) -> None:
    """Tell of the looks that residents asked for, the morning after their week, as the portal
    does."""
    with pada(kalender.saat(DIUMUMKAN)):
        for pk in PemeriksaanLapangan.objects.dibuka().values_list("pk", flat=True):
            umumkan_satu(pk)
