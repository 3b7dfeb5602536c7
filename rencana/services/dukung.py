"""Standing behind a row of a plan, with an account."""

from django.db import transaction

from core.galat import TidakBisa
from rencana.models import BarisRencana, DukunganBaris
from rencana.services.kunci import kunci_rencana
from warga.models import Pengguna

TERTUTUP = "Rencana ini tidak sedang dibuka untuk warga, jadi dukungan tidak dapat diubah."


@transaction.atomic
def dukung(*, baris: BarisRencana, oleh: Pengguna, mau: bool) -> None:
    """Support a row, or withdraw that, while its plan is open. Twice is once."""
    if not kunci_rencana(baris.rencana).dapat_ditanya:
        raise TidakBisa(TERTUTUP)
    if mau:
        DukunganBaris.objects.get_or_create(baris=baris, pengguna=oleh)
    else:
        DukunganBaris.objects.filter(baris=baris, pengguna=oleh).delete()
