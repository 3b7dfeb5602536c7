"""Find a kiriman by its code; open it by code and PIN."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aspirasi import sesi
from aspirasi.bacaan import riwayat
from aspirasi.forms import LacakForm
from aspirasi.kode import pin_cocok, rapikan_kode, tulis_kode
from aspirasi.models import Aspirasi
from core import pembatas

TAK_COCOK = (
    "Kode dan PIN ini tidak cocok. Periksa keduanya, lalu coba lagi. Kehilangan PIN? Hubungi "
    "kantor kecamatan, atau kirim lagi dan sebutkan kode yang lama."
)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lacak(request: HttpRequest) -> HttpResponse:
    """Code alone leads to `?kode=`: status, due date, public text. With the PIN: everything."""
    if request.method != "POST":
        return _lihat(request)
    form = LacakForm(request.POST)
    if not form.is_valid():
        return _halaman(request, form)
    if not form.cleaned_data["pin"]:
        alamat = urlencode({"kode": tulis_kode(form.cleaned_data["kode"])})
        return redirect(f"{reverse('aspirasi:lacak')}?{alamat}")
    return _buka(request, form)


def _lihat(request: HttpRequest) -> HttpResponse:
    diketik = request.GET.get("kode", "")
    if not diketik:
        return _halaman(request, LacakForm())
    kode = rapikan_kode(diketik)
    semua = Aspirasi.objects.untuk_kartu().dengan_keadaan().dengan_induk()
    aspirasi = semua.filter(kode=kode).first() if kode else None
    if aspirasi is None:
        return _tak_dikenal(request, LacakForm({"kode": diketik}))
    return _halaman(request, LacakForm(initial={"kode": tulis_kode(kode)}), aspirasi)


def _tak_dikenal(request: HttpRequest, form: LacakForm) -> HttpResponse:
    """Answer a code that nobody has. Who types many of them waits; a code that is right never."""
    if not form.is_valid():
        return _halaman(request, form)
    if detik := pembatas.tunggu("lacak", pembatas.alamat(request)):
        lama = pembatas.sebut(detik)
        form.add_error("kode", f"Kode ini tidak kami kenal. Tunggu {lama} sebelum mencoba lagi.")
        return _halaman(request, form, status=429)
    form.add_error("kode", "Kode ini tidak kami kenal. Periksa lagi hurufnya.")
    return _halaman(request, form)


def _buka(request: HttpRequest, form: LacakForm) -> HttpResponse:
    """Answer a code with a PIN. An unknown code is answered as a wrong PIN is."""
    kode = form.cleaned_data["kode"]
    sidik = pembatas.kunci("lacak", kode, pembatas.alamat(request))
    if detik := pembatas.coba(sidik):
        form.add_error(None, _tunggu(detik))
        return _halaman(request, form, status=429)
    aspirasi = Aspirasi.objects.filter(kode=kode).first()
    if not pin_cocok(form.cleaned_data["pin"], kode, aspirasi.pin_hash if aspirasi else ""):
        form.add_error(None, TAK_COCOK)
        return _halaman(request, form)
    assert aspirasi is not None  # noqa: S101 (an empty hash matches no PIN)
    pembatas.lupakan(sidik)
    sesi.catat(request, aspirasi)
    return redirect("aspirasi:kiriman", aspirasi.acuan)


def _tunggu(detik: int) -> str:
    return (
        f"Sudah beberapa kali PIN-nya keliru. Tunggu {pembatas.sebut(detik)}, lalu coba lagi. "
        "Kode dan PIN Anda tetap berlaku."
    )


def _alasan(aspirasi: Aspirasi | None) -> str:
    """Why it was closed without what was asked for, where everyone may read that."""
    if aspirasi is None or aspirasi.terbuka or not aspirasi.terbit:
        return ""
    return riwayat.alasan_tertutup(riwayat.baca(aspirasi))


def _halaman(
    request: HttpRequest, form: LacakForm, aspirasi: Aspirasi | None = None, status: int = 200
) -> HttpResponse:
    konteks = {"form": form, "aspirasi": aspirasi, "tulisan": "", "alasan": _alasan(aspirasi)}
    return render(request, "aspirasi/lacak.html", konteks, status=status)
