"""One's own account: signing up, password, number."""

from allauth.account.models import EmailAddress
from django.db import connection, transaction

from core.galat import TidakBisa
from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.jejak.catat import catat
from warga.enums import TujuanPersetujuan
from warga.laku import Aksi
from warga.models import Kampung, Pengguna, Persetujuan
from warga.models.orang import MASUK_PER_NOMOR
from warga.services.dasar import kunci_akun, lupakan_sesi, matikan_sandi

NOMOR_PENUH = (
    "Nomor ini sudah tertulis di beberapa akun lain yang belum dibuktikan. Jika ini nomor Anda, "
    "datanglah ke kantor kecamatan supaya diatur."
)
VERSI_PERSETUJUAN = "2026-11"  # of templates/account/_persetujuan.html


@transaction.atomic
def daftarkan(
    *,
    pengguna: Pengguna,
    nama: str,
    email: str,
    telepon: str,
    kampung: Kampung | None,
    sandi: str,
) -> Pengguna:
    """Save a new account of a warga, together with the consent that was ticked."""
    pengguna.nama, pengguna.kampung = nama, kampung
    pengguna.email, pengguna.telepon = email or None, telepon or None
    tahan_nomor_penuh(pengguna)
    pengguna.set_password(sandi)
    pengguna.save()
    Persetujuan.objects.create(
        pengguna=pengguna, tujuan=TujuanPersetujuan.AKUN, versi=VERSI_PERSETUJUAN
    )
    catat(objek=pengguna, aksi=Aksi.AKUN_DIBUAT, oleh=pengguna)
    return pengguna


def kunci_nomor(telepon: str) -> None:
    """Make sign-ups with one number (E.164) wait for each other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(telepon.removeprefix("+"))])


def nomor_penuh(telepon: str) -> bool:
    """Return whether so many accounts carry this number that no further one can sign in with it.

    The accounts that came first stay able to sign in, whatever strangers do with the number later.
    """
    pemakai = Pengguna.objects.filter(telepon=telepon, telepon_ditahan=False)
    return pemakai.count() >= MASUK_PER_NOMOR


def tahan_nomor_penuh(pengguna: Pengguna) -> None:
    """Mark a number that is new to this account, if no further account can sign in with it."""
    telepon = pengguna.telepon or ""
    pengguna.telepon_ditahan = bool(telepon) and nomor_penuh(telepon)


@transaction.atomic
def ganti_sandi(*, pengguna: Pengguna, sandi: str) -> None:
    """Set a new password, and end the codes and requests that are still open."""
    pengguna.set_password(sandi)
    pengguna.save(update_fields=["password"])
    matikan_sandi(pengguna)
    lupakan_sesi(pengguna)
    keamanan.catat(Kejadian.SANDI_DIGANTI, akun=pengguna)


@transaction.atomic
def ubah_telepon(*, pengguna: Pengguna, telepon: str) -> Pengguna:
    """Change or remove ("") one's own number. A new number is not proven.

    Raises TidakBisa when removing it would leave nothing to sign in with, or when too many others
    carry the new one.
    """
    if telepon:
        kunci_nomor(telepon)
    pengguna = kunci_akun(pengguna)
    if (pengguna.telepon or "") == telepon:
        return pengguna
    if not telepon and not EmailAddress.objects.filter(user=pengguna, verified=True).exists():
        raise TidakBisa("Nomor HP ini satu-satunya cara Anda masuk. Tambahkan e-mail dahulu.")
    if telepon and nomor_penuh(telepon):
        raise TidakBisa(NOMOR_PENUH)
    pengguna.telepon, pengguna.telepon_terbukti_pada = telepon or None, None
    pengguna.telepon_ditahan = False
    pengguna.save(update_fields=["telepon", "telepon_terbukti_pada", "telepon_ditahan"])
    catat(objek=pengguna, aksi=Aksi.TELEPON_DIUBAH, oleh=pengguna)
    return pengguna
