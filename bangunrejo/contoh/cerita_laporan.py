"""Tells the reports of a project, with a correction and one that was taken back, and its
evaluation."""

import datetime as dt
from decimal import Decimal

from django.db.models import Max

from bangunrejo.contoh.data import DataLaporan, DataProyek
from bangunrejo.contoh.gambar import foto_contoh
from bangunrejo.contoh.waktu import Kalender
from core.berkas.kamar_gelap import latar
from core.berkas.simpan import simpan_foto
from core.waktu import pada
from laporan.models import KemajuanButir, LaporanKemajuan, Realisasi, RincianBelanja
from laporan.services import jadwal
from laporan.services.evaluasi import tulis_evaluasi
from laporan.services.foto import tambah_foto
from laporan.services.tarik import tarik_semua
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from proyek.models import Proyek
from warga.models import Pengguna

TENGAH_BULAN = 15
SIANG, SORE = 14, 16


def laporkan(
    proyek: Proyek, data: DataProyek, isi: DataLaporan, oleh: Pengguna, kalender: Kalender
) -> None:
    """Write one report, publish it, and take it back where the story does."""
    laporan, belanja = _draf(proyek, data, isi, kalender)
    rincian = [RincianBelanja(jenis=jenis, rupiah=n) for jenis, n in isi.rincian.items()]
    if isi.sampai:
        with pada(kalender.saat(isi.sampai, SORE)):  # its due day counts from then on
            jadwal.susun(proyek=proyek)
    with pada(kalender.saat(isi.terbit, SIANG)):
        laporan = simpan_draf(
            laporan=laporan,
            realisasi=[] if isi.menyusul else belanja,
            oleh=oleh,
            rincian=rincian,
            butir=_butir(proyek, isi),
        )
        for tahap in isi.foto:
            berkas = simpan_foto(foto_contoh(data.gambar, tahap, proyek.pk), latar())
            tambah_foto(laporan=laporan, berkas=berkas, tahap=tahap, keterangan=data.judul)
        terbitkan(laporan=laporan, oleh=oleh)
    if isi.ditarik:
        hari, alasan = isi.ditarik
        with pada(kalender.saat(hari)):
            tarik_semua(laporan=laporan, alasan=alasan, oleh=oleh)


def _draf(
    proyek: Proyek, data: DataProyek, isi: DataLaporan, kalender: Kalender
) -> tuple[LaporanKemajuan, list[Realisasi]]:
    """Return an unsaved report, and what was spent since the one before it."""
    periode, sampai = _rentang(proyek, data, isi, kalender)
    if isi.perbaikan:
        laporan = proyek.laporan.berlaku().get(periode=periode).perbaikan()
    else:
        laporan = LaporanKemajuan(proyek=proyek, periode=periode, sampai=sampai)
    laporan.persen, laporan.narasi = Decimal(isi.persen), isi.narasi
    laporan.ada_kendala, laporan.kendala = bool(isi.kendala), isi.kendala
    laporan.rencana_tindak_lanjut = isi.tindak_lanjut
    laporan.alasan_perbaikan, laporan.belanja_menyusul = isi.perbaikan, isi.menyusul
    return laporan, _belanja(proyek, isi, periode)


def _butir(proyek: Proyek, isi: DataLaporan) -> list[KemajuanButir]:
    """Return the percents of the items; none for a report without."""
    butir = proyek.butir_pekerjaan.dipakai() if isi.butir else ()
    return [
        KemajuanButir(butir=satu, bobot=satu.bobot, persen=Decimal(persen))
        for satu, persen in zip(butir, isi.butir, strict=True)
    ]


def _belanja(proyek: Proyek, isi: DataLaporan, periode: dt.date) -> list[Realisasi]:
    """Return the rise of each source up to the percent of this report. Reports of other days that
    stand have spent the rest."""
    lain = Realisasi.objects.filter(
        laporan__in=proyek.laporan.berlaku().exclude(periode=periode)
    ).values_list("pendanaan", "jumlah")
    sudah: dict[int, int] = {}
    for pendanaan, jumlah in lain:
        sudah[pendanaan] = sudah.get(pendanaan, 0) + jumlah
    return [
        Realisasi(pendanaan=s, jumlah=s.pagu * isi.belanja // 100 - sudah.get(s.pk, 0))
        for s in proyek.pendanaan.with_uang()
    ]


def _rentang(
    proyek: Proyek, data: DataProyek, isi: DataLaporan, kalender: Kalender
) -> tuple[dt.date, dt.date | None]:
    if isi.dari:
        return kalender.tanggal(isi.dari), kalender.tanggal(isi.sampai)
    terakhir = proyek.laporan.aggregate(bulan=Max("periode"))["bulan"]
    mulai, terbit = kalender.tanggal(data.mulai_nyata), kalender.tanggal(isi.terbit)
    return bulan_laporan(mulai, terbit, terakhir), None


def bulan_laporan(mulai: dt.date, terbit: dt.date, terakhir: dt.date | None) -> dt.date:
    """Return the month that a report published on `terbit` tells of.

    It is a month since the start that no report told of yet (`terakhir` is the last reported one):
    the previous month in the first half of a month, else this one. It is never a month to come,
    however the story is moved.
    """
    bulan, bebas = terbit.replace(day=1), []
    while bulan >= mulai.replace(day=1) and not (terakhir and bulan <= terakhir):
        bebas.append(bulan)
        bulan = (bulan - dt.timedelta(days=1)).replace(day=1)
    return bebas[min(terbit.day <= TENGAH_BULAN, len(bebas) - 1)]


def nilai(proyek: Proyek, data: DataProyek, oleh: Pengguna, kalender: Kalender) -> None:
    """Write the evaluation of a finished work, where the story has one."""
    if data.evaluasi:
        isi = dict(data.evaluasi)
        with pada(kalender.saat(isi.pop("tanggal"))):
            tulis_evaluasi(proyek=proyek, isi=isi, oleh=oleh)
