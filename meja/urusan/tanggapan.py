"""Checks of residents and notes of the BPK Kampung that wait for an answer, and answered notes."""

from typing import Any

from django.db.models import Case, CharField, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from core.tenggat.tangga import KASI
from laporan.enums import Penilaian
from laporan.models import CatatanPengawasan
from meja.menanggapi import menunggu, terlambat_kampung
from meja.urusan.bentuk import Urusan
from meja.urusan.pengawas import sejak_dilihat
from warga.models import Pengguna
from warga.rules import adalah_aparat, adalah_bpk, adalah_kecamatan

DIJAWAB = "catatan_dijawab"
_ISI: dict[str, dict[str, Any]] = {
    "cek": {
        "hal": "Cek warga",
        "judul": "proyek__judul",
        "tempat": "proyek__kampung__nama",
        "sejak": Coalesce("belum_puas_pada", "terbit_pada"),
        "tanda": Case(
            *(When(penilaian=satu, then=Value(satu.label)) for satu in Penilaian),
            output_field=CharField(),
        ),
    },
    "catatan": {
        "hal": "Catatan BPK Kampung",
        "judul": Coalesce("keputusan__judul", "proyek__judul"),
        "tempat": "kampung__nama",
        "sejak": Coalesce("belum_puas_pada", "dibuat"),
        "tanda": Case(
            When(keputusan__isnull=False, then=Value("Tentang keputusan")),
            When(laporan__isnull=False, then=Value("Tentang laporan")),
            default=Value("Tentang proyek"),
            output_field=CharField(),
        ),
    },
}
_KATA = {"cek": "cek atau pertanyaan warga", "catatan": "catatan BPK Kampung"}


def _alamat(jenis: str) -> Any:
    return lambda kunci: reverse("meja:tanggapi", kwargs={"jenis": jenis, "pk": int(kunci)})


def _terlambat(jenis: str) -> Any:
    """Return what a kampung is so late with that the kasi was told."""
    return lambda _: terlambat_kampung(jenis).filter(eskalasi__gte=KASI)


def _menunggu(jenis: str) -> Any:
    return lambda oleh: menunggu(jenis, oleh)


def _tanggapi(jenis: str, kantor: str, **isi: Any) -> Urusan:
    asal: dict[str, Any] = {
        "nama": f"tanggapi_{jenis}_{kantor}",
        "kata": f"{_KATA[jenis]} menunggu tanggapan",
        "ajakan": "Tanggapi",
        "tenggat": "tenggat",
        "alamat": _alamat(jenis),
        "daftar": "meja:tanggapi_daftar",
        "himpunan": _menunggu(jenis),
    }
    return Urusan(**(asal | _ISI[jenis] | isi))


def _dijawab(oleh: Pengguna) -> QuerySet[Any]:
    """Return the notes of the kampung of this BPK that were answered within a week, and since this
    person said to have seen all."""
    semua = CatatanPengawasan.objects.all().baru_dijawab(oleh.kampung_id)
    return semua.filter(ditanggapi_pada__gt=sejak_dilihat(oleh))


TANGGAPAN = (
    *(_tanggapi(jenis, "kampung", untuk=adalah_aparat) for jenis in _ISI),
    *(_tanggapi(jenis, "kecamatan", untuk=adalah_kecamatan) for jenis in _ISI),
    *(
        _tanggapi(
            jenis,
            "terlambat",
            untuk=adalah_kecamatan,
            kata=f"{_KATA[jenis]} terlambat ditanggapi kampung",
            himpunan=_terlambat(jenis),
        )
        for jenis in _ISI
    ),
    Urusan(
        nama=DIJAWAB,
        kata="catatan Anda sudah ditanggapi",
        ajakan="Baca tanggapannya",
        untuk=adalah_bpk,
        himpunan=_dijawab,
        terbaru=True,
        alamat=lambda kunci: reverse("laporan:catatan_satu", args=[int(kunci)]),
        daftar="laporan:catatan",
        **_ISI["catatan"] | {"sejak": "ditanggapi_pada"},
    ),
)
