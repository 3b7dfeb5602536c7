"""Tells the projects: decision, start, money, reports, finish."""

from decimal import Decimal

from bangunrejo.contoh.cerita_laporan import laporkan, nilai
from bangunrejo.contoh.cerita_pelengkap import lengkapi, unggah
from bangunrejo.contoh.cerita_sesudah import (
    rawat,
    salah_catat,
    tanya_fungsi,
    tutup_tahun,
    ubah,
)
from bangunrejo.contoh.data import DataProyek
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.waktu import pada
from proyek.enums import TANPA_KAS, Dasar, JenisDokumen, Tahap
from proyek.models import Kegiatan, Keputusan, Pendanaan, Proyek
from proyek.services.buka import buka_proyek
from proyek.services.pencairan import catat_pencairan
from proyek.services.tahap import ubah_tahap
from warga.models import Kampung, Pengguna

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
    for nomor, laporan in enumerate(data.laporan):
        if data.selesai_nyata and nomor == len(data.laporan) - 1:
            _ubah(proyek, Tahap.SELESAI, kalender, data.selesai_nyata, kakam, ALASAN_SELESAI)
        oleh = orang[laporan.oleh] if laporan.oleh else kakam
        laporkan(proyek, data, laporan, oleh, kalender)
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
    nilai(proyek, data, kakam, kalender)
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
        frekuensi_laporan=data.frekuensi,
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
