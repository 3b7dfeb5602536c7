"""/rencana/"""

from django.urls import path

from rencana.views import atur, baris, bicara, dusun, papan, rinci, status, susun, tetapkan, unduh

app_name = "rencana"
DU = {"jenis": "du-rkp"}
RKP = {"jenis": "rkp"}
urlpatterns = [
    path("", papan.papan, name="papan"),
    path("buat/", susun.buat, name="buat"),
    path("jadwal/<int:tahun>/", papan.siklus, name="siklus"),
    path("jadwal/<int:tahun>/atur/", atur.tambah, name="masa_tambah"),
    path("jadwal/<int:tahun>/biasa/", atur.biasa, name="masa_biasa"),
    path("jadwal/<int:tahun>/<int:pk>/", atur.ubah, name="masa"),
    path("baris/<samar:pk>/", baris.rincian, name="baris"),
    path("baris/<samar:pk>/dukung/", baris.dukung, name="dukung"),
    path("baris/<samar:pk>/ubah/", susun.ubah, name="ubah"),
    path("baris/<samar:pk>/keluar/", susun.hapus, name="hapus"),
    path("baris/<samar:pk>/hasil/", tetapkan.hasil, name="hasil"),
    path("bicara/<samar:pk>/", bicara.bicara, name="bicara"),
    path("dusun/<samar:pk>/", dusun.ubah, name="dusun_ubah"),
    path("<slug:kampung>/<int:tahun>/", rinci.rinci, RKP, name="rinci"),
    path("<slug:kampung>/<int:tahun>/du-rkp/", rinci.rinci, DU, name="rinci_usulan"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/urus/", susun.urus, name="urus"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/tambah/", susun.tambah, name="tambah"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/uang/", susun.uang, name="uang"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/kembali/", susun.kembali, name="kembali"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/dusun/", dusun.tambah, name="dusun"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/buka/", status.buka, name="buka"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/batal/", status.batal, name="batal"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/masa-tanya/", status.masa, name="masa_tanya"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/tutup/", status.tutup, name="tutup"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/buka-lagi/", status.lagi, name="buka_lagi"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/tetapkan/", tetapkan.tetapkan, name="tetapkan"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/cetak/", rinci.cetak, name="cetak"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/xlsx/", unduh.buku, name="xlsx"),
    path("<slug:kampung>/<int:tahun>/<slug:jenis>/csv/", unduh.csv, name="csv"),
]
