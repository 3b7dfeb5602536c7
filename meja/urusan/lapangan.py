"""Looks in the field, their agreements, and musyawarah that wait for an office."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from laporan.enums import TahapLapangan
from laporan.models import Musyawarah, PemeriksaanLapangan
from meja.urusan.bentuk import Urusan
from warga.models import Pengguna
from warga.rules import adalah_aparat, adalah_bpk, adalah_kecamatan


def musyawarah_menunggu(oleh: Pengguna) -> QuerySet[Any]:
    """Return the musyawarah whose outcome is to be written: all for the kecamatan, those of the own
    kampung for its BPK."""
    semua = Musyawarah.objects.perlu_dicatat().filter(proyek__dicabut_pada__isnull=True)
    return semua if adalah_kecamatan(oleh) else semua.filter(proyek__kampung=oleh.kampung_id)


def _urusan(**isi: Any) -> Urusan:
    asal: dict[str, Any] = {
        "judul": "proyek__judul",
        "tempat": "proyek__kampung__nama",
        "daftar": "meja:lapangan",
        "tenggat": "tenggat",
    }
    return Urusan(**(asal | isi))


LAPANGAN = (
    _urusan(
        nama="lapangan",
        hal="Pemeriksaan lapangan",
        kata="pemeriksaan lapangan menunggu hasilnya dicatat",
        ajakan="Catat hasil pemeriksaan",
        untuk=adalah_kecamatan,
        himpunan=lambda _: PemeriksaanLapangan.objects.tampil().dibuka(),
        sejak="dibuka",
        alamat=lambda pk: reverse("laporan:lapangan_hasil", args=[int(pk)]),
    ),
    _urusan(
        nama="sepakat",
        hal="Kesepakatan lapangan",
        kata="kesepakatan lapangan menunggu jawaban Anda: sudah atau belum",
        ajakan="Jawab",
        untuk=adalah_aparat,
        himpunan=lambda oleh: PemeriksaanLapangan.objects.tampil().disepakati(oleh.kampung_id),
        sejak="dicatat_pada",
        alamat=lambda pk: reverse("laporan:lapangan_jawab", args=[int(pk)]),
    ),
    _urusan(
        nama="musyawarah",
        hal="Musyawarah penyelesaian",
        kata="musyawarah penyelesaian menunggu hasilnya dicatat",
        ajakan="Catat hasil",
        untuk=adalah_kecamatan | adalah_bpk,
        himpunan=musyawarah_menunggu,
        tenggat="tanggal",
        alamat=lambda pk: reverse("laporan:musyawarah", args=[int(pk), "hasil"]),
    ),
)

# Agreements that the kampung owes; the kecamatan sees it, and no badge of its own counts it.
SEPAKAT_LEWAT = _urusan(
    nama="sepakat_lewat",
    hal="Kesepakatan yang lewat harinya",
    kata="kesepakatan lapangan lewat harinya, belum dijawab kampung",
    ajakan="Lihat",
    sejak="dicatat_pada",
    untuk=adalah_kecamatan,
    himpunan=lambda _: (
        PemeriksaanLapangan.objects.tampil().terlambat().filter(tahap=TahapLapangan.DISEPAKATI)
    ),
    alamat=lambda pk: reverse("laporan:lapangan", args=[int(pk)]),
)
