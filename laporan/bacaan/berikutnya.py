"""Words for everyone about reports that are awaited. The thing is late, never a person."""

import datetime as dt
from collections.abc import Mapping
from statistics import median
from typing import Any

from core.templatetags.bentuk import tanggal
from laporan.bacaan.jeda import jeda_dari
from laporan.models import JadwalLaporan
from proyek.enums import Tahap

MULAI_DINILAI = 5  # due days


def berikutnya(isi: Mapping[str, Any] | None) -> JadwalLaporan | None:
    """Return the report that is due next, as `JadwalQuerySet.ringkas` read it; None for none."""
    if not isi:
        return None
    hari = {nama: dt.date.fromisoformat(isi[nama]) for nama in ("awal", "akhir", "tenggat")}
    baris: Any = JadwalLaporan(**hari)
    baris.libur = [dt.date.fromisoformat(satu) for satu in isi["libur"]]
    baris.jeda = jeda_dari(isi["jeda"])
    terbaca: JadwalLaporan = baris
    return terbaca


def dapat_ditulis(proyek: Any) -> bool:
    """Return whether a first report of a project with `isi_jadwal` can be written now, by the rule
    of `laporan.bacaan.pekerjaan.boleh_ditulis`, without a query: the row that is due next has begun
    where any has."""
    baris = berikutnya(proyek.isi_jadwal) if proyek.tahap == Tahap.SERAH_TERIMA else None
    return proyek.dapat_dilaporkan or (baris is not None and baris.dimulai)


def kalimat(baris: JadwalLaporan) -> str:
    """Say by which day a report is awaited, or by how many working days it is late."""
    if baris.terlambat:
        return f"Laporan {baris.kata} {baris.kata_terlambat.lower()}."
    return f"Laporan berikutnya paling lambat {tanggal(baris.tenggat)} (untuk {baris.kata})."


def sebutan(baris: JadwalLaporan) -> str:
    """Return the report that is awaited as a letter names it: project, days, and by when."""
    kapan = baris.kata_terlambat.lower() or f"paling lambat {tanggal(baris.tenggat)}"
    return f"{baris.proyek.judul}, {baris.kata}: {kapan}"


def kalimat_ketepatan(isi: Mapping[str, Any]) -> str:
    """Say how many reports of a kampung came in time within a year, and how long they usually take;
    "" before `MULAI_DINILAI` fell due. `isi` comes from `JadwalQuerySet.per_kampung`."""
    if isi["jatuh"] < MULAI_DINILAI:
        return ""
    kata = f"Dalam setahun ini {isi['tepat']} dari {isi['jatuh']} laporan terbit tepat waktu."
    lama = [
        (dt.date.fromisoformat(terbit) - dt.date.fromisoformat(akhir)).days
        for akhir, terbit in zip(isi["akhir"] or (), isi["terbit"] or (), strict=True)
    ]
    if not lama:
        return kata
    tengah = max(0, round(median(lama)))
    kapan = f"{tengah} hari sesudah" if tengah else "pada hari"
    return f"{kata} Biasanya (nilai tengah) terbit {kapan} waktu yang dilaporkan berakhir."


def kalimat_kampung(isi: Mapping[str, Any]) -> str:
    """Say how many reports of a kampung are awaited, and how many of them are late; "" where none
    is. `isi` comes from `JadwalQuerySet.per_kampung`."""
    ditunggu, terlambat = isi["ditunggu"], isi["terlambat"]
    if not ditunggu:
        return ""
    if not terlambat:
        return f"{ditunggu} laporan ditunggu, tidak ada yang terlambat."
    if terlambat == ditunggu:
        return f"{ditunggu} laporan ditunggu, {'semuanya ' if ditunggu > 1 else ''}terlambat."
    return f"{ditunggu} laporan ditunggu, {terlambat} di antaranya terlambat."
