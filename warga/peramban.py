"""A browser that signed in here before is known: strangers cannot make its owner wait.

Guesses are counted by network (`warga.batas`), and a whole village may share one. So a successful
sign-in leaves a signed cookie. It holds a random number and fingerprints of the contacts and the
account, which only the portal can compute. It names nobody and opens nothing.

All browsers of one account share one counter. With a counter for each browser, a person with
another account of the same number could sign in again and again, and guess on with each cookie.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac

from warga.models import Pengguna

UMUR = 400 * 24 * 3600  # seconds; browsers keep no cookie longer
PANJANG = 20
SIDIK_TERBANYAK = 15  # five accounts of a family's phone; the oldest give way
_GARAM = "warga.peramban"


def nama_kuki() -> str:
    return ("__Host-" if settings.SESSION_COOKIE_SECURE else "") + "peramban"


def dikenal(request: HttpRequest, perihal: str) -> str:
    """Return the fingerprint of the account by which this browser knows `perihal`; else ""."""
    acak, semua = _baca(request)
    cari = _sidik(acak, perihal)
    return next((satu[PANJANG:] for satu in semua if satu[:PANJANG] == cari), "")


def kenali(request: HttpRequest, response: HttpResponse, orang: Pengguna) -> None:
    """Let this browser be known for an account that has just signed in."""
    acak, lama = _baca(request)
    acak = acak or get_random_string(22)
    nomor = "" if orang.telepon_ditahan else orang.telepon or ""  # no sign-in by it yet
    perihal = (akun(orang), nomor, (orang.email or "").lower())
    milik = _sidik("", akun(orang))
    baru = [_sidik(acak, satu) + milik for satu in perihal if satu]
    semua = [*(s for s in lama if s not in baru), *baru][-SIDIK_TERBANYAK:]
    response.set_cookie(
        nama_kuki(),
        signing.dumps([acak, *semua], salt=_GARAM),
        max_age=UMUR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def akun(orang: Pengguna) -> str:
    return f"akun {orang.pk}"


def _baca(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        acak, *sidik = signing.loads(
            request.COOKIES.get(nama_kuki(), ""), salt=_GARAM, max_age=UMUR
        )
    except signing.BadSignature:
        return "", []
    return acak, sidik


def _sidik(acak: str, perihal: str) -> str:
    return salted_hmac(_GARAM, f"{acak}|{perihal}", algorithm="sha256").hexdigest()[:PANJANG]
