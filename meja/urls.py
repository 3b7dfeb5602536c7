"""Addresses of the desks."""

from django.urls import path

from meja import views

app_name = "meja"
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("aspirasi/", views.daftar, name="aspirasi"),
    path("aspirasi/<uuid:acuan>/", views.rincian, name="aspirasi_rincian"),
    path("aspirasi/<uuid:acuan>/identitas/", views.identitas, name="aspirasi_identitas"),
    path("aspirasi/<uuid:acuan>/<slug:nama>/", views.tindakan, name="aspirasi_tindakan"),
    path("tertahan/", views.tertahan, name="tertahan"),
    path("tertahan/<slug:jenis>/<int:pk>/tampilkan/", views.tampilkan, name="tampilkan"),
    path("surat/", views.surat, name="surat"),
]
