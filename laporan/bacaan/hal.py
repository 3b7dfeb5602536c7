"""A report as a thing that people hear of, once it is published."""

from typing import Any

from django.db.models import QuerySet

from core.hal import JenisHal, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from laporan.laku import LAKU
from laporan.models import LaporanKemajuan
from proyek.bacaan.garis_waktu import KANTOR


def _utuh() -> QuerySet[LaporanKemajuan]:
    return LaporanKemajuan.objects.utuh()


def _baris() -> QuerySet[LaporanKemajuan]:
    return LaporanKemajuan.objects.select_related("proyek")


def _tampilan(laporan: LaporanKemajuan) -> Tampilan:
    return Tampilan(laporan.proyek.judul, laporan.get_absolute_url(), laporan.nomor or "Draf")


def _ucapan(jejak: Jejak, laporan: LaporanKemajuan, orang: Any) -> Ucapan:
    return ucapkan(jejak, LAKU, Pembaca.UMUM, KANTOR)


# A published report never changes, so nobody follows one. Publishing it is one act in the trail
# of its project, and told there.
HAL = JenisHal(
    nama="laporan",
    model=LaporanKemajuan,
    kata="laporan",
    kunci="nomor",
    lewat="proyek",
    umum=_utuh,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
)
