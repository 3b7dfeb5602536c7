"""/mitra/"""

from django.urls import path

from mitra.views import baca, janji, kebutuhan, kerja, lacak, meja, tawarkan

app_name = "mitra"
urlpatterns = [
    path("", baca.daftar, name="daftar"),
    path("tawarkan/", tawarkan.tawarkan, name="tawarkan"),
    path("terkirim/", tawarkan.terkirim, name="terkirim"),
    path("lacak/", lacak.lacak, name="lacak"),
    path("lupakan/", lacak.lupakan, name="tawaran_lupakan"),
    path("tawaran/<uuid:acuan>/", lacak.tawaran, name="tawaran"),
    path("tawaran/<uuid:acuan>/tarik/", lacak.tarik, name="tawaran_tarik"),
    path("kampung/<slug:kampung>/", baca.kampung, name="kampung"),
    path("kampung/<slug:kampung>/butuh/", kebutuhan.catat, name="butuh"),
    path("kampung/<slug:kampung>/kerja/", kerja.catat, name="kerja"),
    path("kebutuhan/<samar:pk>/ubah/", kebutuhan.ubah, name="butuh_ubah"),
    path("kebutuhan/<samar:pk>/tutup/", kebutuhan.tutup, name="butuh_tutup"),
    path("kerja/<samar:pk>/ubah/", kerja.ubah, name="kerja_ubah"),
    path("kerja/<samar:pk>/cabut/", kerja.cabut, name="kerja_cabut"),
    path("meja/", meja.daftar, name="meja"),
    path("meja/<uuid:acuan>/", meja.rincian, name="meja_tawaran"),
    path("meja/<uuid:acuan>/kontak/", meja.kontak, name="kontak"),
    path("meja/<uuid:acuan>/periksa/", meja.periksa, name="periksa"),
    path("meja/<uuid:acuan>/tulis/", meja.tulis, name="tulis"),
    path("meja/<uuid:acuan>/tolak/", meja.tolak, name="tolak"),
    path("meja/<uuid:acuan>/sembunyi/", meja.sembunyi, name="sembunyi"),
    path("meja/<uuid:acuan>/sepakati/", janji.sepakati, name="sepakati"),
    path("meja/<uuid:acuan>/janji/", janji.ubah, name="janji_ubah"),
    path("meja/<uuid:acuan>/terima/", janji.terima, name="terima"),
    path("meja/<uuid:acuan>/selesai/", janji.selesai, name="selesai"),
    path("meja/<uuid:acuan>/buka/", janji.buka, name="buka_lagi"),
    path("penerimaan/<samar:pk>/", janji.betulkan, name="betulkan"),
    path("penerimaan/<samar:pk>/bukti/", janji.bukti, name="bukti"),
    path("<slug:slug>/", baca.rinci, name="rinci"),
    path("<slug:slug>/ubah/", baca.ubah, name="mitra_ubah"),
]
