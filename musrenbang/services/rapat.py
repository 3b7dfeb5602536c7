"""Changes of the order that the meeting agreed on."""

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import sekarang
from musrenbang.bacaan.peringkat import Golongan, peringkat
from musrenbang.enums import Cara
from musrenbang.laku import AksiUsulan
from musrenbang.models import PerubahanUrutan, Usulan
from musrenbang.services.persiapan import kunci
from warga.models import Pengguna

BUKAN_RAPAT = "Urutan hanya diubah selama rapat."
TAK_BERPERINGKAT = "Usulan ini tidak ikut diurutkan."
DI_LUAR = "Kelompok ini berisi {} usulan. Tulis urutan 1 sampai {}."
TETAP = "Urutannya tetap sama. Tulis urutan yang lain."
SUDAH_BATAL = "Perubahan ini sudah dibatalkan. Muat ulang halaman."
BUKAN_TERAKHIR = "Batalkan dahulu perubahan yang lebih baru."


def letak(usulan: Usulan) -> tuple[Golongan, int]:
    """Return the group of a proposal and its place there, from 1. Raises TidakBisa for one that is
    not ranked."""
    semua = usulan.musrenbang.usulan.berdiri().untuk_kartu()
    for golongan in peringkat(usulan.musrenbang, list(semua)):
        for nomor, peserta in enumerate(golongan.peserta, 1):
            if peserta.usulan.pk == usulan.pk:
                return golongan, nomor
    raise TidakBisa(TAK_BERPERINGKAT)


@transaction.atomic
def ubah_urutan(*, perubahan: PerubahanUrutan, oleh: Pengguna) -> PerubahanUrutan:
    """Store an unsaved change. Votes are counted only where it was not mufakat.

    Raises TidakBisa outside the meeting, without a reason, for a place that the group does not
    have, and for the place that it has already.
    """
    pastikan_beralasan(perubahan.alasan)
    usulan = perubahan.usulan
    if not kunci(usulan.musrenbang).rapat:
        raise TidakBisa(BUKAN_RAPAT)
    golongan, dari = letak(usulan)
    if not 1 <= perubahan.ke <= len(golongan.peserta):
        banyak = len(golongan.peserta)
        raise TidakBisa(DI_LUAR.format(banyak, banyak))
    if dari == perubahan.ke:
        raise TidakBisa(TETAP)
    if perubahan.cara == Cara.MUFAKAT:
        perubahan.setuju = perubahan.tidak = None
    perubahan.dari, perubahan.oleh = dari, oleh
    perubahan.save(force_insert=True)
    ke = {"ke": f"dari {dari} ke {perubahan.ke}"}
    alasan = perubahan.alasan
    catat(objek=usulan, aksi=AksiUsulan.DIUBAH_RAPAT, oleh=oleh, alasan=alasan, rincian=ke)
    return perubahan


@transaction.atomic
def batalkan(*, perubahan: PerubahanUrutan, alasan: str, oleh: Pengguna) -> PerubahanUrutan:
    """Take the newest change of a musrenbang back. Raises TidakBisa without a reason, outside the
    meeting, for an older one, and the second time."""
    pastikan_beralasan(alasan)
    musrenbang = kunci(perubahan.usulan.musrenbang)
    if not musrenbang.rapat:
        raise TidakBisa(BUKAN_RAPAT)
    baris = PerubahanUrutan.objects.select_for_update().get(pk=perubahan.pk)
    if baris.dibatalkan_pada:
        raise TidakBisa(SUDAH_BATAL)
    berlaku = PerubahanUrutan.objects.filter(
        usulan__musrenbang=musrenbang, dibatalkan_pada__isnull=True
    )
    if berlaku.filter(pk__gt=baris.pk).exists():
        raise TidakBisa(BUKAN_TERAKHIR)
    baris.dibatalkan_pada = sekarang()
    baris.save(update_fields=["dibatalkan_pada"])
    catat(objek=perubahan.usulan, aksi=AksiUsulan.BATAL_UBAH, oleh=oleh, alasan=alasan)
    return baris
