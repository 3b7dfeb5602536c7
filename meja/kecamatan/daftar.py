"""The figures of one kampung, counted one by one from the lists behind the numbers.

It is slow and plain, and shares no grouping with the reader: every night both are compared.
"""

from aspirasi.models import Aspirasi
from core.waktu import hari_ini
from laporan.models import JadwalLaporan
from meja.kecamatan.angka import (
    SEMINGGU,
    Angka,
    Milik,
    apb,
    belum_dievaluasi,
    dana,
    dihentikan,
    sejak,
    tahun_lpj,
)
from proyek.models import Lpj


def hitung(kampung: Milik) -> Angka:
    """Return the figures of a kampung, or of kiriman that name none."""
    kiriman = Aspirasi.objects.terbit().filter(kampung=kampung)
    hasil = Angka(
        baru=kiriman.masuk_sejak(sejak()).count(),
        terlambat=kiriman.terlambat().count(),
        belum_dijawab=kiriman.perlu_jawaban().count(),
    )
    if kampung is not None:
        _lain(hasil, kampung)
    return hasil


def _lain(hasil: Angka, kampung: int) -> None:
    laporan = JadwalLaporan.objects.filter(proyek__kampung=kampung)
    hasil.jatuh_tempo = laporan.jatuh_tempo(hari_ini() + SEMINGGU).count()
    hasil.belum_lapor = laporan.terlambat().count()
    hasil.dihentikan = dihentikan().filter(kampung=kampung).count()
    hasil.belum_dievaluasi = belum_dievaluasi().filter(kampung=kampung).count()
    for satu in dana().filter(pendanaan__proyek__kampung=kampung):
        hasil.anggaran = (hasil.anggaran or 0) + satu.anggaran
        if satu.sudah_dicairkan is not None:
            hasil.dicairkan = (hasil.dicairkan or 0) + satu.sudah_dicairkan
        if satu.sudah_dibelanjakan is not None:
            hasil.dibelanjakan = (hasil.dibelanjakan or 0) + satu.sudah_dibelanjakan
    lpj = Lpj.objects.filter(kampung=kampung, tahun=tahun_lpj(), dicabut_pada=None)
    for satu_lpj in lpj:
        hasil.lpj, hasil.kunci_lpj = 1, satu_lpj.pk
    hasil.apb = apb().filter(kampung=kampung).count()
