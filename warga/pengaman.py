"""Acts that need a second factor: publishing, and handing out codes.

A colleague often knows a password. Anyone who acts in the name of an office, or gives codes that
count as votes, proves a second factor in this session first; twenty one-time codes on paper are
enough. Typed words are kept meanwhile (`core.formulir.draf`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from core.formulir import draf
from warga.enums import Peran
from warga.middleware import terbukti
from warga.models import Pengguna

V = TypeVar("V", bound=Callable[..., HttpResponseBase])
CETAK, PASTIKAN = "mfa_generate_recovery_codes", "mfa_reauthenticate"
PERLU = "Langkah ini memerlukan kode keamanan kedua. Setelah itu Anda kembali ke sini."


def butuh_pengaman(kembali: str = "") -> Callable[[V], V]:
    """Ask officials for their second factor before this view; residents and visitors pass.

    `kembali` names the page to come back to (with the same arguments) when the view itself cannot
    be opened. The check is off in the demonstration.
    """

    def bungkus(tampilan: V) -> V:
        @wraps(tampilan)
        def jaga(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if settings.PORTAL_MODE == "contoh" or not _kurang(request):
                return tampilan(request, *args, **kwargs)
            if request.method == "POST" and hasattr(tampilan, draf.TANDA):
                draf.simpan(request, getattr(tampilan, draf.TANDA))
            tujuan = reverse(kembali, kwargs=kwargs) if kembali else request.get_full_path()
            return _minta(request, tujuan)

        return jaga  # type: ignore[return-value]  # same signature

    return bungkus


def _kurang(request: HttpRequest) -> bool:
    orang = request.user
    petugas = isinstance(orang, Pengguna) and orang.peran != Peran.WARGA
    return petugas and not terbukti(request)


def _minta(request: HttpRequest, tujuan: str) -> HttpResponseRedirect:
    assert isinstance(request.user, Pengguna)  # noqa: S101 (`_kurang` says so)
    messages.info(request, PERLU)
    nama = PASTIKAN if request.user.berfaktor_kedua else CETAK
    return HttpResponseRedirect(f"{reverse(nama)}?{urlencode({REDIRECT_FIELD_NAME: tujuan})}")
