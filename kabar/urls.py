"""Addresses of the news, of following, and of notices."""

from django.urls import path

from kabar import views

app_name = "kabar"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("tulis/", views.tulis, name="tulis"),
    path("pemberitahuan/", views.pemberitahuan, name="pemberitahuan"),
    path("pemberitahuan/dibaca/<samar:sampai>/", views.tandai_semua, name="tandai_semua"),
    path("pemberitahuan/pilihan/", views.pilihan, name="pilihan"),
    path("pemberitahuan/surat/", views.surat, name="surat"),
    path("pemberitahuan/henti/<str:tanda>/", views.henti, name="henti"),
    path("pemberitahuan/henti-meja/<str:tanda>/", views.henti_meja, name="henti_meja"),
    path("pemberitahuan/ikutan/", views.ikutan, name="ikutan"),
    path("pemberitahuan/<samar:pk>/", views.buka, name="buka"),
    path("ikuti/<slug:jenis>/<slug:kunci>/", views.ikuti, name="ikuti"),
    path("ikuti/<slug:jenis>/<slug:kunci>/berhenti/", views.berhenti, name="berhenti"),
    path("<int:pk>/", views.rincian, name="rincian"),
]
