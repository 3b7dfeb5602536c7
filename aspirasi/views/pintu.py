"""The one door to a kiriman: its PIN, typed in this browser.

It is opened by code and PIN (`aspirasi.views.lacak`), or by the PIN alone where the account knows
which kiriman it is. Signing in opens none (docs/keputusan/0017-pin.md).
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aspirasi.forms import LacakForm, PinForm
from aspirasi.kode import pin_cocok
from aspirasi.models import Aspirasi
from aspirasi.services.pemilik import buktikan
from aspirasi.services.pin_email import alamat_kode
from aspirasi.views import tanda
from core.jaga import pembatas
from warga.models import Pengguna
from warga.views.bantu import pengguna_masuk

# Free tries for one code in a day, from all places together. Each further one costs a pause.
BEBAS_SEMUA = 100
DIKETIK = ("isi", "alasan", "catatan", "lintang", "bujur")
HABIS = (
    "Demi keamanan, halaman kiriman hanya terbuka satu jam di HP ini. "
    "Masukkan kode lacak dan PIN untuk membukanya lagi."
)
PERLU_PIN = "Untuk membuka kiriman ini, masukkan PIN-nya."
PIN_SALAH = "PIN ini tidak cocok dengan kiriman ini. Periksa angkanya, lalu coba lagi."


class PinDitahan(Exception):
    """Too many wrong PINs; `pesan` says how long to wait."""

    def __init__(self, detik: int) -> None:
        super().__init__(detik)
        self.pesan = (
            f"Sudah beberapa kali PIN-nya keliru. Tunggu {pembatas.sebut(detik)}, lalu coba "
            "lagi. Kode dan PIN Anda tetap berlaku."
        )


def buka(request: HttpRequest, kode: str, pin: str) -> Aspirasi | None:
    """Sign this browser to the kiriman of a code and its PIN. Return None when they do not fit.

    An unknown code takes the same steps as a wrong PIN. Raises PinDitahan.
    """
    sidik = pembatas.kunci("lacak", kode, pembatas.alamat(request))
    aspirasi = Aspirasi.objects.filter(kode=kode).first()
    if detik := pembatas.coba(sidik) or _semua(request, kode, aspirasi):
        raise PinDitahan(detik)
    if not pin_cocok(pin, kode, aspirasi.pin_hash if aspirasi else ""):
        return None
    assert aspirasi is not None  # noqa: S101 (an empty hash matches no PIN)
    pembatas.lupakan(sidik)
    tanda.catat(request, aspirasi)
    if isinstance(request.user, Pengguna):
        buktikan(aspirasi=aspirasi, pengguna=request.user)
    return aspirasi


def _semua(request: HttpRequest, kode: str, aspirasi: Aspirasi | None) -> int:
    """Return the pause of a code at which many places guess. A browser that has opened it before
    never pauses. The account that sent it has a counter of its own: strangers cannot use it up, and
    an intruder in the account guesses no faster than they do."""
    if tanda.dikenal(request, kode):
        return 0
    sendiri = aspirasi and milik_akun(request, aspirasi.acuan)
    siapa = f"akun {request.user.pk}" if sendiri else ""
    return pembatas.coba(pembatas.kunci("lacak semua", kode, siapa), bebas=BEBAS_SEMUA)


def milik_akun(request: HttpRequest, acuan: UUID) -> Aspirasi | None:
    """Return the kiriman that this account has sent, or has put in later, for its day and its PIN
    and nothing else.

    None while nobody has proven that its owner uses the account.
    """
    if not isinstance(request.user, Pengguna) or request.user.sandi_dari_kode_pada:
        return None
    milik = Aspirasi.objects.filter(pengirim__pengguna=request.user, acuan=acuan)
    sendiri: Aspirasi | None = milik.first()
    return sendiri


def tanyakan_pin(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Ask for the PIN of a kiriman of this account; for any other, ask for code and PIN.

    A kiriman that does not exist gets the same answer. Typed words are shown again.
    """
    sendiri = milik_akun(request, acuan)
    if request.method != "POST":
        messages.info(request, PERLU_PIN if sendiri else HABIS)
        return redirect("aspirasi:kiriman_pin", acuan) if sendiri else redirect("aspirasi:lacak")
    messages.warning(request, HABIS)
    if sendiri:
        return _halaman(request, sendiri, PinForm(), 403)
    konteks = {"form": LacakForm(), "aspirasi": None, "tulisan": _tulisan(request)}
    return render(request, "aspirasi/lacak.html", konteks, status=403)


def _tulisan(request: HttpRequest) -> str:
    return " ".join(teks for nama in DIKETIK if (teks := request.POST.get(nama)))


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kiriman_pin(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Accept the PIN alone for a kiriman that was sent with this account."""
    aspirasi = milik_akun(request, acuan)
    if aspirasi is None:
        return tanyakan_pin(request, acuan)
    if tanda.tercatat(request, aspirasi):
        return redirect("aspirasi:kiriman", acuan)
    form = PinForm(request.POST or None)
    if not form.is_valid():
        return _halaman(request, aspirasi, form)
    try:
        if buka(request, aspirasi.kode, form.cleaned_data["pin"]):
            return redirect("aspirasi:kiriman", acuan)
    except PinDitahan as galat:
        form.add_error(None, galat.pesan)
        return _halaman(request, aspirasi, form, 429)
    form.add_error("pin", PIN_SALAH)
    return _halaman(request, aspirasi, form)


def _halaman(
    request: HttpRequest, aspirasi: Aspirasi, form: PinForm, status: int = 200
) -> HttpResponse:
    konteks: dict[str, Any] = {"aspirasi": aspirasi, "form": form}
    konteks["tulisan"] = _tulisan(request)
    konteks["lewat_email"] = alamat_kode(acuan=aspirasi.acuan, pengguna=pengguna_masuk(request))
    return render(request, "aspirasi/kiriman_pin.html", konteks, status=status)
