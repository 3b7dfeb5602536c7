"""Looks in the field in words: beside a project and a report, and on their own page."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from core.jejak.baca import Peristiwa, peristiwa, terbaca
from core.jejak.catat import riwayat
from core.kalimat import Lencana
from core.laku import Pembaca
from core.moderasi.penarikan import ditarik
from core.templatetags.bentuk import rentang_tanggal, tanggal
from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import hari_ini
from laporan.laku import LAKU_LAPANGAN
from laporan.models import FotoLapangan, HasilLapangan, JawabanSepakat, PemeriksaanLapangan
from laporan.models.cek import akhir_pekan
from proyek.bacaan.garis_waktu import KANTOR

TERBANYAK = 5  # looks that one page names


@dataclass(frozen=True)
class Kartu:
    """One look with its newest result and answer, as everybody reads it."""

    pemeriksaan: PemeriksaanLapangan
    hasil: HasilLapangan | None = None
    jawaban: JawabanSepakat | None = None

    @property
    def kalimat(self) -> str:
        """Say where it stands: "Kecamatan sedang memeriksa di lapangan (paling lambat …)."."""
        satu = self.pemeriksaan
        if satu.batal:
            return "Pemeriksaan lapangan tidak jadi dilakukan."
        if self.hasil:
            return f"Kecamatan memeriksa di lapangan {tanggal(self.hasil.tanggal)}."
        batas = tanggal(satu.tenggat) + (", sudah lewat" if satu.terlambat else "")
        return f"Kecamatan sedang memeriksa di lapangan (paling lambat {batas})."

    @property
    def lencana(self) -> Lencana | None:
        """Return its badge: it waits for its result, or for the agreement; None for neither."""
        satu = self.pemeriksaan
        if satu.menunggu_hasil:
            return (
                Lencana("Terlambat", "bahaya") if satu.terlambat else Lencana("Diperiksa", "awas")
            )
        if satu.menunggu_janji and satu.terlambat:
            return Lencana("Lewat hari kesepakatan", "bahaya")
        return None

    @property
    def sebab(self) -> str:
        """Say who asked for it. Of checks of residents the week is told, never the day."""
        satu = self.pemeriksaan
        if satu.oleh_portal:
            return f"Tiga warga menilai tidak sesuai, {minggu(satu.dibuka)}."
        return f"Kecamatan memutuskan sendiri untuk memeriksa, {tanggal(satu.dibuka)}."

    @property
    def janji(self) -> str:
        """Say whether the agreement was kept; "" without one."""
        if self.hasil is None or self.hasil.sampai is None:
            return ""
        if self.jawaban is None:
            belum = "Belum dijawab aparat kampung."
            return f"{belum} Harinya sudah lewat." if self.hasil.sampai < hari_ini() else belum
        pada = tanggal(self.jawaban.dibuat)
        if self.jawaban.sudah:
            return f"Sudah ditepati, kata aparat kampung ({pada})."
        lagi = tanggal(self.jawaban.sampai)
        ekor = " Hari itu sudah lewat." if _lewat(self.jawaban.sampai) else ""
        return f"Belum ditepati, kata aparat kampung ({pada}). Dijanjikan sampai {lagi}.{ekor}"


@dataclass(frozen=True)
class Halaman:
    """All that the page of a look shows: its card, every result and answer, photos, and what was
    covered or taken back."""

    kartu: Kartu
    hasil_dulu: list[HasilLapangan]
    jawaban: list[JawabanSepakat]
    foto: list[Any]
    laku: list[Peristiwa]
    tulisan_ditarik: list[str]


def dari_ringkas(semua: Iterable[Mapping[str, Any]]) -> list[Kartu]:
    """Return the cards of what `LapanganQuerySet.ringkas` read."""
    return [_kartu(dict(satu)) for satu in semua]


def halaman_lapangan(pemeriksaan: PemeriksaanLapangan) -> Halaman:
    """Return what the page of a look shows; five queries."""
    hasil, jawaban = list(pemeriksaan.hasil.all()), list(pemeriksaan.jawaban.all())
    semua = ditarik(pemeriksaan)
    foto: list[Any] = list(pemeriksaan.foto.select_related("berkas"))
    for satu in foto:
        penarikan = semua.get((FotoLapangan._meta.db_table, satu.pk))
        satu.penarikan = penarikan.kalimat_berkas("Foto") if penarikan else ""
        satu.ditarik = satu.ditarik_pada is not None
    laku = [
        peristiwa(jejak, satu, Pembaca.UMUM, KANTOR)
        for jejak, satu in terbaca(riwayat(pemeriksaan), LAKU_LAPANGAN, Pembaca.UMUM)
    ]
    return Halaman(
        Kartu(pemeriksaan, _akhir(hasil), _akhir(jawaban)),
        list(reversed(hasil[:-1])),
        list(reversed(jawaban)),
        foto,
        laku,
        sorted(
            {
                satu.kalimat("Tulisan")
                for (tabel, _), satu in semua.items()
                if tabel in TABEL_TULISAN
            }
        ),
    )


def tulisan_lapangan(pemeriksaan: PemeriksaanLapangan) -> list[tuple[Model, dict[str, str]]]:
    """Return the rows of a look with their typed words, by column; two queries."""
    lain: tuple[HasilLapangan | JawabanSepakat, ...] = (
        *pemeriksaan.hasil.all(),
        *pemeriksaan.jawaban.all(),
    )
    return [
        (pemeriksaan, {"alasan": pemeriksaan.alasan}),
        *((satu, {nama: getattr(satu, nama) for nama in satu.TULISAN}) for satu in lain),
    ]


TABEL_TULISAN = {
    model._meta.db_table for model in (PemeriksaanLapangan, HasilLapangan, JawabanSepakat)
}


def minggu(waktu: dt.datetime) -> str:
    """Return the week of a moment in words: "minggu 30 November–6 Desember 2026"."""
    akhir = akhir_pekan(tanggal_wib(waktu))
    return f"minggu {rentang_tanggal(akhir - dt.timedelta(days=6), akhir)}"


def _akhir(semua: list[Any]) -> Any:
    return semua[-1] if semua else None


def _lewat(hari: dt.date | None) -> bool:
    return hari is not None and hari < hari_ini()


def _kartu(isi: dict[str, Any]) -> Kartu:
    hasil, jawaban = isi.pop("hasil"), isi.pop("jawaban")
    return Kartu(
        PemeriksaanLapangan(**_waktu(isi)),
        HasilLapangan(**_waktu(hasil)) if hasil else None,
        JawabanSepakat(**_waktu(jawaban)) if jawaban else None,
    )


HARI = ("tanggal", "sampai", "tenggat")
SAAT = ("dibuka", "dicatat_pada", "dicatat", "dibuat")


def _waktu(isi: Mapping[str, Any]) -> dict[str, Any]:
    """Return plain values with days and moments as such."""

    def baca(nama: str, nilai: Any) -> Any:
        if nilai is None:
            return None
        if nama in HARI:
            return dt.date.fromisoformat(nilai)
        return dt.datetime.fromisoformat(nilai) if nama in SAAT else nilai

    return {nama: baca(nama, nilai) for nama, nilai in isi.items()}
