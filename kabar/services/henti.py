"""The signed link that stops a daily letter without a sign-in, and starts it again."""

from django.core.signing import BadSignature, Signer

from warga.models import Pengguna

# The letters that have such a link, by their column of `PilihanPemberitahuan`. A sign of one says
# nothing about the other.
_PENANDA = {
    "surat": Signer(salt="kabar.henti"),
    "surat_meja": Signer(salt="kabar.henti.meja"),
}


def tanda_henti(orang: Pengguna, surat: str = "surat") -> str:
    """Return the signed sign of this account. It opens nothing but the switch of one letter, and
    never ends: an old letter must be able to stop new ones."""
    return _PENANDA[surat].sign(str(orang.pk))


def pemilik_tanda(tanda: str, surat: str = "surat") -> Pengguna | None:
    """Return the account of a sign; None when the sign is not ours, or the account was emptied."""
    try:
        pk = _PENANDA[surat].unsign(tanda)
    except BadSignature:
        return None
    return Pengguna.objects.filter(pk=pk, dikosongkan_pada__isnull=True).first()
