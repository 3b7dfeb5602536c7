"""The desk of printed codes, under /kerja/kode/."""

from django.urls import path

from warga.pengaman import butuh_pengaman
from warga.views import beri_kode, pembaca, petugas, petugas_banyak, sandi

app_name = "kode"
urlpatterns = [
    path("", butuh_pengaman()(beri_kode.beri), name="beri"),
    path("rekap/", beri_kode.rekap, name="rekap"),
    path("petugas/", butuh_pengaman()(petugas.tambah), name="petugas"),
    path("petugas/berkas/", butuh_pengaman()(petugas_banyak.berkas), name="petugas_berkas"),
    path("petugas/templat/", petugas_banyak.templat, name="petugas_templat"),
    path("pembaca/", pembaca.daftar, name="pembaca"),
    path("pembaca/<samar:pk>/", pembaca.rincian, name="pembaca_permintaan"),
    path("pembaca/<samar:pk>/tarik/", pembaca.tarik, name="pembaca_tarik"),
    path("sandi/", sandi.daftar, name="sandi"),
    path("sandi/akun/<samar:pk>/", sandi.minta, name="minta"),
    path("sandi/<samar:pk>/", sandi.rincian, name="permintaan"),
    path("sandi/<samar:pk>/putuskan/", sandi.putuskan, name="putuskan"),
    path("sandi/<samar:pk>/buka/", sandi.buka, name="buka"),
    path("sandi/<samar:pk>/tarik/", sandi.tarik, name="tarik"),
]
