"""The desk of printed codes, under /kerja/kode/."""

from django.urls import path

from warga.views import beri_kode

app_name = "kode"
urlpatterns = [
    path("", beri_kode.cari, name="cari"),
    path("<int:pk>/", beri_kode.beri, name="beri"),
]
