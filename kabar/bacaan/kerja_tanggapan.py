"""Work about notes of the BPK Kampung: what an office owes an answer, and what was answered."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core.hal import Tampilan
from kabar.alamat import CATATAN, TANGGAPI
from kabar.enums import Kerja
from laporan.alamat import alamat_tanggapi
from laporan.bacaan.tanggapan import macam, tentang
from laporan.laku import AksiCatatan, AksiTanggapan
from laporan.models import CatatanPengawasan
from warga.rules import adalah_aparat, adalah_bpk, adalah_staf

_MENUNGGU = "Catatan BPK Kampung menunggu tanggapan kantor Anda"


def _menunggu(orang: Any) -> QuerySet[CatatanPengawasan]:
    semua = CatatanPengawasan.objects.all()
    if adalah_aparat(orang):
        return semua.menunggu_kampung(orang.kampung_id)
    return semua.menunggu_kecamatan() if adalah_staf(orang) else semua.none()


def _dijawab(orang: Any) -> QuerySet[CatatanPengawasan]:
    semua = CatatanPengawasan.objects.all()
    return semua.baru_dijawab(orang.kampung_id) if adalah_bpk(orang) else semua.none()


def _tampilan(catatan: CatatanPengawasan) -> Tampilan:
    """It leads to the desk, where it is answered."""
    return Tampilan(macam(catatan), alamat_tanggapi(catatan), f"tentang {tentang(catatan)}")


def _tampilan_jawaban(catatan: CatatanPengawasan) -> Tampilan:
    return Tampilan(macam(catatan), catatan.get_absolute_url(), f"tentang {tentang(catatan)}")


_CATATAN: dict[str, Any] = {
    "hal": "catatan",
    "model": CatatanPengawasan,
    "jejak": CatatanPengawasan.jenis_jejak,
    "kunci": "pk",
    "terbaca": lambda orang: CatatanPengawasan.objects.berdiri(),
    "baris": CatatanPengawasan.objects.untuk_kartu,
    "kampung": "kampung",
}
PEKERJAAN: tuple[dict[str, Any], ...] = (
    {
        **_CATATAN,
        "jenis": Kerja.CATATAN,
        "kata": {
            AksiCatatan.DITULIS: _MENUNGGU,
            AksiTanggapan.DITARIK: _MENUNGGU,
            AksiTanggapan.BELUM_PUAS: "Tanggapan dinyatakan belum menjawab: menunggu kantor Anda",
        },
        "untuk": _menunggu,
        "tampilan": _tampilan,
        "banyak": "Beberapa catatan BPK Kampung menunggu tanggapan kantor Anda",
        "alamat": lambda: reverse(TANGGAPI),
    },
    {
        **_CATATAN,
        "jenis": Kerja.CATATAN_DIJAWAB,
        "kata": {AksiTanggapan.DITANGGAPI: "Catatan BPK Kampung Anda sudah ditanggapi"},
        "untuk": _dijawab,
        "tampilan": _tampilan_jawaban,
        "banyak": "Beberapa catatan BPK Kampung Anda sudah ditanggapi",
        "alamat": lambda: reverse(CATATAN),
    },
)
