"""Addresses of the desks."""

from django.urls import path

from meja import views

app_name = "meja"
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("aspirasi/", views.daftar, name="aspirasi"),
    path("aspirasi/massal/", views.massal, name="massal"),
    path("aspirasi/massal/pilih/", views.massal_pilih, name="massal_pilih"),
    path("aspirasi/<uuid:acuan>/", views.rincian, name="aspirasi_rincian"),
    path("aspirasi/<uuid:acuan>/identitas/", views.identitas, name="aspirasi_identitas"),
    path("aspirasi/<uuid:acuan>/pin/", views.pin, name="aspirasi_pin"),
    path("aspirasi/<uuid:acuan>/foto/<samar:pk>/", views.tutup_foto, name="aspirasi_foto"),
    path("aspirasi/<uuid:acuan>/foto/<samar:pk>/tarik/", views.tarik_foto, name="foto_tarik"),
    path(
        "aspirasi/<uuid:acuan>/jawaban/<samar:pk>/tarik/",
        views.tarik_jawaban,
        name="jawaban_tarik",
    ),
    path("aspirasi/<uuid:acuan>/jawaban/<samar:pk>/foto/", views.foto_jawaban, name="jawaban_foto"),
    path("aspirasi/<uuid:acuan>/surat/<samar:pk>/", views.surat_instansi, name="aspirasi_surat"),
    path("aspirasi/<uuid:acuan>/surat/<samar:pk>/tampil/", views.surat_tampil, name="surat_tampil"),
    path(
        "aspirasi/<uuid:acuan>/surat/<samar:pk>/sembunyi/",
        views.surat_sembunyi,
        name="surat_sembunyi",
    ),
    path("aspirasi/<uuid:acuan>/surat/<samar:pk>/tutup/", views.tutup_surat, name="surat_tutup"),
    path("aspirasi/<uuid:acuan>/<slug:nama>/", views.tindakan, name="aspirasi_tindakan"),
    path("laporan/<slug:nomor>/foto/<samar:pk>/", views.tutup_foto_laporan, name="laporan_foto"),
    path(
        "keputusan/<slug:nomor>/pindaian/<samar:pk>/",
        views.tutup_pindaian,
        name="pindaian_tutup",
    ),
    path("keputusan/", views.keputusan, name="keputusan"),
    path("laporan/<slug:nomor>/tarik/", views.tarik_laporan, name="laporan_tarik"),
    path(
        "laporan/<slug:nomor>/tarik/semua/",
        views.tarik_laporan_semua,
        name="laporan_tarik_semua",
    ),
    path(
        "laporan/<slug:nomor>/foto/<samar:pk>/tarik/",
        views.tarik_foto_laporan,
        name="laporan_foto_tarik",
    ),
    path("proyek/<slug:nomor>/tarik/", views.tarik_proyek, name="proyek_tarik"),
    path(
        "proyek/<slug:nomor>/dokumen/<samar:pk>/tutup/", views.tutup_dokumen, name="dokumen_tutup"
    ),
    path("lpj/<samar:pk>/tarik/", views.tarik_lpj, name="lpj_tarik"),
    path(
        "lpj/<samar:pk>/pindaian/<samar:satu>/tutup/",
        views.tutup_pindaian_lpj,
        name="pindaian_lpj_tutup",
    ),
    path(
        "lingkungan/<slug:slug>/<slug:hal>/tarik/",
        views.tarik_lingkungan,
        name="lingkungan_tarik",
    ),
    path("kabar/", views.kabar, name="kabar"),
    path("kabar/<uuid:acuan>/", views.kabar_buka, name="kabar_buka"),
    path("kabar/<uuid:acuan>/selesai/", views.kabar_selesai, name="kabar_selesai"),
    path("pin/", views.pin_daftar, name="pin_daftar"),
    path("permintaan/", views.permintaan, name="permintaan"),
    path("permintaan/<uuid:acuan>/", views.permintaan_jawab, name="permintaan_jawab"),
    path("permintaan/<uuid:acuan>/urus/", views.permintaan_urus, name="permintaan_urus"),
    path("penilaian/", views.penilaian, name="penilaian"),
    path("berfungsi/", views.berfungsi, name="berfungsi"),
    path("belanja/", views.belanja_menyusul, name="belanja"),
    path("evaluasi/", views.evaluasi, name="evaluasi"),
    path("tertahan/", views.tertahan, name="tertahan"),
    path("tertahan/cek/<samar:pk>/", views.cek_baca, name="cek_baca"),
    path("tertahan/<slug:jenis>/<int:pk>/tampilkan/", views.tampilkan, name="tampilkan"),
    path("jeda/", views.jeda, name="jeda"),
    path("jeda/<samar:pk>/tarik/", views.jeda_tarik, name="jeda_tarik"),
    path("jeda/<samar:pk>/<slug:nama>/", views.jeda_ubah, name="jeda_ubah"),
    path("minggu/", views.minggu, name="minggu"),
    path("unduh/<slug:daftar>/", views.unduh, name="unduh"),
    path("saringan/<slug:daftar>/", views.saringan, name="saringan"),
    path("saringan/<slug:daftar>/simpan/", views.saringan_simpan, name="saringan_simpan"),
    path("saringan/<slug:daftar>/<samar:pk>/", views.saringan_nama, name="saringan_nama"),
    path("saringan/<slug:daftar>/<samar:pk>/ubah/", views.saringan_ubah, name="saringan_ubah"),
    path("kecamatan/", views.kecamatan, name="kecamatan"),
    path("kecamatan/lembar/", views.lembar_kecamatan, name="kecamatan_lembar"),
    path("kecamatan/xlsx/", views.buku_kecamatan, name="kecamatan_xlsx"),
    path("lembar/", views.lembar, name="lembar"),
    path("surat/", views.surat, name="surat"),
]
