"""Addresses of the portal (design §4)."""

from django.contrib import admin
from django.urls import include, path

from bangunrejo import kesehatan

urlpatterns = [
    path("livez", kesehatan.livez, name="livez"),
    path("readyz", kesehatan.readyz, name="readyz"),
    path("", include("transparansi.urls")),
    path("", include("core.urls")),
    path("proyek/", include("proyek.urls")),
    path("keputusan/", include("proyek.urls_keputusan")),
    path("aspirasi/", include("aspirasi.urls")),
    path("laporan/", include("laporan.urls")),
    path("forum/", include("forum.urls")),
    path("kabar/", include("kabar.urls")),
    path("kerja/", include("meja.urls")),
    path("akun/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
