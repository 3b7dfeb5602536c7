"""/musrenbang/"""

from django.urls import path

from musrenbang.views import baca, keluar, nilai, rapat, selenggara, usul

app_name = "musrenbang"
urlpatterns = [
    path("", baca.daftar, name="daftar"),
    path("buka/", selenggara.buka, name="buka"),
    path("usulan/<samar:pk>/", baca.usulan, name="usulan"),
    path("usulan/<samar:pk>/ubah/", usul.ubah, name="ubah"),
    path("usulan/<samar:pk>/foto/", usul.foto, name="foto"),
    path("usulan/<samar:pk>/tarik/", usul.tarik, name="tarik"),
    path("usulan/<samar:pk>/nilai/", nilai.usulan, name="nilai_usulan"),
    path("usulan/<samar:pk>/urutan/", rapat.urutan, name="urutan"),
    path("usulan/<samar:pk>/jawaban/", rapat.jawaban, name="jawaban"),
    path("perubahan/<samar:pk>/batal/", rapat.batal_urutan, name="urutan_batal"),
    path("<int:tahun>/", baca.rincian, name="rincian"),
    path("<int:tahun>/usul/", usul.usul, name="usul"),
    path("<int:tahun>/siap/", selenggara.siap, name="siap"),
    path("<int:tahun>/atur/", selenggara.atur, name="atur"),
    path("<int:tahun>/hadir/", selenggara.hadir, name="hadir"),
    path("<int:tahun>/maju/", selenggara.maju, name="maju"),
    path("<int:tahun>/mundur/", selenggara.mundur, name="mundur"),
    path("<int:tahun>/nilai/", nilai.daftar, name="nilai"),
    path("<int:tahun>/layar/", rapat.layar, name="layar"),
    path("<int:tahun>/berita-acara/", keluar.berita_acara, name="berita_acara"),
    path("<int:tahun>/sipd/", keluar.sipd, name="sipd"),
]
