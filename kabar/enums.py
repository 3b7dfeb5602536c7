"""Fixed choices of news."""

from django.db import models


class Jenis(models.TextChoices):
    BERITA = "berita", "Berita"
    PENGUMUMAN = "pengumuman", "Pengumuman"
    PENJELASAN = "penjelasan", "Penjelasan"
    BAHAYA = "bahaya", "Peringatan bahaya"


class Kerja(models.IntegerChoices):
    """The kinds of work that an official is told of (`kabar.bacaan.kerja`). Stored values never
    change."""

    KIRIMAN = 1, "kiriman"
    KETERANGAN = 2, "permintaan keterangan"
    DIJAWAB = 3, "jawaban permintaan keterangan"
    PIN = 4, "permintaan PIN baru"
    SANDI = 5, "permintaan kode kata sandi"
    PEMBACA = 6, "permintaan pembaca rahasia"
    KEPUTUSAN = 7, "keputusan atas nama kepala kampung"
    SANGGAHAN = 8, "keputusan yang disanggah"
    EVALUASI = 9, "evaluasi proyek"
    FUNGSI = 10, "pertanyaan masih berfungsi"
    CEK = 11, "cek warga yang menunggu jawaban"
    CEK_TERTAHAN = 12, "cek warga yang tertahan"
    CATATAN = 13, "catatan BPK Kampung yang menunggu tanggapan"
    CATATAN_DIJAWAB = 14, "catatan BPK Kampung yang sudah ditanggapi"
    RENCANA = 15, "rencana yang menunggu dibuka atau ditetapkan"
    TAWARAN = 16, "tawaran bantuan"


class Lewat(models.TextChoices):
    """The number by which an official was told."""

    SENDIRI = "sendiri", "nomornya sendiri"
    KANTOR = "kantor", "nomor kantor"
    PILIH = "pilih", "nomor yang dipilih pengirim"
