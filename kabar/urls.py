"""Addresses of the news."""

from django.urls import path

from kabar import views

app_name = "kabar"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("tulis/", views.tulis, name="tulis"),
    path("<int:pk>/", views.rincian, name="rincian"),
]
