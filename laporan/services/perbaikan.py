"""The beginning of a correction: what stands before it, and the photos that it takes along."""

from laporan.models import Foto, LaporanKemajuan

MENGGANTIKAN = "Menggantikan laporan {nomor} yang ditarik."


def yang_berlaku(laporan: LaporanKemajuan) -> LaporanKemajuan | None:
    """Return the report of the same span that stands; None where there is none."""
    berlaku = LaporanKemajuan.objects.berlaku().filter(proyek=laporan.proyek_id)
    ada: LaporanKemajuan | None = berlaku.filter(periode=laporan.periode).first()
    return ada


def ganti_yang_ditarik(laporan: LaporanKemajuan) -> None:
    """Let an unsaved first report of a span follow those that were taken back: they keep their
    number and their place, so it is a further revision."""
    ditarik = LaporanKemajuan.objects.serentang(laporan).order_by("-revisi").first()
    if laporan.revisi == 1 and ditarik and yang_berlaku(laporan) is None:
        laporan.revisi = ditarik.revisi + 1
        laporan.alasan_perbaikan = MENGGANTIKAN.format(nomor=ditarik.nomor)


def salin_foto(laporan: LaporanKemajuan) -> None:
    """Give a new correction the photos of the report that it corrects, those that were taken back
    left out. The files are the same: a photo that is covered or taken back is so in both."""
    lama = yang_berlaku(laporan)
    for foto in lama.foto.tampil() if lama else ():
        isi = {nama: getattr(foto, nama) for nama in ("berkas_id", "tahap", "keterangan")}
        Foto.objects.create(laporan=laporan, **isi)
