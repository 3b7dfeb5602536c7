"""Whose an account is, after its password came from a printed code: a PIN of its own shows it."""

from django.db import transaction
from django.db.models import QuerySet

from aspirasi.models import Aspirasi, BelumBeres, Dukungan, Pengirim
from warga.models import Pengguna
from warga.services import buktikan_pemilik


@transaction.atomic
def buktikan(*, aspirasi: Aspirasi, pengguna: Pengguna, lewat: str = "pin") -> None:
    """The PIN of this kiriman was given in a session of this account, or made anew by a code to
    an address that the account had proven before sending it ("email").

    It shows the owner only when the account had sent it before the code was used: whoever
    came in by the code could send one and know its PIN. What the account said of its own
    meanwhile, as anybody may, is taken back.
    """
    sejak = pengguna.sandi_dari_kode_pada
    if sejak is None or not _milik(aspirasi, pengguna).filter(dibuat__lt=sejak).exists():
        return
    buktikan_pemilik(pengguna=pengguna, lewat=lewat)
    for suara in (Dukungan, BelumBeres):
        suara.objects.filter(pengguna=pengguna, aspirasi__pengirim__pengguna=pengguna).delete()


def dikenal_sendiri(aspirasi: Aspirasi | QuerySet[Aspirasi], pengguna: Pengguna) -> bool:
    """True when this account sent it, or one of several, and may be told so: not while a
    printed code alone opened the account."""
    return pengguna.sandi_dari_kode_pada is None and _milik(aspirasi, pengguna).exists()


def _milik(aspirasi: Aspirasi | QuerySet[Aspirasi], pengguna: Pengguna) -> QuerySet[Pengirim]:
    semua = [aspirasi.pk] if isinstance(aspirasi, Aspirasi) else aspirasi.values("pk")
    return Pengirim.objects.filter(aspirasi__in=semua, pengguna=pengguna)
