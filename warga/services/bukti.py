"""Proof that the person who uses an account is its owner, after a code opened it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from core.jejak.catat import catat
from warga.kode import hash_alamat
from warga.laku import Aksi
from warga.models import Pengguna
from warga.services.dasar import kunci_akun


def alamat_terbukti(pengguna: Pengguna) -> dict[str, str]:
    """Return the proven addresses of an account by their keyed hash, the main one first."""
    semua = EmailAddress.objects.filter(user=pengguna, verified=True).order_by("-primary", "pk")
    return {hash_alamat(email): email for email in semua.values_list("email", flat=True)}


@transaction.atomic
def buktikan_pemilik(*, pengguna: Pengguna, lewat: str) -> None:
    """Remove the mark "a code set this password", because the owner has shown who they are.

    `lewat` names the proof: "pin" (of one's own kiriman), "pengaman" (a second factor from before
    the code), "email" (a code sent to an address that was proven before). An account without the
    mark stays as it is.
    """
    terkunci = kunci_akun(pengguna)
    if terkunci.sandi_dari_kode_pada is None:
        return
    terkunci.sandi_dari_kode_pada = pengguna.sandi_dari_kode_pada = None
    terkunci.save(update_fields=["sandi_dari_kode_pada"])
    catat(objek=terkunci, aksi=Aksi.PEMILIK_TERBUKTI, oleh=terkunci, rincian={"lewat": lewat})


def buktikan_lewat_pengaman(*, pengguna: Pengguna) -> None:
    """Accept the second factor (the app, or a code on paper) as a proof.

    A factor that was set up after the code proves nothing. With a factor from before, nobody came
    in by the code alone, so everything that was added since is the owner's, too.
    """
    sejak = pengguna.sandi_dari_kode_pada
    if sejak is None:
        return
    if Authenticator.objects.filter(user=pengguna, created_at__lt=sejak).exists():
        buktikan_pemilik(pengguna=pengguna, lewat="pengaman")


def buktikan_lewat_email(*, pengguna: Pengguna, email: str) -> None:
    """Accept a code that was sent to `email` as a proof. An address added after the code proves
    nothing."""
    kode = pengguna.kode_cetak.sandi().filter(dipakai_pada__isnull=False)
    terakhir = kode.order_by("-dipakai_pada").first()
    if terakhir and hash_alamat(email) in terakhir.alamat_lama:
        buktikan_pemilik(pengguna=pengguna, lewat="email")
