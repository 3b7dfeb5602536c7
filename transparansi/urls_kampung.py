"""/kampung/. The list comes from warga, the page of one kampung from here."""

from django.urls import path

from laporan.views import kalender, tahunan
from proyek.views import lingkungan
from transparansi import views
from warga import urls as daftar

app_name = daftar.app_name
urlpatterns = [
    *daftar.urlpatterns,
    path("informasi/", views.informasi, name="informasi_semua"),
    path("informasi/surat/", views.surat_informasi, name="surat_informasi_semua"),
    path("<slug:slug>/", views.kampung, name="rincian"),
    path("<slug:slug>/kalender/", kalender.kalender, name="kalender"),
    path("<slug:slug>/kalender.ics", kalender.ics, name="kalender_ics"),
    path("<slug:slug>/lembar/<slug:jenis>/<int:tahun>/", tahunan.lembar, name="lembar"),
    path("<slug:slug>/lembar/<slug:jenis>/<int:tahun>/docx/", tahunan.unduh, name="lembar_docx"),
    path("<slug:slug>/lingkungan/", views.lingkungan, name="lingkungan"),
    path("<slug:slug>/lingkungan/<slug:hal>/", lingkungan.ubah, name="lingkungan_ubah"),
    path("<slug:slug>/informasi/", views.informasi, name="informasi"),
    path("<slug:slug>/informasi/surat/", views.surat_informasi, name="surat_informasi"),
]
