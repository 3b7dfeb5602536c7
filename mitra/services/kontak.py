"""The contact of an offerer. Every reading is in the trail, which the offerer reads; some months
after closing it is forgotten."""

import datetime as dt

from django.conf import settings
from django.db import transaction

from core.jejak.catat import catat, riwayat
from core.waktu import sekarang
from mitra.enums import TUTUP
from mitra.laku import Aksi
from mitra.models import Penawar, Tawaran
from warga.models import Pengguna

HARI_SEBULAN = 30
SEKALIGUS = 500  # offers of one night
NAMA_DIHAPUS = "(nama sudah dihapus)"


@transaction.atomic
def baca_kontak(*, tawaran: Tawaran, oleh: Pengguna) -> Penawar:
    """Return name and contact of an offerer, and log that they were read."""
    catat(objek=tawaran, aksi=Aksi.KONTAK_DIBACA, oleh=oleh)
    return Penawar.objects.get(tawaran=tawaran)


def kosongkan_kontak() -> int:
    """Forget name and contact some months after the last act on a closed offer (a periodic job).
    Return how many.

    The months are the setting SIMPAN_KONTAK_BULAN, as for senders of kiriman.
    """
    batas = sekarang() - dt.timedelta(days=settings.SIMPAN_KONTAK_BULAN * HARI_SEBULAN)
    lama = Penawar.objects.filter(
        dikosongkan_pada=None, dibuat__lt=batas, tawaran__status__in=TUTUP
    )
    nomor = list(lama.order_by("pk").values_list("tawaran", flat=True)[:SEKALIGUS])
    return sum(_kosongkan_satu(pk, batas) for pk in nomor)


@transaction.atomic
def _kosongkan_satu(pk: int, batas: dt.datetime) -> bool:
    """Forget one under its lock, unless something was done to the offer meanwhile."""
    tawaran = Tawaran.objects.select_for_update(of=("self",)).get(pk=pk)
    akhir = riwayat(tawaran).last()
    if tawaran.status not in TUTUP or (akhir and akhir.waktu >= batas):
        return False
    Penawar.objects.filter(tawaran=tawaran).update(
        nama=NAMA_DIHAPUS, telepon="", email="", dikosongkan_pada=sekarang()
    )
    catat(objek=tawaran, aksi=Aksi.KONTAK_DIHAPUS)
    return True
