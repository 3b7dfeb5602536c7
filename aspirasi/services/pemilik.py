"""Whose an account is, after its password came from a printed code: a PIN of its own shows it."""

from django.db import transaction
from django.db.models import Q

from aspirasi.bacaan.milik import milik
from aspirasi.models import Aspirasi
from aspirasi.services.ikut import batal_dukung
from aspirasi.services.sanggah import tarik_pernyataan
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
    if sejak is None or not milik(aspirasi, pengguna).filter(dibuat__lt=sejak).exists():
        return
    buktikan_pemilik(pengguna=pengguna, lewat=lewat)
    _tarik_suara_sendiri(pengguna)


def _tarik_suara_sendiri(pengguna: Pengguna) -> None:
    """Take back what the account said of its own kiriman, in the order in which all are locked.

    In the trail each stands as if the account had taken it back by hand, so that no row tells
    whose kiriman it is.
    """
    bersuara = Q(dukungan__pengguna=pengguna) | Q(belum_beres__pengguna=pengguna)
    sendiri = Aspirasi.objects.filter(bersuara, pengirim__pengguna=pengguna)
    for aspirasi in sendiri.distinct().order_by("pk"):
        batal_dukung(aspirasi=aspirasi, oleh=pengguna)
        tarik_pernyataan(aspirasi=aspirasi, oleh=pengguna)
