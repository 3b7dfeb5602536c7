"""Tells the projects: decision, start, money, reports, finish."""

import datetime as dt
from decimal import Decimal

from django.db.models import Max

from bangunrejo.contoh.cerita_pelengkap import lengkapi, unggah
from bangunrejo.contoh.cerita_sesudah import (
    rawat,
    salah_catat,
    tanya_fungsi,
    tutup_tahun,
    ubah,
)
from bangunrejo.contoh.data import DataLaporan, DataProyek
from bangunrejo.contoh.gambar import foto_contoh
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.berkas.kamar_gelap import latar
from core.berkas.simpan import simpan_foto
from core.waktu import pada
from laporan.models import LaporanKemajuan, Realisasi, RincianBelanja
from laporan.services.foto import tambah_foto
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from proyek.enums import TANPA_KAS, Dasar, JenisDokumen, Tahap
from proyek.models import Kegiatan, Keputusan, Pendanaan, Proyek
from proyek.services.buka import buka_proyek
from proyek.services.pencairan import catat_pencairan
from proyek.services.tahap import ubah_tahap
from warga.models import Kampung, Pengguna

TENGAH_BULAN = 15


ALASAN_SELESAI = "Pekerjaannya sudah selesai. Laporan terakhirnya menyusul."


def ceritakan_proyek(data: DataProyek, orang: Orang, kalender: Kalender) -> Proyek:
    """Let one project live through its services up to its stage in the story."""
    kampung = Kampung.objects.select_related("instansi").get(nama=data.kampung)
    kakam = orang.kakam(kampung)
    with pada(kalender.saat(data.dibuka)):
        proyek = _buka(data, kampung, kakam, kalender)
        lengkapi(proyek, data, kakam, kalender)
        rawat(proyek, data, kakam)
    if data.mulai_nyata:
        _ubah(proyek, Tahap.BERJALAN, kalender, data.mulai_nyata, kakam)
        _cairkan(proyek, data, kakam, kalender)
        salah_catat(proyek, data, kakam, kalender)
    sebelum = 0
    for nomor, laporan in enumerate(data.laporan):
        if data.selesai_nyata and nomor == len(data.laporan) - 1:
            _ubah(proyek, Tahap.SELESAI, kalender, data.selesai_nyata, kakam, ALASAN_SELESAI)
        _laporkan(proyek, data, laporan, sebelum, kakam, kalender)
        sebelum = laporan.belanja
    ubah(proyek, data, kakam, kalender)
    if data.alasan_berhenti:
        terakhir = data.laporan[-1].terbit
        _ubah(proyek, data.tahap, kalender, terakhir, kakam, data.alasan_berhenti)
    if data.tahap == Tahap.SERAH_TERIMA:
        _ubah(proyek, data.tahap, kalender, data.laporan[-1].terbit, kakam)
        with pada(kalender.saat(data.laporan[-1].terbit, 15)):
            unggah(proyek, JenisDokumen.BAST, data, kakam)
        tutup_tahun(proyek, data, kakam, kalender)
        tanya_fungsi(proyek, data, orang, kalender)
    return proyek


def _buka(data: DataProyek, kampung: Kampung, kakam: Pengguna, kalender: Kalender) -> Proyek:
    mulai, selesai = kalender.tanggal(data.mulai), kalender.tanggal(data.selesai)
    lintang, bujur = map(Decimal, data.letak) if data.letak else (None, None)
    proyek = Proyek(
        judul=data.judul,
        uraian=data.uraian,
        kampung=kampung,
        pemilik=kampung.instansi,
        kegiatan=Kegiatan.objects.get(kode=data.kegiatan),
        jenis=data.jenis,
        volume=Decimal(data.volume),
        satuan=data.satuan,
        lokasi=data.lokasi,
        lintang=lintang,
        bujur=bujur,
        mulai_rencana=mulai,
        selesai_rencana=selesai,
        pelaksana="Tim Pelaksana Kegiatan kampung",
    )
    sumber = [Pendanaan.baru(s, mulai.year, pagu) for s, pagu in data.sumber]
    keputusan = _keputusan(data, mulai.year, kalender)
    return buka_proyek(proyek=proyek, pendanaan=sumber, keputusan=keputusan, oleh=kakam)


def _keputusan(data: DataProyek, tahun: int, kalender: Kalender) -> Keputusan:
    direncanakan = data.tahap == Tahap.MASUK_RKP
    rencana = "rencana kerja" if direncanakan else "anggaran"
    return Keputusan(
        judul=f"{data.judul} masuk {rencana} tahun {tahun}",
        isi=f"{data.judul} dilaksanakan tahun {tahun} dengan cara dikerjakan sendiri oleh kampung.",
        alasan=data.alasan,
        dasar=Dasar.MUSRENBANG_KAMPUNG if direncanakan else Dasar.PERATURAN_KAMPUNG,
        nomor_surat=f"CONTOH/{data.kode[1:]}/{tahun}",
        tanggal_surat=kalender.tanggal(data.dibuka),
        ditetapkan_jabatan=f"Kepala Kampung {data.kampung} (contoh)",
        ke_tahap=Tahap.MASUK_RKP if direncanakan else Tahap.DIANGGARKAN,
    )


def _ubah(
    proyek: Proyek, ke: str, kalender: Kalender, tanggal: str, oleh: Pengguna, alasan: str = ""
) -> None:
    with pada(kalender.saat(tanggal, 10)):
        ubah_tahap(
            proyek=proyek, ke=ke, tanggal=kalender.tanggal(tanggal), oleh=oleh, alasan=alasan
        )


def _cairkan(proyek: Proyek, data: DataProyek, oleh: Pengguna, kalender: Kalender) -> None:
    with pada(kalender.saat(data.mulai_nyata, 11)):
        for sumber in proyek.pendanaan.with_uang().exclude(sumber__in=TANPA_KAS):
            catat_pencairan(
                pendanaan=sumber,
                jumlah=sumber.pagu * data.pencairan // 100,
                tanggal=kalender.tanggal(data.mulai_nyata),
                oleh=oleh,
            )


def _laporkan(
    proyek: Proyek,
    data: DataProyek,
    isi: DataLaporan,
    sebelum: int,
    kakam: Pengguna,
    kalender: Kalender,
) -> None:
    saat, mulai = kalender.saat(isi.terbit, 14), kalender.tanggal(data.mulai_nyata)
    terakhir = proyek.laporan.aggregate(bulan=Max("periode"))["bulan"]
    laporan = LaporanKemajuan(
        proyek=proyek,
        periode=bulan_laporan(mulai, saat.date(), terakhir),
        persen=Decimal(isi.persen),
        narasi=isi.narasi,
        ada_kendala=bool(isi.kendala),
        kendala=isi.kendala,
        rencana_tindak_lanjut=isi.tindak_lanjut,
    )
    belanja = [
        Realisasi(pendanaan=s, jumlah=s.pagu * isi.belanja // 100 - s.pagu * sebelum // 100)
        for s in proyek.pendanaan.with_uang()
    ]
    with pada(saat):
        rincian = [RincianBelanja(jenis=jenis, rupiah=n) for jenis, n in isi.rincian.items()]
        laporan = simpan_draf(laporan=laporan, realisasi=belanja, oleh=kakam, rincian=rincian)
        for tahap in isi.foto:
            berkas = simpan_foto(foto_contoh(data.gambar, tahap, proyek.pk), latar())
            tambah_foto(laporan=laporan, berkas=berkas, tahap=tahap, keterangan=data.judul)
        terbitkan(laporan=laporan, oleh=kakam)


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
