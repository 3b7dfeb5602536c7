"""Changing the fate of a row of a set plan, by a paper."""

from django.db import transaction

from core.galat import TidakBisa, berkata
from rencana.enums import Hasil
from rencana.models import BarisRencana
from rencana.models.baris import PANJANG_ALASAN
from rencana.services.catatan import Sebab, catat_ubah
from rencana.services.kunci import kunci_rencana
from rencana.services.tetapkan import PERLU_ALASAN, Nasib
from warga.models import Pengguna

BELUM = "Hasil baris ditulis ketika rencana ditetapkan."


@transaction.atomic
def ubah_hasil(*, baris: BarisRencana, nasib: Nasib, oleh: Pengguna, sebab: Sebab) -> BarisRencana:
    """Let a set plan take a row, or no longer. The stage of its project follows by a decision of
    its own. The same fate changes nothing."""
    rencana = kunci_rencana(baris.rencana)
    if not rencana.tetap:
        raise TidakBisa(BELUM)
    baris = rencana.baris.select_related("proyek").get(pk=baris.pk)
    lama = baris.get_hasil_display()
    _setel(baris, nasib, rencana.tahun)
    if baris.get_hasil_display() == lama:
        return baris
    baris.save(update_fields=["hasil", "alasan", "kembali_tahun"])
    butir = [(f"Baris {baris.urutan}, hasil", lama, baris.get_hasil_display())]
    catat_ubah(rencana, oleh, butir, sebab)
    return baris


def _setel(baris: BarisRencana, nasib: Nasib, tahun: int) -> None:
    if nasib.diambil:
        baris.hasil, baris.alasan, baris.kembali_tahun = Hasil.DIAMBIL, "", None
        return
    pendek = len(nasib.alasan.strip()) < PANJANG_ALASAN or not berkata(nasib.alasan)
    if pendek or (nasib.kembali_tahun or 0) <= tahun:
        raise TidakBisa(PERLU_ALASAN)
    baris.hasil, baris.alasan = Hasil.TIDAK_DIAMBIL, nasib.alasan.strip()
    baris.kembali_tahun = nasib.kembali_tahun
