"""One voice of one phone: a signed cookie remembers what was joined from this browser.

The session of a sender ends after an hour (`tanda`), so that a shared phone opens nothing. This
cookie opens nothing either. It holds keyed fingerprints, which only the portal can compare, of
public kiriman. A person who clears the cookies meets the allowance of the network
(`core.jaga.pembatas`).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from aspirasi.models import Aspirasi
from core.jaga.kuki import nama_kuki

KUKI = "ikut"
UMUR = 365 * 24 * 60 * 60  # seconds
TERBANYAK = 60
PANJANG = 12


def sudah_bersuara(request: HttpRequest, aspirasi: Aspirasi) -> bool:
    """Return whether this browser joined this kiriman, or one that was merged into it since."""
    tercatat = _baca(request)
    if not tercatat:
        return False
    gabungan = aspirasi.gabungan.filter(nomor__isnull=False).values_list("pk", flat=True)
    return any(_sidik(pk) in tercatat for pk in (aspirasi.pk, *gabungan))


def catat_suara(request: HttpRequest, respons: HttpResponse, aspirasi: Aspirasi) -> None:
    """Let this browser remember that it joined; the oldest of many is forgotten."""
    semua = [*(s for s in _baca(request) if s != _sidik(aspirasi.pk)), _sidik(aspirasi.pk)]
    respons.set_signed_cookie(
        nama_kuki(KUKI),
        ".".join(semua[-TERBANYAK:]),
        salt=KUKI,
        max_age=UMUR,
        path="/aspirasi/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _baca(request: HttpRequest) -> list[str]:
    isi = request.get_signed_cookie(nama_kuki(KUKI), default="", salt=KUKI, max_age=UMUR)
    return isi.split(".") if isi else []


def _sidik(pk: int) -> str:
    return salted_hmac("aspirasi.ikut", str(pk), algorithm="sha256").hexdigest()[:PANJANG]
