"""/anggaran/"""

from django.urls import path

from anggaran.views import angka, baca, impor, urus

app_name = "anggaran"
urlpatterns = [
    path("", baca.semua, name="daftar"),
    path("catatan/<slug:macam>/<samar:pk>/", angka.ubah, name="angka_ubah"),
    path("catatan/<slug:macam>/<samar:pk>/cabut/", angka.cabut, name="angka_cabut"),
    path("templat.xlsx", impor.templat, name="templat"),
    path("impor/<samar:pk>/", impor.lihat, name="impor_lihat"),
    path("<slug:kampung>/<int:tahun>/", baca.rinci, name="rinci"),
    path("<slug:kampung>/<int:tahun>/urus/", urus.urus, name="urus"),
    path("<slug:kampung>/<int:tahun>/catat/<slug:macam>/", angka.catat, name="angka"),
    path("<slug:kampung>/<int:tahun>/<slug:nama>/isi/", urus.isi, name="isi"),
    path("<slug:kampung>/<int:tahun>/<slug:nama>/impor/", impor.unggah, name="impor"),
    path(
        "<slug:kampung>/<int:tahun>/<slug:nama>/baliho/<slug:ukuran>/", urus.baliho, name="baliho"
    ),
    path("<slug:kampung>/<int:tahun>/<slug:nama>/periksa/", urus.periksa, name="periksa"),
    path("<slug:kampung>/<int:tahun>/<slug:nama>/terbit/", urus.terbit, name="terbit"),
    path("<slug:kampung>/<int:tahun>/<slug:nama>/buang/", urus.buang, name="buang"),
]
