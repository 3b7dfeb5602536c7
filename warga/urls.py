"""Pages of the kampung."""

from django.urls import path

from warga.views import kampung

app_name = "kampung"
urlpatterns = [path("", kampung.daftar, name="daftar")]
