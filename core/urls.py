"""The address of stored files."""

from django.urls import path

from core import views

urlpatterns = [path("berkas/<str:nama>", views.berkas, name="berkas")]
