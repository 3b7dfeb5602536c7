"""Making an installation ready: its first admin, and obstacles that remain."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.mail import get_connection
from django.db import connection, transaction
from django.http.request import validate_host

from core.antrean.tugas import kesehatan
from core.jejak.catat import catat
from warga.bacaan import pemeriksa
from warga.enums import Peran
from warga.laku import Aksi
from warga.models import KantorKecamatan, Pengguna

# Settings under which the database quotes no statement and no row in its log.
QUIET_ENOUGH = {
    "log_min_messages": {"log", "fatal", "panic"},  # an ERROR may quote the value it refuses
    "log_min_error_statement": {"log", "fatal", "panic"},
    "log_error_verbosity": {"terse"},
    "log_min_duration_statement": {"-1"},
    "log_min_duration_sample": {"-1"},
    "log_transaction_sample_rate": {"0"},
    "log_statement": {"none", "ddl"},
}


@dataclass(frozen=True)
class FirstAdmin:
    """Facts that the first admin is told once and nowhere else."""

    totp_url: str
    recovery_codes: list[str]


def has_admin() -> bool:
    return Pengguna.objects.filter(peran=Peran.ADMIN, is_active=True).exists()


@transaction.atomic
def make_first_admin(*, nama: str, email: str, sandi: str) -> FirstAdmin:
    """Make an admin who can sign in at once, with password and second factor.

    Raises ValidationError for a weak password or an unusable name or address.
    """
    pengguna = Pengguna(nama=nama, email=email, peran=Peran.ADMIN)
    validate_password(sandi, pengguna)
    pengguna.set_password(sandi)
    pengguna.full_clean()
    pengguna.save()
    EmailAddress.objects.create(user=pengguna, email=pengguna.email, verified=True, primary=True)
    secret = generate_totp_secret()
    TOTP.activate(pengguna, secret)
    codes = RecoveryCodes.activate(pengguna).get_unused_codes()
    catat(objek=pengguna, aksi=Aksi.ADMIN_PERTAMA_DIBUAT)
    return FirstAdmin(get_adapter().build_totp_url(pengguna, secret), codes)


def findings() -> list[str]:
    """Return one sentence for each obstacle that remains before opening."""
    found = (_sender(), _address(), _worker(), _backup(), _database_log(), _verifiers(), _office())
    return [sentence for sentence in found if sentence]


def _sender() -> str:
    if settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].endswith((".invalid", "localhost")):
        return "Alamat pengirim surat belum diisi: isi DEFAULT_FROM_EMAIL."
    try:
        connection = get_connection()
        connection.open()
        connection.close()
    except OSError as error:  # smtplib's errors are OSErrors too
        return f"Server surat tidak dapat dihubungi: periksa EMAIL_URL. ({error})"
    return ""


def _address() -> str:
    address = urlsplit(settings.ALAMAT_PORTAL)
    if address.scheme != "https" or not address.hostname:
        return "Alamat portal belum lengkap: isi ALAMAT_PORTAL dengan https://nama-portal."
    if not validate_host(address.hostname, settings.ALLOWED_HOSTS):
        return f"{address.hostname} tidak ada dalam ALLOWED_HOSTS: tambahkan."
    return ""


def _worker() -> str:
    if kesehatan().pekerja_hidup:
        return ""
    return "Pekerja latar tidak berjalan: jalankan `manage.py pekerja` (di compose: worker)."


def _backup() -> str:
    if kesehatan().cadangan_terakhir:
        return ""
    return "Belum pernah dicadangkan: jalankan `manage.py cadangkan`, lalu jadwalkan tiap hari."


def _database_log() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(QUIET_ENOUGH)]
        )
        loud = sorted(name for name, value in cursor if value not in QUIET_ENOUGH[name])
    if not loud:
        return ""
    return (
        f"Catatan (log) basis data dapat memuat isi kiriman dan kode: atur {', '.join(loud)} "
        "seperti di docs/pemasangan.md."
    )


def _office() -> str:
    kantor = KantorKecamatan.objects.first() or KantorKecamatan()
    if not kantor.kurang:
        return ""
    return (
        f"Kontak kantor kecamatan belum lengkap: {', '.join(kantor.kurang)}. Isi di admin, "
        "pada Kantor kecamatan; warga membacanya di kaki setiap halaman."
    )


def _verifiers() -> str:
    if not (kurang := pemeriksa.kekurangan()):
        return ""
    return (
        f"Yang memeriksa kiriman belum cukup: {kurang}. Tunjuk di admin, pada Jabatan staf: dua "
        "“Pemeriksa kiriman” dan seorang “Pengganti pemeriksa kiriman”."
    )
