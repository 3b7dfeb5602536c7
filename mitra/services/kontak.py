"""The contact of an offerer. Every reading is in the trail, which the offerer reads."""

from django.db import transaction

from core.jejak.catat import catat
from mitra.laku import Aksi
from mitra.models import Penawar, Tawaran
from warga.models import Pengguna


@transaction.atomic
def baca_kontak(*, tawaran: Tawaran, oleh: Pengguna) -> Penawar:
    """Return name and contact of an offerer, and log that they were read."""
    catat(objek=tawaran, aksi=Aksi.KONTAK_DIBACA, oleh=oleh)
    return Penawar.objects.get(tawaran=tawaran)
