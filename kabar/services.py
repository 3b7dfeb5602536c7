"""Acts on news."""

from django.db import transaction

from core.jejak import catat
from kabar.models import Kabar
from warga.models import Pengguna


@transaction.atomic
def terbitkan(*, kabar: Kabar, oleh: Pengguna) -> Kabar:
    """Publish unsaved news under the name of the office, and leave a Jejak."""
    kabar.penulis = oleh
    kabar.save(force_insert=True)
    catat(objek=kabar, aksi="terbit", oleh=oleh)
    return kabar
