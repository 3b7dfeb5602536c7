"""Parts of a published report that were covered or taken back, as its page tells them."""

from collections.abc import Mapping
from typing import Any

from core.moderasi.penarikan import Ditarik
from laporan.models import Foto, LaporanKemajuan

Semua = Mapping[tuple[str, int], Ditarik]


def foto_halaman(laporan: LaporanKemajuan, semua: Semua) -> list[Foto]:
    """Return its photos, read along with it; `penarikan` tells what was covered or taken back, ""
    for nothing, and `ditarik` whether the whole photo was. `semua` is what `ditarik` returns."""
    baris: list[Any] = list(laporan.foto.all())
    for foto in baris:
        satu = semua.get((Foto._meta.db_table, foto.pk))
        foto.penarikan = satu.kalimat_berkas("Foto") if satu else ""
        foto.ditarik = satu is not None and satu.utuh
    return baris


def utuh_ditarik(laporan: LaporanKemajuan, semua: Semua) -> bool:
    """Return whether the whole report was taken back."""
    satu = semua.get((LaporanKemajuan._meta.db_table, laporan.pk))
    return satu is not None and satu.utuh


def tulisan_ditarik(laporan: LaporanKemajuan, semua: Semua) -> str:
    """Return the sentence about words of a report that became black; "" when none did."""
    satu = semua.get((LaporanKemajuan._meta.db_table, laporan.pk))
    return satu.kalimat("Laporan") if satu else ""
