"""Rules that the database holds for a kiriman, whatever writes to it; each with a sentence."""

from django.db import models
from django.db.models import F, Q

from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    STATUS_TERTUTUP,
    Golongan,
    Jangkauan,
    Jenis,
    JenisJawaban,
    Langkah,
    Status,
    Tentang,
)
from core.formulir.fields import salah_satu, titik_lengkap
from core.tenggat.bertenggat import kendala_jam

_TERTUTUP = Q(status__in=STATUS_TERTUTUP)
_TANPA_TENGGAT = Q(tenggat__isnull=True)

PILIHAN = [
    salah_satu("aspirasi_status_dikenal", "status", Status, "Status ini tidak dikenal."),
    salah_satu("aspirasi_langkah_dikenal", "langkah", Langkah, "Langkah ini tidak dikenal."),
    salah_satu("aspirasi_golongan_dikenal", "golongan", Golongan, "Golongan ini tidak dikenal."),
    salah_satu("aspirasi_jangkauan_dikenal", "jangkauan", Jangkauan, "Pembaca ini tidak dikenal."),
    salah_satu("aspirasi_jenis_dikenal", "jenis", Jenis, "Jenis ini tidak dikenal."),
    models.CheckConstraint(
        condition=Q(jawaban__in=["", *JenisJawaban.values]),
        name="aspirasi_jawaban_dikenal",
        violation_error_message="Jawaban ini tidak dikenal.",
    ),
]
JANJI = [
    models.CheckConstraint(
        condition=Q(status=Status.DIJANJIKAN, langkah=Langkah.JANJI)
        | ~Q(status=Status.DIJANJIKAN) & ~Q(langkah=Langkah.JANJI),
        name="aspirasi_janji_ditunggu",
        violation_error_message="Yang dijanjikan menunggu janjinya, dan yang lain tidak.",
    ),
    models.CheckConstraint(
        condition=~Q(status=Status.DIJANJIKAN)
        | Q(dijanjikan__isnull=False, tenggat__isnull=False, dijanjikan=F("tenggat")),
        name="aspirasi_janji_bertanggal",
        violation_error_message="Janji harus bertanggal.",
    ),
]
JAM = [
    *kendala_jam("aspirasi"),
    models.CheckConstraint(
        condition=~_TERTUTUP | (_TANPA_TENGGAT & Q(langkah=Langkah.NIHIL)),
        name="aspirasi_tertutup_tanpa_tenggat",
        violation_error_message="Pada kiriman yang ditutup tidak ada lagi yang ditunggu.",
    ),
]
KENDALA = [
    models.CheckConstraint(
        condition=Q(tentang=Tentang.TIDAK) | Q(jangkauan=Jangkauan.KECAMATAN),
        name="aspirasi_tentang_petugas_tertutup",
        violation_error_message="Kiriman tentang petugas hanya dibaca petugas kecamatan.",
    ),
    models.CheckConstraint(
        condition=Q(langsung=False)
        | Q(tentang=Tentang.TIDAK, tidak_yakin=False, kampung__isnull=False)
        & ~Q(jangkauan=Jangkauan.KECAMATAN),
        name="aspirasi_langsung_boleh",
        violation_error_message="Hanya yang bukan tentang petugas, dan yang kampungnya dipilih, "
        "dapat langsung ke kampung.",
    ),
    models.CheckConstraint(
        condition=Q(cara_selesai="") ^ Q(status=Status.SELESAI),
        name="aspirasi_selesai_dengan_cara",
        violation_error_message="Kiriman yang selesai harus disebut cara selesainya.",
    ),
    models.CheckConstraint(
        condition=Q(diambil_oleh__isnull=True)
        | Q(status__in=STATUS_BELUM_DIPERIKSA, ditangani__isnull=False),
        name="aspirasi_diambil_sebelum_diperiksa",
        violation_error_message="Yang diambil lebih dulu belum diperiksa, dan ada di satu kantor.",
    ),
    titik_lengkap("aspirasi_letak_lengkap"),
    models.CheckConstraint(
        condition=Q(letak_menunggu_pada__isnull=True) | Q(tempat_umum=True, lintang__isnull=False),
        name="aspirasi_letak_menunggu_bertitik",
        violation_error_message="Yang menunggu dilihat harus punya lokasi tempat umum.",
    ),
    models.CheckConstraint(
        condition=Q(status=Status.DIGABUNG, digabung_ke__isnull=False)
        | (~Q(status=Status.DIGABUNG) & Q(digabung_ke__isnull=True)),
        name="aspirasi_gabungan_bertujuan",
        violation_error_message="Kiriman yang digabung harus menyebut tujuannya.",
    ),
    models.CheckConstraint(
        condition=Q(mengutip=False) | Q(isi="", digabung_ke__isnull=False),
        name="aspirasi_mengutip_tanpa_kata",
        violation_error_message="Hanya yang ikut tanpa kata sendiri yang mengutip.",
    ),
    models.CheckConstraint(
        condition=~Q(digabung_ke=F("pk")),
        name="aspirasi_tidak_digabung_ke_diri",
        violation_error_message="Kiriman tidak dapat digabung ke dirinya sendiri.",
    ),
    models.CheckConstraint(
        condition=Q(ditutup_pada__isnull=True) ^ _TERTUTUP,
        name="aspirasi_tertutup_bertanggal",
        violation_error_message="Kiriman yang ditutup harus bertanggal.",
    ),
    models.CheckConstraint(
        condition=~Q(anak=True, tampilkan_nama=True),
        name="aspirasi_anak_tanpa_nama",
        violation_error_message="Nama pengirim yang belum 18 tahun tidak ditampilkan.",
    ),
    *PILIHAN,
    *JANJI,
    *JAM,
]
