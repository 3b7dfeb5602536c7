"""/laporan/"""

from django.urls import path

from laporan.views import (
    baca,
    banding,
    bulan,
    draf,
    evaluasi,
    garis,
    lembar,
    menyusul,
    penerbit,
    penulis,
    serah,
    tulis,
)

app_name = "laporan"
urlpatterns = [
    path("", baca.daftar, name="daftar"),
    path("bulan/", bulan.kini, name="bulan_kini"),
    path("bulan/<slug:bulan>/", bulan.bulan, name="bulan"),
    path("bulan/<slug:bulan>/xlsx/", bulan.buku, name="bulan_xlsx"),
    path("pelajaran/", evaluasi.pelajaran, name="pelajaran"),
    path("saya/", penulis.saya, name="saya"),
    path("saya/<int:pk>/", penulis.jawab, name="saya_jawab"),
    path("penulis/<slug:nomor>/", penulis.penulis, name="penulis"),
    path("penulis/<slug:nomor>/<int:pk>/cabut/", penulis.cabut, name="penulis_cabut"),
    path("penerbit/", penerbit.penerbit, name="penerbit"),
    path("proyek/<slug:nomor>/", garis.garis, name="garis"),
    path("evaluasi/<slug:nomor>/", evaluasi.evaluasi, name="evaluasi"),
    path("tulis/<slug:nomor>/", tulis.tulis, name="tulis"),
    path("draf/<int:pk>/", draf.draf, name="draf"),
    path("draf/<int:pk>/hapus/", draf.hapus_draf, name="hapus_draf"),
    path("draf/<int:pk>/ubah/", tulis.ubah, name="ubah"),
    path("draf/<int:pk>/foto/", draf.foto, name="foto"),
    path("draf/<int:pk>/foto/<int:foto>/hapus/", draf.hapus_foto, name="hapus_foto"),
    path("draf/<int:pk>/foto/tertunda/", draf.foto_tertunda, name="foto_tertunda"),
    path("draf/<int:pk>/terbitkan/", draf.terbitkan, name="terbitkan"),
    path("draf/<int:pk>/kirim/", serah.kirim, name="kirim"),
    path("draf/<int:pk>/ambil/", serah.ambil, name="ambil"),
    path("draf/<int:pk>/kembalikan/", serah.kembalikan, name="kembalikan"),
    path("<slug:nomor>/lembar/", lembar.lembar, name="lembar"),
    path("<slug:nomor>/docx/", lembar.unduh, name="docx"),
    path("<slug:nomor>/belanja/", menyusul.isi, name="belanja"),
    path("<slug:nomor>/banding/<slug:lain>/", banding.banding, name="banding"),
    path("<slug:nomor>/", baca.rincian, name="rincian"),
]
