"""What a person typed outlives the session they typed it in.

Somebody writes, the session ends, and the form is sent all the same. The words are kept in
the new, still nameless session of the same browser, the person signs in and finds them in
the form again. They are kept for an hour, for that one page, and given out once.

Only what a page gives out again is kept: a view says so by `menyimpan_draf` (or calls
`titipkan` itself). Passwords and codes of other forms are never written down.
"""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect

KUNCI_SESI = "draf"
UMUR = 3600  # seconds
PANJANG = 6000
BUKAN_ISI = ("csrfmiddlewaretoken", "kunci")
TANDA = "menyimpan_draf"

V = TypeVar("V", bound=Callable[..., Any])


def menyimpan_draf(tampilan: V) -> V:
    """Mark a view that gives kept words out again (`ambil`)."""
    setattr(tampilan, TANDA, True)
    return tampilan


def titipkan(request: HttpRequest) -> HttpResponseRedirect:
    """Keep the posted words and send the person to sign in; they come back to this page."""
    isi = {k: v[:PANJANG] for k, v in request.POST.items() if k not in BUKAN_ISI}
    request.session[KUNCI_SESI] = {
        "alamat": request.path,
        "saat": int(time.time()),
        "isi": isi,
    }
    return redirect_to_login(request.get_full_path())


def ambil(request: HttpRequest) -> dict[str, str]:
    """Return the words kept for this page, or {}; they are forgotten by that."""
    draf = request.session.get(KUNCI_SESI)
    if not draf or draf["alamat"] != request.path:
        return {}
    del request.session[KUNCI_SESI]
    return draf["isi"] if time.time() - draf["saat"] < UMUR else {}
