"""The signed link that stops the daily letter without a sign-in, and starts it again."""

from django.core.signing import BadSignature, Signer

from warga.models import Pengguna

_PENANDA = Signer(salt="kabar.henti")


def tanda_henti(orang: Pengguna) -> str:
    """Return the signed sign of this account. It opens nothing but the switch of its daily letter,
    and never ends: an old letter must be able to stop new ones."""
    return _PENANDA.sign(str(orang.pk))


def pemilik_tanda(tanda: str) -> Pengguna | None:
    """Return the account of a sign; None when the sign is not ours, or the account was emptied."""
    try:
        pk = _PENANDA.unsign(tanda)
    except BadSignature:
        return None
    return Pengguna.objects.filter(pk=pk, dikosongkan_pada__isnull=True).first()
