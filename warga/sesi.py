"""The length of sessions, and the list of one's own sessions.

People who work at a desk are signed out after eight hours without a request, staff and admins also
a day after they signed in. Residents stay signed in for 14 days, however often they come. Unsent
words wait for the person who typed them (`core.formulir.draf`). The time of the last request is
written at most every five minutes.
"""

import datetime as dt
import time
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest

from core.formulir import draf
from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.waktu import hari_ini
from warga.models import Pengguna, SesiAkun

CATATAN = "sesi_akun"  # in the session: {"saat", "mulai", "sidik"}
JEDA_CATAT = 5 * 60  # seconds
DIAM_PETUGAS = 8 * 3600
UMUR_KECAMATAN = 24 * 3600
BERAKHIR = (
    "Anda kami keluarkan supaya akun Anda aman: portal lama tidak dipakai di sini, atau sudah lama "
    "sejak Anda masuk. Silakan masuk lagi."
)


def habis(request: HttpRequest, orang: Pengguna) -> bool:
    """Return whether this session has lasted too long, or lain idle at a desk."""
    catatan = request.session.get(CATATAN)
    if not catatan:
        return False
    kini = time.time()
    umur = UMUR_KECAMATAN if orang.is_staff else settings.SESSION_COOKIE_AGE
    diam = orang.adalah_petugas and kini - catatan["saat"] > DIAM_PETUGAS
    return bool(diam or kini - catatan["mulai"] > umur)


def akhiri(request: HttpRequest, orang: Pengguna) -> None:
    """Sign out a person who was away. Their kept words stay theirs."""
    keamanan.catat(Kejadian.SESI_BERAKHIR, akun=orang)
    lupakan(request)
    with draf.bertahan(request):
        logout(request)
    messages.info(request, BERAKHIR)


def sentuh(request: HttpRequest, orang: Pengguna) -> None:
    """Write down, now and then, that this session is in use, and when its key has changed."""
    lama, kini = request.session.get(CATATAN, {}), int(time.time())
    kunci = request.session.session_key or ""
    sidik = SesiAkun(kunci=kunci).sidik
    if lama.get("sidik") == sidik and kini - JEDA_CATAT < lama["saat"] <= kini:
        return
    request.session[CATATAN] = {"saat": kini, "mulai": lama.get("mulai", kini), "sidik": sidik}
    if kunci:
        dulu = _yang_dulu(orang, lama.get("sidik", sidik), sidik)
        _tulis(kunci, orang, request.META.get("HTTP_USER_AGENT", ""), dulu)


def _yang_dulu(orang: Pengguna, dulu: str, kini: str) -> SesiAkun | None:
    """Return the row of this browser under the key that it had before, if the key has changed."""
    if dulu == kini:
        return None
    return next((satu for satu in orang.sesi_akun.all() if satu.sidik == dulu), None)


def _tulis(kunci: str, orang: Pengguna, agen: str, dulu: SesiAkun | None) -> None:
    isi = {"perangkat": perangkat(agen), "terakhir": hari_ini()}
    pertama = dulu.pertama if dulu else hari_ini()
    SesiAkun.objects.bulk_create(
        [SesiAkun(kunci=kunci, pengguna=orang, pertama=pertama, **isi)],
        update_conflicts=True,
        unique_fields=["kunci"],
        update_fields=list(isi),
    )
    if dulu:
        dulu.delete()


def mulai(request: HttpRequest, orang: Pengguna) -> None:
    """Begin anew after a sign-in."""
    request.session.pop(CATATAN, None)
    if request.session.session_key is None:
        request.session.save()
    sentuh(request, orang)


def lupakan(request: HttpRequest) -> None:
    """Take this session off the list: it is about to end."""
    SesiAkun.objects.filter(kunci=request.session.session_key or "").delete()


def milik(request: HttpRequest, orang: Pengguna) -> list[tuple[SesiAkun, bool]]:
    """Return the sessions of an account, each with whether it is the present one; that one
    first."""
    kini = request.session.session_key
    semua = [(satu, satu.kunci == kini) for satu in orang.sesi_akun.all()]
    return sorted(semua, key=lambda pasangan: not pasangan[1])


def keluarkan(request: HttpRequest, orang: Pengguna, sidik: str) -> int:
    """End one other session of the account, or all others for "semua". Return how many ended."""
    lain = [s for s, kini in milik(request, orang) if not kini and sidik in ("semua", s.sidik)]
    gudang: Any = import_module(settings.SESSION_ENGINE).SessionStore
    for satu in lain:
        gudang(satu.kunci).delete()
        satu.delete()
    if lain:
        keamanan.catat(Kejadian.SESI_DIKELUARKAN, akun=orang)
    return len(lain)


def rapikan() -> None:
    """Remove rows that are older than any session (a periodic job)."""
    batas = hari_ini() - dt.timedelta(seconds=settings.SESSION_COOKIE_AGE, days=1)
    SesiAkun.objects.filter(terakhir__lt=batas).delete()


# The first name that fits wins. A browser that calls itself many things names the telling one
# first.
_ALAT = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows Phone", "HP Windows"),
    ("Mobile", "HP Android"),
    ("Android", "Tablet Android"),
    ("Windows", "Komputer Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Komputer Mac"),
    ("Linux", "Komputer Linux"),
)
_PERAMBAN = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("UCBrowser", "UC Browser"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)


def perangkat(agen: str) -> str:
    """Return a browser in plain words ("HP Android, Chrome") from its User-Agent."""
    alat = next((kata for tanda, kata in _ALAT if tanda in agen), "Perangkat lain")
    peramban = next((kata for tanda, kata in _PERAMBAN if tanda in agen), "")
    return f"{alat}, {peramban}" if peramban else alat
