"""The columns of the table: their words, what they count, and the list behind each number."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from core.waktu import hari_ini
from meja.kecamatan.angka import Angka, sejak, tahun_lpj
from meja.kecamatan.banding import UANG
from warga.models import Kampung

TANPA_KAMPUNG = "null"  # as the filter of the desk calls kiriman that name none
Alamat = Callable[[Kampung | None, Angka], str]


@dataclass(frozen=True)
class Kolom:
    """One column. `kata` is its head on the screen, `penuh` its name where no head stands above,
    `arti` what it counts. `alamat` leads to the list of one kampung."""

    nama: str
    kelompok: str
    kata: str
    penuh: str
    arti: str
    alamat: Alamat

    @property
    def berkas(self) -> bool:
        """Return whether it says that a paper is there, and counts nothing."""
        return self.nama in ("apb", "lpj")

    @property
    def uang(self) -> bool:
        return self.nama in UANG


def kolom() -> list[Kolom]:
    """Return the columns as they are today: some name a year."""
    tahun = hari_ini().year
    surat = [_lpj(str(tahun_lpj())), _apb(tahun)]
    return [*_kiriman(), *_laporan(), *_pekerjaan(), *_uang(tahun), *surat]


def _kiriman() -> list[Kolom]:
    return [
        Kolom(
            *("baru", "Kiriman", "Baru", "kiriman baru"),
            "Kiriman untuk semua orang yang masuk dalam tujuh hari ini dan sudah diperiksa.",
            _daftar_kiriman(dari=sejak().isoformat()),
        ),
        Kolom(
            *("terlambat", "Kiriman", "Terlambat", "kiriman terlambat"),
            "Kiriman untuk semua orang yang langkah berikutnya sudah lewat batas waktu.",
            _daftar_kiriman(keadaan="terlambat"),
        ),
        Kolom(
            *("belum_dijawab", "Kiriman", "Belum dijawab", "kiriman belum dijawab"),
            "Kiriman untuk semua orang yang sudah diperiksa dan menunggu jawaban.",
            _daftar_kiriman(keadaan="jawab"),
        ),
    ]


def _laporan() -> list[Kolom]:
    return [
        Kolom(
            *("jatuh_tempo", "Laporan", "Jatuh tempo", "laporan jatuh tempo"),
            "Laporan kemajuan yang harus terbit dalam tujuh hari ini.",
            _daftar_laporan("#dekat"),
        ),
        Kolom(
            *("belum_lapor", "Laporan", "Belum ada", "laporan belum ada"),
            "Laporan kemajuan yang sudah lewat batas waktu dan belum terbit.",
            _daftar_laporan("#terlambat"),
        ),
    ]


def _pekerjaan() -> list[Kolom]:
    return [
        Kolom(
            *("dihentikan", "Pekerjaan", "Berhenti", "pekerjaan berhenti"),
            "Proyek yang dihentikan sementara.",
            _daftar_proyek(tahap="dihentikan_sementara"),
        ),
        Kolom(
            *("belum_dievaluasi", "Pekerjaan", "Belum dievaluasi", "proyek belum dievaluasi"),
            "Proyek yang selesai dalam setahun ini dan belum ada evaluasinya.",
            lambda kampung, _: _tanya(reverse("meja:evaluasi"), kampung=_slug(kampung)),
        ),
    ]


def _uang(tahun: int) -> list[Kolom]:
    kelompok, proyek = f"Uang {tahun}", _daftar_proyek(tahun=str(tahun))
    return [
        Kolom(
            *("anggaran", kelompok, "Anggaran", f"anggaran {tahun}"),
            f"Anggaran {tahun} semua proyek yang sudah dianggarkan.",
            proyek,
        ),
        Kolom(
            *("dicairkan", kelompok, "Dicairkan", f"dicairkan {tahun}"),
            "Yang sudah dicairkan dari kas untuk proyek itu.",
            proyek,
        ),
        Kolom(
            *("dibelanjakan", kelompok, "Dibelanjakan", f"dibelanjakan {tahun}"),
            "Yang sudah dibelanjakan menurut laporan kemajuan.",
            lambda kampung, _: reverse("kampung:lembar", args=[_slug(kampung), "realisasi", tahun]),
        ),
    ]


def _apb(tahun: int) -> Kolom:
    return Kolom(
        *("apb", "APB", str(tahun), f"APB {tahun}"),
        f"Seluruh anggaran kampung (APB) {tahun} sudah terbit di portal.",
        lambda kampung, _: reverse("anggaran:rinci", args=[_slug(kampung), tahun]),
    )


def _lpj(tahun: str) -> Kolom:
    return Kolom(
        *("lpj", "LPJ", tahun, f"LPJ {tahun}"),
        f"Laporan pertanggungjawaban {tahun} sudah dicatat di portal.",
        _surat_lpj,
    )


def _surat_lpj(kampung: Kampung | None, angka: Angka) -> str:
    if angka.kunci_lpj is None:
        return reverse("proyek:lpj")
    return reverse("proyek:lpj_satu", args=[angka.kunci_lpj])


def _slug(kampung: Kampung | None) -> str:
    return kampung.slug if kampung else TANPA_KAMPUNG


def _tanya(alamat: str, jangkar: str = "", **isi: str) -> str:
    return f"{alamat}?{urlencode(isi)}{jangkar}"


def _daftar_kiriman(**isi: str) -> Alamat:
    def alamat(kampung: Kampung | None, angka: Angka) -> str:
        saring = {"kampung": _slug(kampung), "pembaca": "umum", **isi}
        return _tanya(reverse("meja:aspirasi"), **saring)

    return alamat


def _daftar_laporan(jangkar: str) -> Alamat:
    return lambda kampung, _: _tanya(reverse("meja:minggu"), jangkar, kampung=_slug(kampung))


def _daftar_proyek(**isi: str) -> Alamat:
    return lambda kampung, _: _tanya(reverse("proyek:daftar"), kampung=_slug(kampung), **isi)
