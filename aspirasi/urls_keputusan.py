"""/keputusan/ as a whole. A decision answers objections, so the page that enters one is added
here."""

from django.urls import path

from aspirasi.views import keputusan, surat_keputusan
from proyek.urls_keputusan import app_name as app_name
from proyek.urls_keputusan import urlpatterns as urls_keputusan

urlpatterns = [
    path("catat/", keputusan.catat, name="catat"),
    *urls_keputusan,
    path("<slug:nomor>/pindaian/", surat_keputusan.pindaian, name="pindaian"),
    path("<slug:nomor>/pindaian/<samar:pk>/", surat_keputusan.pindaian_ubah, name="pindaian_ubah"),
    path("<slug:nomor>/tarik/", surat_keputusan.tarik, name="tarik"),
    path("<slug:nomor>/sikap/", surat_keputusan.sikap, name="sikap"),
]
