"""A kiriman repeats why its project stopped, and so do notices; the black words go there, too."""

import datetime as dt
from typing import Any

from django.urls import reverse

from aspirasi.enums import Aksi
from aspirasi.services.penarikan_keputusan import hitamkan_keputusan
from aspirasi.services.penarikan_proyek import hitamkan_proyek
from core.jejak.catat import riwayat
from core.models import Jejak
from proyek.enums import Tahap
from proyek.services.tahap import ubah_tahap
from tests.alat.baca import teks
from tests.alat.kabar import ikuti, siarkan
from tests.aspirasi.services.test_tahap_keliru import JUMAT, KAMIS, SABTU, jalankan, kirim
from tests.aspirasi.services.test_waktu_proyek import geser, kabar
from tests.pabrik.proyek import buat_proyek
from tests.proyek.services.test_perubahan import ALASAN

KATA = "Xylofon"
ISIAN = {"kata": KATA, "alasan": "Memuat nama warga."}


def test_kiriman_and_notices_lose_them(klien: Any, pemeran: Any, tanpa_libur: None) -> None:
    proyek = buat_proyek(pemeran.kampung)
    aspirasi = kirim(pemeran, proyek).aspirasi
    aspirasi.refresh_from_db()
    warga = klien("warga")
    ikuti(warga, aspirasi)
    ubah_tahap(
        proyek=proyek,
        ke=Tahap.DIHENTIKAN_SEMENTARA,
        tanggal=KAMIS.date(),
        oleh=pemeran.kakam,
        alasan=f"Pak {KATA} menolak pohonnya ditebang.",
    )
    jalankan(SABTU)
    siarkan()
    halaman = (aspirasi.get_absolute_url(), reverse("kabar:pemberitahuan"))
    assert KATA in teks(warga.get(halaman[0]))
    alamat = reverse("meja:proyek_tarik", args=[proyek.nomor])
    assert klien("staf").post(alamat, ISIAN).status_code == 302
    assert not Jejak.objects.filter(isi__alasan__contains=KATA).exists()
    assert not [satu for satu in halaman if KATA in teks(warga.get(satu))]
    assert riwayat(aspirasi).filter(aksi=Aksi.IKUTI_TAHAP).exists(), "that it stopped was told"


def test_own_words_of_residents_stay(pemeran: Any, tanpa_libur: None) -> None:
    """Only what the portal repeated goes: a kiriman is taken back on its own page."""
    proyek = buat_proyek(pemeran.kampung, judul=f"Talut {KATA} Dusun 3")
    aspirasi = kirim(pemeran, proyek).aspirasi
    sebelum = [j.isi.alasan for j in riwayat(aspirasi)]
    hitamkan_proyek(proyek=proyek, kata=[KATA], alasan="Memuat nama.", oleh=pemeran.staf)
    assert [j.isi.alasan for j in riwayat(aspirasi)] == sebelum


def test_a_paper_whose_words_went_is_not_told_again(pemeran: Any, tanpa_libur: None) -> None:
    proyek = buat_proyek(pemeran.kampung)
    aspirasi = kirim(pemeran, proyek).aspirasi
    proyek.refresh_from_db()
    geser(proyek, pemeran.kakam, JUMAT, selesai_rencana=dt.date(2026, 12, 20))
    jalankan(JUMAT)
    assert len(kabar(aspirasi)) == 1
    kata = ALASAN.split()[0]
    hitamkan_keputusan(
        keputusan=proyek.perubahan.get().keputusan,
        kata=[kata],
        alasan="Memuat urusan orang.",
        oleh=pemeran.staf,
    )
    jalankan(SABTU)
    assert riwayat(aspirasi).filter(aksi=Aksi.WAKTU_PROYEK).count() == 1
