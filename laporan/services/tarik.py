"""Taking a whole report back, shortly after it came out.

Its row stays, locked, and its address says why. What it told counts nowhere: the database knows by
its row in `core.models.Penarikan`. Who may stands in `laporan.rules`.
"""

from django.db import transaction

from core.berkas import simpan
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.models import Berkas
from core.moderasi.penarikan import catat_penarikan
from core.waktu import hari_ini
from laporan.bacaan.tarik import halangan_tarik
from laporan.laku import Aksi
from laporan.models import Foto, LaporanKemajuan
from laporan.services import jadwal
from laporan.services.kunci import kunci_laporan
from laporan.services.perbaikan import yang_berlaku
from laporan.services.tulis import nomor_serentang
from proyek import laku as proyek_laku
from proyek.services.belanja import kunci_sumber, tulis_belanja
from proyek.services.kunci import kunci_bersama
from proyek.services.uang import kunci_jumlah
from warga.models import Pengguna


@transaction.atomic
def tarik_semua(*, laporan: LaporanKemajuan, alasan: str, oleh: Pengguna) -> LaporanKemajuan:
    """Take a published report back as a whole, within two working days.

    Its spending is reversed in the ledger, its photos leave the public, and what it fulfilled is
    awaited again. Where it corrected another report, that one stands again. Raises TidakBisa
    without a reason, too late, and when it was corrected or taken back meanwhile.
    """
    pastikan_beralasan(alasan)
    proyek = kunci_bersama([laporan.proyek_id])[0]
    laporan = kunci_laporan(laporan.pk)
    if halangan := halangan_tarik(laporan):
        raise TidakBisa(halangan)
    kunci_sumber(proyek)
    berkas = _kunci_berkas(laporan)
    kunci_jumlah()
    jejak = catat(objek=laporan, aksi=Aksi.DITARIK, oleh=oleh, alasan=alasan.strip())
    catat_penarikan(jejak=jejak, baris=laporan, kolom=["status"], utuh=True)
    for satu in berkas:
        simpan.tarik(satu)
    _kembalikan_belanja(laporan, alasan.strip(), oleh)
    jadwal.buka_lagi(laporan=laporan)
    rincian = {"laporan": laporan.nomor, "waktu": laporan.kata_waktu}
    catat(
        objek=proyek,
        aksi=proyek_laku.Aksi.LAPORAN_DITARIK,
        oleh=oleh,
        alasan=alasan.strip(),
        rincian=rincian,
    )
    return laporan


def _kunci_berkas(laporan: LaporanKemajuan) -> list[Berkas]:
    """Lock the files that no other published revision shows, and return them."""
    lain = Foto.objects.tampil().exclude(laporan=laporan).filter(laporan__status=laporan.status)
    milik = Berkas.objects.filter(foto_laporan__laporan=laporan)
    sendiri = milik.exclude(pk__in=lain.values("berkas")).values("pk")
    return list(Berkas.objects.select_for_update().filter(pk__in=sendiri).order_by("pk"))


def _kembalikan_belanja(laporan: LaporanKemajuan, alasan: str, oleh: Pengguna) -> None:
    """Lead the ledger back to what the report tells that stands again, or to nothing."""
    berlaku = yang_berlaku(laporan)
    baris = berlaku.realisasi.values_list("pendanaan", "jumlah") if berlaku else ()
    tulis_belanja(
        proyek=laporan.proyek,
        nomor=(berlaku or laporan).nomor or "",
        nomor_lama=nomor_serentang(laporan),
        belanja=dict(baris),
        tanggal=hari_ini(),
        oleh=oleh,
        alasan=alasan,
    )
