"""How far a person of a BPK has looked at what is new in the kampung."""

import datetime as dt

from django.db import transaction

from core.waktu import sekarang
from meja.models import TerakhirDilihat
from warga.models import Pengguna


@transaction.atomic
def tandai_dilihat(*, oleh: Pengguna, sampai: dt.datetime) -> dt.datetime:
    """Note that this person has seen all up to `sampai`, the moment of the page that they saw.

    Return the moment that stands: never a later one than now, nor an earlier one than before.
    """
    sampai = min(sampai, sekarang())
    Pengguna.objects.select_for_update().get(pk=oleh.pk)
    baris, baru = TerakhirDilihat.objects.get_or_create(pengguna=oleh, defaults={"sampai": sampai})
    if not baru and baris.sampai < sampai:
        baris.sampai = sampai
        baris.save(update_fields=["sampai"])
    return baris.sampai
