"""The owner of an account whose password came from a printed code: a PIN of its own proves them."""

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
    """Accept as a proof that the PIN of this kiriman was typed in a session of this account, or
    made anew by a code to an address that the account had proven before sending it ("email").

    It proves the owner only when the account had sent the kiriman before the code was used: an
    intruder could send one and know its PIN. Support that the account gave to its own kiriman
    meanwhile, as anybody may, is taken back.
    """
    sejak = pengguna.sandi_dari_kode_pada
    if sejak is None or not milik(aspirasi, pengguna).filter(dibuat__lt=sejak).exists():
        return
    buktikan_pemilik(pengguna=pengguna, lewat=lewat)
    _tarik_suara_sendiri(pengguna)


def _tarik_suara_sendiri(pengguna: Pengguna) -> None:
    """Take back the account's support for its own kiriman, in the common order of locks.

    The trail shows each as if the account had taken it back by hand, so that no row tells whose
    kiriman it is.
    """
    bersuara = Q(dukungan__pengguna=pengguna) | Q(belum_beres__pengguna=pengguna)
    sendiri = Aspirasi.objects.filter(bersuara, pengirim__pengguna=pengguna)
    for aspirasi in sendiri.distinct().order_by("pk"):
        tarik_suara(aspirasi=aspirasi, pengguna=pengguna)


def tarik_suara(*, aspirasi: Aspirasi, pengguna: Pengguna) -> None:
    """Take back support and "belum beres" of this account for one kiriman, as if by hand."""
    batal_dukung(aspirasi=aspirasi, oleh=pengguna)
    tarik_pernyataan(aspirasi=aspirasi, oleh=pengguna)
