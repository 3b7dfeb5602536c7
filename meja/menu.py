"""The menu of a desk: its pages in a few groups, each for those whose page it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from meja.antrean import ANTREAN, alamat_antrean
from warga.models import Pengguna
from warga.rules import (
    adalah_admin,
    adalah_aparat,
    adalah_bpk,
    adalah_fasilitator,
    adalah_kecamatan,
    adalah_petugas,
)


@dataclass(frozen=True)
class Pintu:
    """A page of the desk: its word, its address, and how many wait there (None: not counted)."""

    kata: str
    alamat: str
    jumlah: int | None = None


@dataclass(frozen=True)
class Kelompok:
    """A group of pages under one word."""

    judul: str
    isi: list[Pintu]


@dataclass(frozen=True)
class _Halaman:
    """A page by its title, or the beginning of it, and whose it is; `kampung` adds the kampung of
    the person to its address."""

    kata: str
    nama: str
    untuk: Callable[[Any], bool]
    kampung: bool = False

    def pintu(self, oleh: Pengguna) -> Pintu:
        ekor = f"?kampung={oleh.kampung.slug}" if self.kampung and oleh.kampung else ""
        return Pintu(self.kata, reverse(self.nama) + ekor)


def _berizin(izin: str) -> Callable[[Any], bool]:
    return lambda oleh: bool(oleh.has_perm(izin))


_di_kampung = adalah_aparat | adalah_bpk
MENU: tuple[tuple[str, tuple[_Halaman, ...]], ...] = (
    (
        "Kiriman warga",
        (
            _Halaman("Kiriman warga", "meja:aspirasi", adalah_petugas),
            _Halaman("Permintaan keterangan", "meja:permintaan", adalah_petugas),
            _Halaman("Belum dikabari", "meja:kabar", _berizin("aspirasi.kabari_pengirim")),
            _Halaman("Penilaian pengirim", "meja:penilaian", adalah_petugas),
            _Halaman("Tulisan tertahan", "meja:tertahan", _berizin("forum.moderasi")),
        ),
    ),
    (
        "Proyek dan laporan",
        (
            _Halaman("Ringkasan kecamatan", "meja:kecamatan", _berizin("warga.lihat_kecamatan")),
            _Halaman("Minggu ini", "meja:minggu", adalah_aparat),
            _Halaman("Laporan yang belum ada", "meja:minggu", adalah_kecamatan),
            _Halaman("Laporan yang dapat saya tulis", "laporan:saya", adalah_fasilitator),
            _Halaman("Proyek", "proyek:daftar", _di_kampung, kampung=True),
            _Halaman("Laporan kemajuan", "laporan:daftar", _di_kampung, kampung=True),
            _Halaman("Keputusan", "keputusan:daftar", _di_kampung, kampung=True),
            _Halaman("Menunggu tanggapan", "meja:tanggapi_daftar", adalah_petugas),
            _Halaman("Catatan pengawasan", "laporan:catatan", _di_kampung, kampung=True),
            _Halaman("Catat keputusan", "keputusan:catat", _berizin("proyek.catat_keputusan")),
            _Halaman("Belanja yang menyusul", "meja:belanja", adalah_petugas),
            _Halaman("Evaluasi proyek yang selesai", "meja:evaluasi", adalah_petugas),
            _Halaman("Masih berfungsi?", "meja:berfungsi", adalah_petugas),
            _Halaman("Keputusan yang menunggu", "meja:keputusan", adalah_petugas),
            _Halaman(
                "Pemeriksaan lapangan",
                "meja:lapangan",
                adalah_kecamatan | adalah_aparat | adalah_bpk,
            ),
            _Halaman("Jeda pelaporan", "meja:jeda", _berizin("laporan.beri_jeda")),
            _Halaman("Siapa yang menerbitkan laporan", "laporan:penerbit", adalah_aparat),
        ),
    ),
    (
        "Melayani warga",
        (
            _Halaman(
                "Kirim untuk orang lain",
                "aspirasi:titipan",
                _berizin("aspirasi.kirim_untuk_orang_lain"),
            ),
            _Halaman("Beri kode aktivasi", "kode:beri", _berizin("warga.beri_kode")),
            _Halaman("Rekan yang belum tahu", "meja:rekan", adalah_petugas),
            _Halaman("Poster dan formulir kertas", "meja:lembar", adalah_petugas),
        ),
    ),
    (
        "Akun dan keamanan",
        (
            _Halaman("Kode kata sandi", "kode:sandi", adalah_kecamatan),
            _Halaman("Permintaan PIN baru", "meja:pin_daftar", _berizin("aspirasi.ganti_pin")),
            _Halaman("Pembaca kiriman rahasia", "kode:pembaca", _berizin("warga.lihat_pembaca")),
            _Halaman(
                "Kode aktivasi yang diberikan", "kode:rekap", _berizin("warga.lihat_rekap_kode")
            ),
            _Halaman("Siap dibuka untuk umum", "meja:kesiapan", adalah_kecamatan),
            _Halaman("Tambah petugas", "kode:petugas", adalah_admin),
            _Halaman("Kejadian keamanan", "admin:core_kejadiankeamanan_changelist", adalah_admin),
            _Halaman("Admin", "admin:index", adalah_kecamatan),
            _Halaman(
                "Surat contoh",
                "meja:surat",
                lambda oleh: settings.PORTAL_MODE == "contoh" and adalah_kecamatan(oleh),
            ),
        ),
    ),
)


def susun(oleh: Pengguna, antrean: Mapping[str, int]) -> list[Kelompok]:
    """Return the groups of this person. `antrean` counts the queues of a desk; empty without
    one."""
    semua = [
        Kelompok(judul, [satu.pintu(oleh) for satu in isi if satu.untuk(oleh)])
        for judul, isi in MENU
    ]
    if antrean:
        semua[0].isi[1:1] = [
            Pintu(kata, alamat_antrean(nama), antrean[nama]) for nama, kata in ANTREAN
        ]
    return [kelompok for kelompok in semua if kelompok.isi]
