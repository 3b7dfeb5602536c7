"""The first page."""

from django.urls import path

from transparansi import views

urlpatterns = [path("", views.beranda, name="beranda")]
