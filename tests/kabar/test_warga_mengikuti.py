"""The whole way of one resident: a project, a kampung and a topic, each told of once."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from core.moderasi.tampil import sembunyikan
from forum.models import Topik
from forum.services import loloskan
from kabar.models import Pemberitahuan
from laporan.services import terbitkan as layanan_laporan
from proyek.enums import Tahap
from proyek.services.keterangan import ubah_keterangan
from proyek.services.pencairan import catat_pencairan
from proyek.services.tahap import ubah_tahap
from tests.alat.baca import ada
from tests.alat.kabar import HALAMAN, di_kepala, dibaca, ikuti, siarkan
from tests.pabrik.forum import ALASAN
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import HARI, buat_dana, buat_proyek

Klien = Callable[..., Client]
TULIS = {"ruang": "layanan", "judul": "Jadwal ronda", "isi": "Kapan giliran kita?"}


def laporkan(pemeran: Pemeran, proyek: object) -> None:
    draf = buat_laporan(
        proyek, pemeran.kakam, terbit=False, tanpa_kemajuan=True, alasan_tanpa_kemajuan="Hujan."
    )
    layanan_laporan.terbitkan(laporan=draf, oleh=pemeran.kakam)


def test_each_is_told_once(pemeran: Pemeran, klien: Klien, db: None) -> None:
    warga, staf = klien("warga"), klien("staf")
    proyek = buat_proyek(pemeran.kampung)
    for objek in (proyek, pemeran.kampung):
        ikuti(warga, objek)
    warga.post(reverse("forum:tulis"), TULIS)
    topik = Topik.objects.get()
    loloskan(tulisan=topik, oleh=pemeran.staf)
    laporkan(pemeran, proyek)
    ubah_tahap(proyek=proyek, ke=Tahap.SELESAI, tanggal=HARI, oleh=pemeran.kakam, alasan="Tuntas.")
    staf.post(topik.get_absolute_url(), {"isi": "Malam Minggu."})
    siarkan()
    sembunyikan(topik, oleh=pemeran.staf, alasan=ALASAN)
    siarkan()
    assert siarkan() == 0
    assert dibaca(warga) == [
        "Topik Anda sudah dibaca petugas dan sekarang tampil",
        "Laporan kemajuan terbit: Oktober 2026",
        "Selesai dikerjakan",
        "Balasan baru",
        "Topik Anda disembunyikan",
    ]
    assert ada(warga.get(HALAMAN), f"Alasan: {ALASAN}")
    assert di_kepala(warga) == "5"


def test_a_project_tells_of_every_public_act_once(pemeran: Pemeran, klien: Klien, db: None) -> None:
    proyek = buat_proyek(pemeran.kampung)
    dana = buat_dana(proyek, 100_000_000)
    ikuti(klien("warga"), proyek)
    laporkan(pemeran, proyek)
    catat_pencairan(pendanaan=dana, tanggal=HARI, jumlah=5_000_000, oleh=pemeran.kakam)
    ubah_keterangan(
        proyek=proyek, isi={"lokasi": "Dusun 3"}, alasan="Salah tulis.", oleh=pemeran.kakam
    )
    ubah_tahap(proyek=proyek, ke=Tahap.SELESAI, tanggal=HARI, oleh=pemeran.kakam, alasan="Tuntas.")
    siarkan()
    assert dibaca(klien("warga")) == [
        "Laporan kemajuan terbit: Oktober 2026",
        "Uang dicairkan: Rp\u00a05.000.000 dari Dana Desa",
        "Keterangan diubah: lokasi",
        "Selesai dikerjakan",
    ]
    satu = Pemberitahuan.objects.filter(pengguna=pemeran.warga).earliest("jejak")
    buka = klien("warga").post(reverse("kabar:buka", args=[satu.pk]))
    assert buka["Location"] == f"{proyek.get_absolute_url()}#laporan"
