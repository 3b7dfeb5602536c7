"""Opening a kampung to the public, with what it still lacks."""

from django.db import transaction

from core.galat import TidakBisa
from meja.kesiapan.butir import kurang
from meja.kesiapan.fakta import baca
from warga.models import Kampung, Pengguna
from warga.services import kesiapan

MASIH_KURANG = "Kampung ini belum dapat dibuka. Masih kurang: {}."


@transaction.atomic
def buka(*, kampung: Kampung, oleh: Pengguna) -> Kampung:
    """Let a kampung join. Raises TidakBisa with what it lacks, and when it has joined before."""
    terkunci = kesiapan.kunci_kampung(kampung)
    if sisa := kurang(baca(), terkunci):
        raise TidakBisa(MASIH_KURANG.format("; ".join(sisa)))
    return kesiapan.gabungkan(kampung=terkunci, oleh=oleh)
