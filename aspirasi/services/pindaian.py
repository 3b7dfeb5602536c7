"""The scan of a letter about a kiriman: the kecamatan has it, and an act shows it to everyone.

Letters carry names, so a scan arrives in `terbatas` and stays there until an official says that it
names no resident. It is shown only while its kiriman is public; every act that narrows the kiriman
takes the scan back, too (`turunkan`). A scan with a public name (`Berkas.publik`) is shown.
"""

from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, SuratInstansi
from aspirasi.services.alur import kunci_baris
from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.models import Berkas
from warga.models import Pengguna


@transaction.atomic
def pasang(*, surat: SuratInstansi, berkas: Berkas, oleh: Pengguna) -> SuratInstansi:
    """Attach a stored scan to a letter. An earlier one is destroyed. The new one is not shown."""
    surat = _kunci(surat)
    lama = surat.berkas
    surat.berkas = berkas
    surat.save(update_fields=["berkas"])
    if lama:
        simpanan.hapus(lama)
    _catat(surat, Aksi.PINDAIAN_DISIMPAN, oleh)
    return surat


@transaction.atomic
def tampilkan(*, surat: SuratInstansi, dilihat: str, oleh: Pengguna) -> None:
    """Show everyone the scan that `oleh` looked at and found to name no resident.

    `dilihat` is the name of that file. Raises TidakBisa when it was replaced meanwhile, or its
    kiriman is not public or was erased.
    """
    surat = _kunci(surat)
    if surat.berkas is None or surat.berkas.nama != dilihat:
        raise TidakBisa("Pindaian surat ini baru saja diganti. Lihat dulu yang sekarang.")
    if not surat.aspirasi.terbit:
        raise TidakBisa("Kiriman ini tidak tampil untuk umum, jadi suratnya juga tidak.")
    if surat.aspirasi.dihapus_pada:
        raise TidakBisa("Isi kiriman ini dihapus atas permintaan pengirim, jadi suratnya tertutup.")
    if not surat.berkas.publik:
        simpanan.terbitkan(surat.berkas)
        _catat(surat, Aksi.PINDAIAN_DITAMPILKAN, oleh)


@transaction.atomic
def sembunyikan(*, surat: SuratInstansi, oleh: Pengguna) -> None:
    """Take the scan back from everyone. Its public address dies."""
    surat = _kunci(surat)
    if surat.berkas and surat.berkas.publik:
        simpanan.tarik(surat.berkas)
        _catat(surat, Aksi.PINDAIAN_DISEMBUNYIKAN, oleh)


def turunkan(aspirasi: Aspirasi) -> None:
    """Take all scans of a kiriman from the public. The caller holds its lock."""
    for surat in aspirasi.surat.filter(berkas__nama_publik__isnull=False).select_related("berkas"):
        if surat.berkas:
            simpanan.tarik(surat.berkas)


def _kunci(surat: SuratInstansi) -> SuratInstansi:
    kunci_baris(Aspirasi(pk=surat.aspirasi_id))
    return SuratInstansi.objects.select_related("aspirasi", "berkas", "instansi").get(pk=surat.pk)


def _catat(surat: SuratInstansi, aksi: str, oleh: Pengguna) -> None:
    catat(objek=surat.aspirasi, aksi=aksi, oleh=oleh, rincian={"ke": surat.lawan})
