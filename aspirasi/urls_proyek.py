"""/proyek/ as a whole. Opening a project may answer a kiriman, and taking one back undoes that, so
these pages are added here."""

from django.urls import path

from aspirasi.views import proyek
from proyek.urls import app_name as app_name
from proyek.urls import urlpatterns as urls_proyek

urlpatterns = [
    path("buka/", proyek.buka, name="buka"),
    path("<slug:nomor>/cabut/", proyek.cabut, name="cabut"),
    *urls_proyek,
]
