"""Addresses of the forum."""

from django.urls import path

from forum import views
from forum.models import ALAMAT_TULIS

app_name = "forum"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path(f"{ALAMAT_TULIS}/", views.tulis, name="tulis"),
    path("<slug:slug>/", views.ruang, name="ruang"),
    path("<slug:slug>/<int:pk>/", views.topik, name="topik"),
]
