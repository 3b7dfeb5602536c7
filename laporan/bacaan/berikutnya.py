"""Words for everyone about reports that are awaited. The thing is late, never a person."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from core.templatetags.bentuk import tanggal
from laporan.models import JadwalLaporan


def berikutnya(isi: Mapping[str, Any] | None) -> JadwalLaporan | None:
    """Return the report that is due next, as `JadwalQuerySet.ringkas` read it; None for none."""
    if not isi:
        return None
    hari = {nama: dt.date.fromisoformat(isi[nama]) for nama in ("awal", "akhir", "tenggat")}
    baris = JadwalLaporan(**hari)
    baris.libur = [dt.date.fromisoformat(satu) for satu in isi["libur"]]  # type: ignore[misc]
    return baris


def kalimat(baris: JadwalLaporan) -> str:
    """Say by which day a report is awaited, or by how many working days it is late."""
    if baris.terlambat:
        return f"Laporan {baris.kata} {baris.kata_terlambat.lower()}."
    return f"Laporan berikutnya paling lambat {tanggal(baris.tenggat)} (untuk {baris.kata})."


def sebutan(baris: JadwalLaporan) -> str:
    """Return the report that is awaited as a letter names it: project, days, and by when."""
    kapan = baris.kata_terlambat.lower() or f"paling lambat {tanggal(baris.tenggat)}"
    return f"{baris.proyek.judul}, {baris.kata}: {kapan}"


def kalimat_kampung(jumlah: Mapping[str, int]) -> str:
    """Say how many reports of a kampung are awaited, and how many of them are late; "" where none
    is. `jumlah` comes from `JadwalQuerySet.banyaknya`."""
    ditunggu, terlambat = jumlah["ditunggu"], jumlah["terlambat"]
    if not ditunggu:
        return ""
    if not terlambat:
        return f"{ditunggu} laporan ditunggu, tidak ada yang terlambat."
    if terlambat == ditunggu:
        return f"{ditunggu} laporan ditunggu, {'semuanya ' if ditunggu > 1 else ''}terlambat."
    return f"{ditunggu} laporan ditunggu, {terlambat} di antaranya terlambat."
