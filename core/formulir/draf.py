"""Typed words outlive the session in which they were typed, for the same person alone.

Somebody writes, the session ends, and the form is sent all the same. The words are kept in
the new, still nameless session of the same browser, the person signs in and finds them in
the form again. They are kept for an hour, for that one page, and given out once.

One phone in a balai kampung serves many. Whoever signs in next must neither read what
somebody else was writing (an official's answer, a word about a neighbour) nor send it in
their own name because it stood in the form. So a form says for whom it was made: the tag
`{% penulis %}` writes the fingerprint of the account into it, and kept words are given to
that account alone. We do not ask "is this yours?" instead: the question would have to show
the words. Words of others stay where they are, untouched and unseen, even when somebody
signs in and out between (`bertahan`), so the one who typed them still finds them. A form
without a fingerprint was not made by the portal, and nothing of it is kept.

Photos cannot be kept in a session. A page that says so (`menyimpan_foto`) has them stored under the
key of the form (`core.berkas.titipan`), which then comes back with the words.

Words are kept only for a page that gives them out again. Its view says so by `menyimpan_draf` (or
calls `minta_masuk` itself), and names the fields that must not be kept even so. Passwords and codes
of other forms are never kept.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.utils.crypto import constant_time_compare, salted_hmac

from core.formulir.sekali import kunci_baru

KUNCI_SESI = "draf_tiap_orang"
ISIAN_PENULIS = "penulis"
UMUR = 3600  # seconds
PANJANG = 6000
ORANG_TERBANYAK = 5  # in one browser; the oldest words give way
ISIAN_TANDA = "penulis_tanda"
BUKAN_ISI = ("csrfmiddlewaretoken", "kunci", ISIAN_PENULIS, ISIAN_TANDA)
TANDA = "menyimpan_draf"
TANDA_FOTO = "menyimpan_foto"
MASIH_ADA = "Tulisan Anda masih ada. Periksa, lalu kirim sekali lagi."
PILIH_LAGI = "Foto atau dokumennya tidak tersimpan, jadi pilih lagi."
_SIDIK = re.compile(r"[0-9a-f]{64}")

V = TypeVar("V", bound=Callable[..., Any])


@dataclass(frozen=True)
class Tertahan:
    """The key under which the photos of a late form wait, and why some of them do not."""

    kunci: str
    ditolak: list[str] = field(default_factory=list)


def menyimpan_draf(tampilan: V) -> V:
    """Mark a view that gives kept words out again (`ambil`, `ambil_isian`)."""
    return menyimpan_draf_kecuali()(tampilan)


def menyimpan_draf_kecuali(*nama: str) -> Callable[[V], V]:
    """Mark such a view; words that were typed into the fields `nama` are not kept."""

    def tandai(tampilan: V) -> V:
        setattr(tampilan, TANDA, nama)
        return tampilan

    return tandai


def menyimpan_foto(cara: Any) -> Callable[[V], V]:
    """Mark such a view whose form brings photos, too: `cara` (`core.berkas.titipan.Titipan`) says
    how they wait. The view shows the photos that wait for the key of its form."""

    def tandai(tampilan: V) -> V:
        setattr(tampilan, TANDA_FOTO, cara)
        return tampilan

    return tandai


def sidik(orang: Any) -> str:
    """Return the fingerprint of an account. Nobody can find the account without our key."""
    return salted_hmac("core.draf", str(orang.pk), algorithm="sha256").hexdigest()


def tanda_penulis(penulis: str) -> str:
    """Return the proof that a fingerprint was written by the portal."""
    return salted_hmac("core.draf.tanda", penulis, algorithm="sha256").hexdigest()


def buatan_kami(request: HttpRequest) -> bool:
    """Return whether the portal made the posted form, for an account that was signed in then."""
    penulis, tanda = (request.POST.get(nama, "") for nama in (ISIAN_PENULIS, ISIAN_TANDA))
    return constant_time_compare(tanda, tanda_penulis(penulis))


def minta_masuk(
    request: HttpRequest, kecuali: tuple[str, ...] = (), foto: Tertahan | None = None
) -> HttpResponseRedirect:
    """Keep the posted words for the person who typed them, and ask to sign in; they come back
    here."""
    simpan(request, kecuali, foto)
    return redirect_to_login(request.get_full_path())


def simpan(
    request: HttpRequest, kecuali: tuple[str, ...] = (), foto: Tertahan | None = None
) -> None:
    """Keep the posted words for the person who typed them, and where their photos wait."""
    penulis = request.POST.get(ISIAN_PENULIS, "")
    if _SIDIK.fullmatch(penulis):
        tanpa = {*BUKAN_ISI, *kecuali}
        isi = {k: [v[:PANJANG] for v in n] for k, n in request.POST.lists() if k not in tanpa}
        baru = {"alamat": request.path, "saat": int(time.time()), "isi": isi}
        baru |= asdict(foto) if foto else {"berkas": bool(request.FILES)}  # that there were some
        lain = {k: v for k, v in _berlaku(request).items() if k != penulis}
        sisa = sorted(lain.items(), key=lambda satu: satu[1]["saat"])[1 - ORANG_TERBANYAK :]
        request.session[KUNCI_SESI] = dict(sisa) | {penulis: baru}


def menunggu_masuk(request: HttpRequest) -> bool:
    """Return whether words wait for the page to which this sign-in leads. No message says it: a
    script that sends a form reads the page to sign in first, and would use the message up."""
    tujuan, _, _ = request.GET.get(REDIRECT_FIELD_NAME, "").partition("?")
    return any(draf["alamat"] == tujuan for draf in _berlaku(request).values())


def ambil(request: HttpRequest) -> dict[str, str]:
    """Return the words that this person typed into this page, or {}, and forget them."""
    draf = _keluarkan(request) or {"isi": {}}
    return {nama: nilai[-1] for nama, nilai in draf["isi"].items() if nilai}


def ambil_isian(request: HttpRequest) -> QueryDict | None:
    """Return the same as the data of a form, with a new one-time key, and tell the person that it
    was not sent. None when nothing is kept, or when the form itself is just being sent.

    A form whose photos wait keeps its key.
    """
    draf = None if request.method == "POST" else _keluarkan(request)
    if draf is None or not (draf["isi"] or "kunci" in draf):
        return None
    messages.info(request, MASIH_ADA)
    data = QueryDict(mutable=True)
    for nama, nilai in draf["isi"].items():
        data.setlist(nama, nilai)
    data["kunci"] = draf.get("kunci") or kunci_baru()
    return data


def isian(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, or what was typed here before the session had ended, or None."""
    return request.POST if request.method == "POST" else ambil_isian(request)


def _keluarkan(request: HttpRequest) -> dict[str, Any] | None:
    """Return what this person sent to this page too late, and forget it."""
    if not request.user.is_authenticated or KUNCI_SESI not in request.session:
        return None
    semua, penulis = _berlaku(request), sidik(request.user)
    draf = semua.get(penulis)
    if draf is None or draf["alamat"] != request.path:
        return None
    del semua[penulis]
    request.session[KUNCI_SESI] = semua
    for pesan in draf.get("ditolak", [PILIH_LAGI] if draf.get("berkas") else []):
        messages.warning(request, pesan)
    return draf


@contextmanager
def bertahan(request: HttpRequest) -> Iterator[None]:
    """Carry kept words over a sign-out, which empties the session."""
    semua = _berlaku(request)
    yield
    if semua:
        request.session[KUNCI_SESI] = semua


def _berlaku(request: HttpRequest) -> dict[str, dict[str, Any]]:
    """Return the kept words that are not an hour old yet, by the fingerprint of the typist."""
    batas = time.time() - UMUR
    semua = request.session.get(KUNCI_SESI, {})
    return {k: draf for k, draf in semua.items() if draf["saat"] > batas}
