"""Addresses of aspirasi."""

from django.urls import path

from aspirasi import views

app_name = "aspirasi"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("kirim/", views.kirim, name="kirim"),
    path("peta/", views.peta, name="peta"),
    path("serupa/", views.serupa, name="serupa"),
    path("terkirim/", views.terkirim, name="terkirim"),
    path("lupakan/", views.lupakan, name="kiriman_lupakan"),
    path("titipan/", views.titipan, name="titipan"),
    path("titipan/tanda-terima/", views.tanda_terima, name="tanda_terima"),
    path("titipan/selesai/", views.tanda_terima_selesai, name="tanda_terima_selesai"),
    path("formulir/", views.formulir, name="formulir"),
    path("poster/<slug:slug>/", views.poster, name="poster"),
    path("lacak/", views.lacak, name="lacak"),
    path("saya/", views.saya, name="saya"),
    path("kiriman/<uuid:acuan>/", views.kiriman, name="kiriman"),
    path("kiriman/<uuid:acuan>/pin/", views.kiriman_pin, name="kiriman_pin"),
    path("kiriman/<uuid:acuan>/pin/email/", views.pin_email, name="kiriman_pin_email"),
    path("kiriman/<uuid:acuan>/batal-pin/", views.batal_pin, name="kiriman_batal_pin"),
    path("kiriman/<uuid:acuan>/balas/", views.balas, name="kiriman_balas"),
    path("kiriman/<uuid:acuan>/foto/", views.foto, name="kiriman_foto"),
    path("kiriman/<uuid:acuan>/foto/dibaca/", views.foto_dibaca, name="kiriman_foto_dibaca"),
    path("kiriman/<uuid:acuan>/beres/", views.beres, name="kiriman_beres"),
    path("kiriman/<uuid:acuan>/belum/", views.belum, name="kiriman_belum"),
    path("kiriman/<uuid:acuan>/nilai/", views.nilai, name="kiriman_nilai"),
    path("kiriman/<uuid:acuan>/tarik/", views.tarik, name="kiriman_tarik"),
    path("kiriman/<uuid:acuan>/letak/", views.letak, name="kiriman_letak"),
    path("kiriman/<uuid:acuan>/pembaca/", views.jangkauan, name="kiriman_pembaca"),
    path("kiriman/<uuid:acuan>/akun/", views.akun, name="kiriman_akun"),
    path("kiriman/<uuid:acuan>/akun/lepas/", views.lepas_akun, name="kiriman_lepas_akun"),
    path("kiriman/<uuid:acuan>/kontak/", views.kontak, name="kiriman_kontak"),
    path("kiriman/<uuid:acuan>/data/", views.data, name="kiriman_data"),
    path("kiriman/<uuid:acuan>/unduh/", views.unduh, name="kiriman_unduh"),
    path("kiriman/<uuid:acuan>/hapus/", views.hapus, name="kiriman_hapus"),
    path("<slug:nomor>/ikut/", views.ikut, name="ikut"),
    path("<slug:nomor>/dukung/", views.dukung, name="dukung"),
    path("<slug:nomor>/batal-dukung/", views.batal_dukung, name="batal_dukung"),
    path("<slug:nomor>/belum-beres/", views.belum_beres, name="belum_beres"),
    path("<slug:nomor>/batal-belum-beres/", views.batal_belum_beres, name="batal_belum_beres"),
    path("<slug:nomor>/", views.rincian, name="rincian"),
]
