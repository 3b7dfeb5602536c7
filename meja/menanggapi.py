"""Checks of residents and notes of the BPK Kampung that wait for the answer of an office."""

from typing import Any

from django.db.models import QuerySet

from laporan.bacaan.tanggapan import JENIS, dengan_hal
from laporan.enums import Penanggap
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

SEKALIGUS = 100  # rows of one kind on the list


def menunggu(jenis: str, oleh: Pengguna) -> QuerySet[Any]:
    """Return what the office of this person owes an answer, the one due first first."""
    semua = JENIS[jenis].objects
    kecamatan = adalah_kecamatan(oleh)
    milik: QuerySet[Any] = (
        semua.menunggu_kecamatan() if kecamatan else semua.menunggu_kampung(oleh.kampung_id)
    )
    return milik


def terlambat_kampung(jenis: str) -> QuerySet[Any]:
    """Return what kampung are late with: the kecamatan may answer it."""
    semua: QuerySet[Any] = JENIS[jenis].objects.terlambat()
    return semua.filter(penanggap=Penanggap.KAMPUNG)


def daftar(oleh: Pengguna) -> list[Any]:
    """Return what waits for this person with what a row of it names, in the order of the due days;
    the kecamatan also reads with what kampung are late. One query for each kind and office."""
    baris: list[Any] = []
    for jenis in JENIS:
        baris += dengan_hal(menunggu(jenis, oleh))[:SEKALIGUS]
        if adalah_kecamatan(oleh):
            baris += dengan_hal(terlambat_kampung(jenis))[:SEKALIGUS]
    return sorted(baris, key=lambda satu: (satu.tenggat, satu.jenis_jejak, satu.pk))


def berikut(oleh: Pengguna) -> Any:
    """Return what waits next for the office of this person; None when nothing does."""
    pertama = [baris for jenis in JENIS if (baris := menunggu(jenis, oleh).first())]
    return min(pertama, key=lambda satu: (satu.tenggat, satu.pk), default=None)
