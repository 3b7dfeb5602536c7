"""/kampung/. The list comes from warga, the page of one kampung from here."""

from django.urls import path

from transparansi import views
from warga import urls as daftar

app_name = daftar.app_name
urlpatterns = [*daftar.urlpatterns, path("<slug:slug>/", views.kampung, name="rincian")]
