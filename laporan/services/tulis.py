"""Writing a report: its draft, saved and thrown away."""

from collections.abc import Sequence

from django.db import transaction

from core.galat import TidakBisa
from laporan.bacaan.pekerjaan import boleh_ditulis
from laporan.models import KemajuanButir, LaporanKemajuan, Realisasi, RincianBelanja
from laporan.rentang import Ruas, bersinggungan
from laporan.services import jadwal
from laporan.services.butir import simpan_butir
from laporan.services.foto import buang_tertunda, hapus_tak_dipakai
from laporan.services.kunci import kunci_draf, kunci_laporan, tolak_bila_terbit
from laporan.services.perbaikan import ganti_yang_ditarik, salin_foto, yang_berlaku
from proyek.services.belanja import pastikan_sisa, sisa_belanja
from proyek.services.kunci import kunci_bersama
from warga.models import Pengguna

RINCIAN_LEBIH = "Rinciannya melebihi jumlah yang dibelanjakan. Periksa angkanya."
BELANJA_GANDA = "Kosongkan jumlahnya, atau hapus centang “menyusul”."
RENTANG_KEMBAR = (
    "Laporan untuk waktu ini sudah ada. Buka laporan atau draf itu, atau pilih waktu lain."
)


@transaction.atomic
def simpan_draf(
    *,
    laporan: LaporanKemajuan,
    realisasi: Sequence[Realisasi],
    oleh: Pengguna,
    rincian: Sequence[RincianBelanja] = (),
    butir: Sequence[KemajuanButir] = (),
) -> LaporanKemajuan:
    """Save an unsaved or draft report with the money spent per source, what it was spent on,
    and the percents of the items of the work.

    What was published may be corrected at any stage, after the handover, too. Raises TidakBisa when
    a first report comes while the project does not run, one of its days has a report already, the
    report is published or deleted, more was spent than is left of a source, or the lines say more
    than was spent. Drafts of other spans do not count: only what is published is spent.
    """
    # The lock on the project lets two people write one after the other.
    proyek = kunci_bersama([laporan.proyek_id])[0]
    if laporan.revisi == 1 and not boleh_ditulis(proyek):
        raise TidakBisa("Proyek ini tidak sedang dikerjakan, jadi belum dapat dilaporkan.")
    kunci_draf(laporan)
    jadwal.setel_rentang(laporan)
    baru = laporan.pk is None
    if baru:
        laporan.dibuat_oleh = oleh
        ganti_yang_ditarik(laporan)
    _tolak_rentang_kembar(laporan)
    tolak_lebih_dari_anggaran(laporan, realisasi)
    if laporan.belanja_menyusul and (realisasi or rincian):
        raise TidakBisa(BELANJA_GANDA)
    laporan.save()
    if baru:
        salin_foto(laporan)
    simpan_butir(laporan, butir)
    laporan.realisasi.all().delete()
    laporan.rincian_belanja.all().delete()
    simpan_baris(laporan, realisasi, rincian)
    return laporan


def simpan_baris(
    laporan: LaporanKemajuan, realisasi: Sequence[Realisasi], rincian: Sequence[RincianBelanja]
) -> None:
    """Store what a report spent per source, and on what. Raises TidakBisa when the lines say more
    than was spent."""
    if sum(satu.rupiah for satu in rincian) > sum(baris.jumlah for baris in realisasi):
        raise TidakBisa(RINCIAN_LEBIH)
    semua: list[Realisasi | RincianBelanja] = [*realisasi, *rincian]
    for baris in semua:
        baris.laporan = laporan
        baris.save(force_insert=True)


def _tolak_rentang_kembar(laporan: LaporanKemajuan) -> None:
    """Raise TidakBisa when another report tells of one of its days: in the same or a later
    revision of the same span, or of another span."""
    ini = Ruas(laporan.periode, laporan.akhir)
    semua = laporan.proyek.laporan.exclude(pk=laporan.pk)
    pertama = yang_berlaku(laporan) is None
    for lain in semua.draf() | semua.utuh():
        sama = lain.periode == laporan.periode
        kembar = lain.revisi >= laporan.revisi if sama else pertama
        if kembar and bersinggungan(ini, Ruas(lain.periode, lain.akhir)):
            raise TidakBisa(RENTANG_KEMBAR)


def tolak_lebih_dari_anggaran(laporan: LaporanKemajuan, realisasi: Sequence[Realisasi]) -> None:
    """Raise TidakBisa, naming the source, when the report spends more than is left there."""
    sisa = sisa_belanja(laporan.proyek, nomor_serentang(laporan))
    for baris in realisasi:
        pastikan_sisa(baris.pendanaan, baris.jumlah, sisa[baris.pendanaan_id])


def nomor_serentang(laporan: LaporanKemajuan) -> list[str]:
    """Return the numbers of the published revisions of its span."""
    return [satu.nomor or "" for satu in LaporanKemajuan.objects.serentang(laporan).only("nomor")]


@transaction.atomic
def hapus_draf(*, laporan: LaporanKemajuan) -> None:
    """Delete a draft with its photos, bytes and all. Its days can be reported anew.

    Nobody but its own office and the kecamatan ever saw it, so the trail keeps nothing. Raises
    TidakBisa when it is published or gone.
    """
    laporan = kunci_laporan(laporan.pk)
    tolak_bila_terbit(laporan)
    for ditolak in (False, True):
        buang_tertunda(laporan=laporan, ditolak=ditolak)
    berkas = [foto.berkas for foto in laporan.foto.select_related("berkas")]
    laporan.delete()
    hapus_tak_dipakai(berkas)
