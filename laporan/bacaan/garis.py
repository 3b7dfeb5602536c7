"""The reports of a project in time: one line from its beginning to its evaluation.

It reads nothing: `proyek.bacaan.halaman.dengan_garis` brought plain values along with the project.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.samar import samarkan
from core.templatetags.bentuk import persen, tanggal
from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import hari_ini
from laporan.models import Foto, JadwalLaporan, LaporanKemajuan
from laporan.models.garis import tumpangan_foto, tumpangan_terbaru
from proyek.enums import Tahap, nama_tindakan

MULAI, LAPORAN, DITARIK, TIADA, TAHAP, EVALUASI = range(6)  # in this order on one day


@dataclass(frozen=True)
class Butir:
    """One place in the line. `waktu`, `kata` and `ket` are what people read; `laporan` is set for a
    report that stands, `nada` ("awas") for what should not be so."""

    hari: dt.date
    jenis: int
    waktu: str
    kata: str
    ket: str = ""
    alamat: str = ""
    nada: str = ""
    laporan: LaporanKemajuan | None = None


@dataclass(frozen=True)
class Garis:
    """The newest places, the oldest of them first; `lebih`: there are older ones. `dua` are the
    numbers of the two newest reports that stand, () without two."""

    butir: list[Butir]
    lebih: bool
    dua: tuple[str, ...]

    @property
    def kata(self) -> str:
        """Return what is in it, in a few words."""
        lapor = sum(satu.jenis == LAPORAN for satu in self.butir)
        tiada = sum(satu.jenis == TIADA and satu.nada != "" for satu in self.butir)
        return f"{lapor} laporan" + (f", {tiada} tidak ada" if tiada else "")


def garis(proyek: Any, banyak: int) -> Garis:
    """Return the line of a project that was read with `dengan_garis` for that many places."""
    laporan = [_laporan(isi) for isi in proyek.isi_garis]
    jadwal = [(isi["lapor"], _jadwal(isi)) for isi in proyek.isi_ditunggu]
    menurut = {lapor: baris for lapor, baris in jadwal if lapor}
    semua = [
        *(_berlaku(satu, menurut.get(satu.periode.isoformat())) for satu in laporan),
        *(_tiada(baris) for lapor, baris in jadwal if not lapor),
        *_tahap(proyek.isi_langkah),
        *(_ditarik(isi) for isi in proyek.isi_ditarik),
    ]
    semua.sort(key=lambda satu: (satu.hari, satu.jenis))
    lebih = len(semua) > banyak
    akhir = _evaluasi(proyek)
    dua = tuple(str(satu.nomor) for satu in reversed(laporan[:2]))
    return Garis([*semua[-banyak:], *akhir], lebih, dua if len(dua) > 1 else ())


def terbaru(proyek: Any) -> LaporanKemajuan | None:
    """Return the newest report that stands, with `belanja` and its first photos (`foto_tampil`);
    None without one."""
    for laporan in tumpangan_terbaru(LaporanKemajuan).baca(proyek.isi_terbaru):
        laporan.foto_tampil = tumpangan_foto(Foto).baca(laporan.isi_foto)
        satu: LaporanKemajuan = laporan
        return satu
    return None


def _laporan(isi: Mapping[str, Any]) -> LaporanKemajuan:
    """Return a report of plain values; `belanja` and `nama_sampul` beside its columns."""
    sampai = isi["sampai"]
    laporan: Any = LaporanKemajuan(
        nomor=isi["nomor"],
        periode=dt.date.fromisoformat(isi["periode"]),
        sampai=dt.date.fromisoformat(sampai) if sampai else None,
        persen=Decimal(str(isi["persen"])),
        diterbitkan_pada=dt.datetime.fromisoformat(isi["diterbitkan_pada"]),
        **{n: isi[n] for n in ("revisi", "belanja_menyusul", "ada_kendala", "tanpa_kemajuan")},
        alasan_tanpa_kemajuan=isi["alasan_tanpa_kemajuan"],
    )
    laporan.belanja, laporan.nama_sampul = isi["belanja"], isi["nama_sampul"]
    terbaca: LaporanKemajuan = laporan
    return terbaca


def _jadwal(isi: Mapping[str, Any]) -> JadwalLaporan:
    hari = {
        nama: dt.date.fromisoformat(isi[nama]) if isi[nama] else None
        for nama in ("awal", "akhir", "janji", "tenggat")
    }
    dipenuhi = isi["dipenuhi_pada"]
    baris: Any = JadwalLaporan(
        **hari, dipenuhi_pada=dt.datetime.fromisoformat(dipenuhi) if dipenuhi else None
    )
    baris.libur = [dt.date.fromisoformat(satu) for satu in isi["libur"]]
    terbaca: JadwalLaporan = baris
    return terbaca


def _berlaku(laporan: LaporanKemajuan, jadwal: JadwalLaporan | None) -> Butir:
    """Return a report that stands, and whether the first of its days came in time."""
    terbit = laporan.diterbitkan_pada
    ket = f"Terbit {tanggal(terbit)}"
    tepat = _ketepatan(jadwal) if jadwal else ""
    if laporan.revisi > 1:
        ket += f" (perbaikan ke-{laporan.revisi - 1})" + (f". Yang pertama {tepat}" * bool(tepat))
    elif tepat:
        ket += f", {tepat}"
    return Butir(
        hari=min(laporan.akhir, tanggal_wib(terbit)) if terbit else laporan.akhir,
        jenis=LAPORAN,
        waktu=laporan.kata_waktu,
        kata=f"Pekerjaan {persen(laporan.persen)}",
        ket=f"{ket}.",
        alamat=laporan.get_absolute_url(),
        laporan=laporan,
    )


def _ketepatan(jadwal: JadwalLaporan) -> str:
    """Say whether a report came in time: days off and pauses are no working days."""
    if jadwal.tepat is None:
        return ""
    return f"terlambat {jadwal.hari_lewat} hari kerja" if jadwal.hari_lewat else "tepat waktu"


def _tiada(baris: JadwalLaporan) -> Butir:
    """Return days of which no report tells: late, or awaited."""
    if baris.terlambat:
        kata, ket, nada = "Laporannya tidak ada", f"{baris.kata_terlambat}.", "awas"
    else:
        kata, ket, nada = "Laporannya ditunggu", f"Paling lambat {tanggal(baris.tenggat)}.", ""
    hari = min(baris.akhir, hari_ini())
    return Butir(hari, TIADA, baris.kata, kata, ket, nada=nada)


def _tahap(langkah: Iterable[Mapping[str, Any]]) -> list[Butir]:
    """Return when the work began, stopped, went on and ended."""
    hasil = []
    for isi in langkah:
        dicatat = dt.datetime.fromisoformat(isi["dicatat"])
        hari = dt.date.fromisoformat(isi["tanggal"]) if isi["tanggal"] else tanggal_wib(dicatat)
        jenis = MULAI if isi["ke"] == Tahap.BERJALAN else TAHAP
        hasil.append(Butir(hari, jenis, tanggal(hari), nama_tindakan(isi["dari"], isi["ke"])))
    return hasil


def _ditarik(isi: Mapping[str, Any]) -> Butir:
    """Return the place of a report that was taken back."""
    awal = dt.date.fromisoformat(isi["periode"])
    laporan = LaporanKemajuan(
        nomor=isi["nomor"],
        periode=awal,
        sampai=dt.date.fromisoformat(isi["sampai"]) if isi["sampai"] else None,
    )
    waktu = tanggal(dt.datetime.fromisoformat(isi["waktu"]))
    alasan = samarkan(isi["alasan"] or "")
    return Butir(
        hari=laporan.akhir,
        jenis=DITARIK,
        waktu=laporan.kata_waktu,
        kata=f"{laporan.nomor} ditarik {waktu}",
        ket=f"Alasannya: {alasan}" if alasan else "",
        alamat=laporan.get_absolute_url(),
    )


def _evaluasi(proyek: Any) -> list[Butir]:
    """Return the evaluation, which closes the line."""
    ada = getattr(proyek, "evaluasi", None)
    if ada is None:
        return []
    alamat = f"{proyek.get_absolute_url()}#evaluasi"
    hari = tanggal_wib(ada.ditulis)
    return [Butir(hari, EVALUASI, tanggal(hari), "Evaluasi sesudah selesai", alamat=alamat)]
