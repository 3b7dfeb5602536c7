"""/proyek/. The app aspirasi adds the page that opens a project (proyek:buka), since it may know
both."""

from django.urls import path

from proyek.views import kegiatan, proyek, tahap, tindakan

app_name = "proyek"
urlpatterns = [
    path("", proyek.daftar, name="daftar"),
    path("kegiatan/", kegiatan.cari, name="kegiatan"),
    path("<slug:nomor>/", proyek.rincian, name="rincian"),
    path("<slug:nomor>/ubah/", tindakan.ubah, name="ubah"),
    path("<slug:nomor>/tahap/", tahap.tahap, name="tahap"),
    path("<slug:nomor>/batalkan-tahap/", tahap.batal_tahap, name="batal_tahap"),
    path("<slug:nomor>/terima-uang/", tindakan.pencairan, name="pencairan"),
]
