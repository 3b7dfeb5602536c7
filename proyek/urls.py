"""/proyek/. The app aspirasi adds the page that opens a project (proyek:buka), since it may know
both."""

from django.urls import path

from proyek.views import (
    butir,
    fungsi,
    kegiatan,
    lestari,
    lpj,
    muda,
    papan,
    pencairan,
    perubahan,
    proyek,
    rencana,
    tahap,
    tim,
    tindakan,
)

app_name = "proyek"
urlpatterns = [
    path("", proyek.daftar, name="daftar"),
    path("kegiatan/", kegiatan.cari, name="kegiatan"),
    path("lpj/", lpj.lpj, name="lpj"),
    path("lpj/<samar:pk>/", lpj.satu, name="lpj_satu"),
    path("lpj/<samar:pk>/koreksi/", lpj.koreksi, name="lpj_koreksi"),
    path("lpj/<samar:pk>/cabut/", lpj.cabut, name="lpj_cabut"),
    path("lpj/<samar:pk>/pindaian/", lpj.pindaian, name="lpj_pindaian"),
    path("lpj/<samar:pk>/pindaian/<samar:satu>/", lpj.pindaian_tarik, name="lpj_pindaian_tarik"),
    path("perubahan/", perubahan.banyak, name="perubahan"),
    path("<slug:nomor>/", proyek.rincian, name="rincian"),
    path("<slug:nomor>/perjalanan/", proyek.perjalanan, name="perjalanan"),
    path("<slug:nomor>/papan/", papan.papan, name="papan"),
    path("<slug:nomor>/ubah/", tindakan.ubah, name="ubah"),
    path("<slug:nomor>/betulkan/", muda.betulkan, name="betulkan_isian"),
    path("<slug:nomor>/perubahan/", perubahan.satu, name="perubahan_satu"),
    path("<slug:nomor>/tahap/", tahap.tahap, name="tahap"),
    path("<slug:nomor>/batalkan-tahap/", tahap.batal_tahap, name="batal_tahap"),
    path("<slug:nomor>/lestari/", lestari.ubah, name="lestari"),
    path("<slug:nomor>/berfungsi/", fungsi.berfungsi, name="berfungsi"),
    path("<slug:nomor>/pencairan/", pencairan.catat, name="pencairan"),
    path("<slug:nomor>/pencairan/<int:pk>/batalkan/", pencairan.batalkan, name="batalkan"),
    path("<slug:nomor>/pencairan/<int:pk>/betulkan/", pencairan.betulkan, name="betulkan"),
    path("<slug:nomor>/rencana-kemajuan/", rencana.rencana, name="rencana"),
    path("<slug:nomor>/rincian-pekerjaan/", butir.butir, name="butir"),
    path("<slug:nomor>/penerima/", rencana.penerima, name="penerima"),
    path("<slug:nomor>/tim/", tim.tim, name="tim"),
    path("<slug:nomor>/tim/<samar:pk>/", tim.tim_ubah, name="tim_ubah"),
    path("<slug:nomor>/dokumen/", tim.dokumen, name="dokumen"),
    path("<slug:nomor>/dokumen/<samar:pk>/", tim.dokumen_ubah, name="dokumen_ubah"),
]
