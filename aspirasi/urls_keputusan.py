"""/keputusan/ as a whole. A decision answers objections, so the page that enters one is added
here."""

from django.urls import path

from aspirasi.views import keputusan
from proyek.urls_keputusan import app_name as app_name
from proyek.urls_keputusan import urlpatterns as urls_keputusan

urlpatterns = [path("catat/", keputusan.catat, name="catat"), *urls_keputusan]
