"""One-time codes on paper: a second factor that needs no phone."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction

from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.jejak.catat import catat
from warga.laku import Aksi
from warga.models import Pengguna
from warga.services.dasar import kunci_akun


@transaction.atomic
def buat_kode_sekali(*, pengguna: Pengguna) -> list[str]:
    """Make a new sheet of codes, each for one use. An older sheet stops working.

    The codes are shown once. The portal keeps only the ciphertext of the secret that they derive
    from.
    """
    kunci_akun(pengguna)
    Authenticator.objects.filter(user=pengguna, type=Authenticator.Type.RECOVERY_CODES).delete()
    lembar = RecoveryCodes.activate(pengguna)
    lembar.mark_as_viewed()
    catat(objek=pengguna, aksi=Aksi.KODE_PENGAMAN_DICETAK, oleh=pengguna)
    keamanan.catat(Kejadian.FAKTOR_DIPASANG, akun=pengguna)
    kode: list[str] = lembar.generate_codes()
    return kode
