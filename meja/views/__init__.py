"""The desks of officials."""

from meja.views.aspirasi import identitas, rincian
from meja.views.belanja import belanja_menyusul
from meja.views.beranda import beranda, dilihat, surat
from meja.views.berfungsi import berfungsi, evaluasi
from meja.views.cari import cari_semua
from meja.views.cek import cek_baca
from meja.views.daftar import daftar, massal, massal_pilih
from meja.views.foto_jawaban import foto_jawaban
from meja.views.jeda import jeda, jeda_tarik, jeda_ubah
from meja.views.kabar import kabar, kabar_buka, kabar_selesai, penilaian
from meja.views.kecamatan import buku as buku_kecamatan
from meja.views.kecamatan import kecamatan
from meja.views.kecamatan import lembar as lembar_kecamatan
from meja.views.keputusan import keputusan
from meja.views.kesiapan import (
    kesiapan,
    kesiapan_buka,
    kesiapan_cabut,
    kesiapan_catat,
    kesiapan_kampung,
    kesiapan_naskah,
    kesiapan_tutup,
)
from meja.views.lapangan import lapangan
from meja.views.lembar import lembar
from meja.views.minggu import minggu, minggu_daftar
from meja.views.permintaan import permintaan, permintaan_jawab, permintaan_urus
from meja.views.pin import pin, pin_daftar
from meja.views.pindaian import surat_instansi, surat_sembunyi, surat_tampil
from meja.views.redaksi import (
    tutup_dokumen,
    tutup_foto,
    tutup_foto_lapangan,
    tutup_foto_laporan,
    tutup_lampiran_catatan,
    tutup_pindaian,
    tutup_pindaian_lpj,
    tutup_surat,
)
from meja.views.rekan import rekan, rekan_buka, rekan_selesai
from meja.views.saringan import saringan, saringan_nama, saringan_simpan, saringan_ubah
from meja.views.tanggapi import (
    tanggapan_perbaiki,
    tanggapan_tarik,
    tanggapi,
    tanggapi_daftar,
)
from meja.views.tarik import tarik_foto, tarik_jawaban
from meja.views.tarik_proyek import (
    tarik_foto_laporan,
    tarik_laporan,
    tarik_laporan_semua,
    tarik_lingkungan,
    tarik_lpj,
    tarik_proyek,
)
from meja.views.tertahan import tampilkan, tertahan
from meja.views.tindakan import tindakan
from meja.views.unduh import unduh

__all__ = [
    "belanja_menyusul",
    "beranda",
    "berfungsi",
    "buku_kecamatan",
    "cari_semua",
    "cek_baca",
    "daftar",
    "dilihat",
    "evaluasi",
    "foto_jawaban",
    "identitas",
    "jeda",
    "jeda_tarik",
    "jeda_ubah",
    "kabar",
    "kabar_buka",
    "kabar_selesai",
    "kecamatan",
    "keputusan",
    "kesiapan",
    "kesiapan_buka",
    "kesiapan_cabut",
    "kesiapan_catat",
    "kesiapan_kampung",
    "kesiapan_naskah",
    "kesiapan_tutup",
    "lapangan",
    "lembar",
    "lembar_kecamatan",
    "massal",
    "massal_pilih",
    "minggu",
    "minggu_daftar",
    "penilaian",
    "permintaan",
    "permintaan_jawab",
    "permintaan_urus",
    "pin",
    "pin_daftar",
    "rekan",
    "rekan_buka",
    "rekan_selesai",
    "rincian",
    "saringan",
    "saringan_nama",
    "saringan_simpan",
    "saringan_ubah",
    "surat",
    "surat_instansi",
    "surat_sembunyi",
    "surat_tampil",
    "tampilkan",
    "tanggapan_perbaiki",
    "tanggapan_tarik",
    "tanggapi",
    "tanggapi_daftar",
    "tarik_foto",
    "tarik_foto_laporan",
    "tarik_jawaban",
    "tarik_laporan",
    "tarik_laporan_semua",
    "tarik_lingkungan",
    "tarik_lpj",
    "tarik_proyek",
    "tertahan",
    "tindakan",
    "tutup_dokumen",
    "tutup_foto",
    "tutup_foto_lapangan",
    "tutup_foto_laporan",
    "tutup_lampiran_catatan",
    "tutup_pindaian",
    "tutup_pindaian_lpj",
    "tutup_surat",
    "unduh",
]
