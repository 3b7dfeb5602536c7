"""The list of the kiriman on a desk."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from aspirasi.bacaan.tulisan import judul
from aspirasi.models import Aspirasi
from meja.daftar.bentuk import Daftar, Kolom, Massal
from meja.filters import MejaFilter
from meja.tindakan.massal import TERBANYAK
from warga.models import Pengguna


def _baris(oleh: Pengguna) -> QuerySet[Any]:
    meja = Aspirasi.objects.untuk_meja(oleh).untuk_kartu()
    # One that joined another quotes it.
    return meja.select_related("ditugaskan", "digabung_ke").milik_dulu(oleh)


def _kampung(satu: Aspirasi) -> str:
    return satu.kampung.nama if satu.kampung else "belum diketahui"


# No words of the kiriman, no sender and no kode lacak: the list does not show them either.
KIRIMAN = Daftar(
    nama="aspirasi",
    judul="Kiriman warga",
    alamat="meja:aspirasi",
    baris=_baris,
    saringan=MejaFilter,
    kolom=(
        Kolom("Kiriman", judul),
        Kolom("Nomor", lambda a: a.nomor, di="Kiriman"),
        Kolom("Jenis", lambda a: a.get_jenis_display(), di="Kiriman"),
        Kolom("Kampung", _kampung, di="Kiriman", sebut="Kampung"),
        Kolom("Masuk", lambda a: a.dibuat, urut=("terlama", "terbaru")),
        Kolom("Status", lambda a: a.kata_status),
        Kolom("Paling lambat", lambda a: a.tenggat, urut=("tenggat", "tenggat-akhir")),
        Kolom("Terlambat", lambda a: a.kata_terlambat if a.terlambat else None, di="Paling lambat"),
        Kolom("Ditangani", lambda a: a.ditangani.nama if a.ditangani else None),
        Kolom(
            "Dipegang",
            lambda a: a.ditugaskan.nama if a.ditugaskan else None,
            di="Ditangani",
            sebut="dipegang",
        ),
        Kolom("Bahaya", lambda a: "Bahaya" if a.bahaya else None, di="Status"),
        Kolom("Pembaca", lambda a: a.get_jangkauan_display(), di="Status"),
    ),
    tautan=lambda a: reverse("meja:aspirasi_rincian", args=[a.acuan]),
    kartu="meja/kartu_meja.html",
    kosong=(
        "Tidak ada kiriman di sini",
        "Pilih antrean lain, coba kata lain, atau hapus pilihannya.",
    ),
    rahasia=True,
    jangkar=lambda a: str(a.acuan),
    massal=Massal(
        "aspirasi.teruskan", "Teruskan yang dicentang", "meja:massal_pilih", "acuan", TERBANYAK
    ),
)
