"""Addresses of the portal."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from bangunrejo.halaman import keamanan_txt, kesehatan, robots_txt, views, views_panduan


def _pendek(nama: str) -> Any:
    """Return a short address for posters. It works with a slash at its end, too."""
    return login_not_required(RedirectView.as_view(pattern_name=nama, query_string=True))


urlpatterns = [
    path("livez", kesehatan.livez, name="livez"),
    path("readyz", kesehatan.readyz, name="readyz"),
    path(".well-known/security.txt", keamanan_txt.security_txt, name="security_txt"),
    path("security.txt", keamanan_txt.security_txt, name="security_txt_lama"),
    path("robots.txt", robots_txt.robots_txt, name="robots_txt"),
    path("", include("transparansi.urls")),
    path("", include("core.urls")),
    path("proyek/", include("aspirasi.urls_proyek")),
    path("keputusan/", include("aspirasi.urls_keputusan")),
    path("aspirasi/", include("aspirasi.urls")),
    re_path(r"^lapor/?$", _pendek("aspirasi:kirim")),
    re_path(r"^lacak/?$", _pendek("aspirasi:lacak")),
    path("rencana/", include("rencana.urls")),
    path("anggaran/", include("anggaran.urls")),
    path("mitra/", include("mitra.urls")),
    path("laporan/", include("laporan.urls")),
    path("musrenbang/", include("musrenbang.urls")),
    path("forum/", include("forum.urls")),
    path("kabar/", include("kabar.urls")),
    path("kampung/", include("transparansi.urls_kampung")),
    path("kerja/kode/", include("warga.urls_kerja")),
    path("kerja/", include("meja.urls")),
    path("akun/", include("warga.urls_akun")),
    path("panduan/", views_panduan.panduan, name="panduan"),
    path("panduan/lembar/<slug:nama>/", views_panduan.panduan_lembar, name="panduan_lembar"),
    path("panduan/<slug:nama>/", views_panduan.panduan_bagian, name="panduan_bagian"),
    path("bantuan/", views_panduan.panduan),
    path("tentang/", views.tentang, name="tentang"),
    path("jejak/segel/", views.segel, name="segel"),
    path("gaya/", views.gaya, name="gaya"),
    path("admin/", admin.site.urls),
]
handler400 = views.bad_request
handler500 = "bangunrejo.halaman.gangguan.server_error"
