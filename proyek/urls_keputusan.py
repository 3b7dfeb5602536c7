"""/keputusan/"""

from django.urls import path

from proyek.views import keputusan

app_name = "keputusan"
urlpatterns = [
    path("", keputusan.daftar, name="daftar"),
    path("<slug:nomor>/", keputusan.rincian, name="rincian"),
]
