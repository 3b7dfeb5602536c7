"""Whether an account sent a kiriman, as far as the account may be told so."""

from typing import Any

from django.db.models import QuerySet

from aspirasi.models import Aspirasi, Pengirim
from warga.models import Pengguna


def milik(aspirasi: Aspirasi | QuerySet[Aspirasi], pengguna: Pengguna) -> QuerySet[Pengirim]:
    """Return the senders of these kiriman that are this account."""
    semua = [aspirasi.pk] if isinstance(aspirasi, Aspirasi) else aspirasi.values("pk")
    return Pengirim.objects.filter(aspirasi__in=semua, pengguna=pengguna)


def akun_sendiri(pengirim: Pengirim, orang: Any) -> bool:
    """Return whether the account of `orang` holds the kiriman of this sender and may be told so."""
    if not isinstance(orang, Pengguna) or orang.sandi_dari_kode_pada:
        return False
    return bool(pengirim.pengguna_id == orang.pk)


def dikenal_sendiri(aspirasi: Aspirasi | QuerySet[Aspirasi], pengguna: Pengguna) -> bool:
    """Return whether this account sent it, or one of several, and may be told so: not while a
    printed code alone opened the account."""
    return pengguna.sandi_dari_kode_pada is None and milik(aspirasi, pengguna).exists()
