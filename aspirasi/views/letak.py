"""The place of a kiriman on the map: a page of its sender, and the map itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from aspirasi.bacaan.jendela import KECAMATAN, Jendela, baca_jendela, baca_sentuhan, terdekat
from aspirasi.bacaan.letak import Letak, Titik, letak_tepat, uraian
from aspirasi.bacaan.peta import gambar, patokan_di, semua_kampung
from aspirasi.forms import LetakForm
from aspirasi.models import Aspirasi
from aspirasi.services.letak import atur
from aspirasi.views.kiriman import untuk_pengirim
from core.formulir.jadi import coba
from core.galat import TidakBisa
from warga.models import Kampung

PANJANG_ANGKA = 40  # characters of a degree that somebody typed


@login_not_required
@require_safe
@cache_control(private=True, max_age=300)
@vary_on_headers("Sec-Fetch-Dest")
def peta(request: HttpRequest) -> HttpResponse:
    """Return one piece of the map with its buttons, for `static/js/peta.js`; the same for
    everyone. A browser that opens the piece as a page of its own is led to the form."""
    if request.headers.get("Sec-Fetch-Dest") == "document":
        return redirect("aspirasi:kirim")
    kampung = semua_kampung()
    jendela = baca_jendela(request.GET, kampung)
    konteks = {"peta": gambar(jendela, kampung, patokan=patokan_di(jendela)), "naskah": True}
    return render(request, "aspirasi/_peta_pilih.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def letak(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Choose, change or remove the place. Nothing is stored before it is confirmed.

    Every step is a POST, so that no address, no log and no history of a shared phone holds
    the place.
    """
    if not aspirasi.terbuka and aspirasi.lintang is None:
        messages.info(request, "Kiriman ini sudah ditutup, jadi lokasinya tidak dapat ditambahkan.")
        return redirect("aspirasi:kiriman", aspirasi.acuan)
    if request.method != "POST":
        return _pilih(request, aspirasi, LetakForm(initial=_tersimpan(aspirasi)))
    for tombol, lakukan in (("simpan", _simpan), ("hapus", _hapus), ("bulatkan", _bulatkan)):
        if tombol in request.POST:
            return lakukan(request, aspirasi)
    return _langkah(request, aspirasi)


def _simpan(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    form = LetakForm(request.POST)
    if not form.is_valid():
        return _pilih(request, aspirasi, form)
    titik, tempat_umum = form.cleaned_data["titik"], form.cleaned_data["tempat_umum"]
    baru = coba(form, lambda: atur(aspirasi=aspirasi, titik=titik, tempat_umum=tempat_umum))
    if baru is None:
        return _pilih(request, aspirasi, form, status=409)
    pesan = f"Lokasi tersimpan, {uraian(titik[0], titik[1], semua_kampung())}."
    if baru.letak_menunggu_pada:
        pesan += " Petugas melihatnya dulu sebelum tampil dengan tepat untuk umum."
    messages.success(request, pesan)
    return _kembali(request, baru)


def _hapus(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    return _persempit(request, aspirasi, None, "Lokasinya sudah dihapus.")


def _bulatkan(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Round the place: beside removing it, the one change that a closed kiriman still allows."""
    pesan = "Untuk umum, lokasinya sekarang dibulatkan."
    return _persempit(request, aspirasi, _titik(aspirasi), pesan)


def _persempit(
    request: HttpRequest, aspirasi: Aspirasi, titik: Titik | None, pesan: str
) -> HttpResponse:
    try:
        atur(aspirasi=aspirasi, titik=titik, tempat_umum=False)
        messages.success(request, pesan)
    except TidakBisa as galat:  # another page of the same sender moved it
        messages.error(request, galat.pesan)
    return _kembali(request, aspirasi)


def _kembali(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Return to the part of the page that shows it."""
    if request.POST.get("kembali") == "terkirim":
        alamat = reverse("aspirasi:terkirim")
    else:
        alamat = reverse("aspirasi:kiriman", args=[aspirasi.acuan])
    return redirect(f"{alamat}#letak")


def _langkah(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Take one step without JavaScript: another piece of the map, or a tap on it."""
    isian = {n: _diketik(request.POST, n) for n in ("lintang", "bujur", "tempat_umum")}
    meleset = False
    kampung = semua_kampung()
    jendela = baca_jendela(request.POST, kampung, _awal(aspirasi))
    if "titik.x" in request.POST:
        sentuhan = baca_sentuhan(request.POST, jendela)
        if sentuhan is None:
            meleset = True
        elif jendela.seluruhnya:
            dipilih = terdekat(jendela.titik(*sentuhan), kampung)
            jendela = Jendela.dekat(dipilih) if dipilih else jendela
        else:
            isian |= _sebagai_isian(jendela.titik(*sentuhan))
    return _halaman(request, aspirasi, LetakForm(initial=isian), jendela, kampung, meleset=meleset)


def _diketik(data: Mapping[str, str], nama: str) -> str:
    return data.get(nama, "").replace("\0", "")[:PANJANG_ANGKA]


def _pilih(
    request: HttpRequest, aspirasi: Aspirasi, form: LetakForm, status: int = 200
) -> HttpResponse:
    kampung = semua_kampung()
    jendela = baca_jendela(request.POST, kampung, _awal(aspirasi))
    return _halaman(request, aspirasi, form, jendela, kampung, status)


def _halaman(
    request: HttpRequest,
    aspirasi: Aspirasi,
    form: LetakForm,
    jendela: Jendela,
    kampung: Sequence[Kampung],
    status: int = 200,
    meleset: bool = False,
) -> HttpResponse:
    patokan = patokan_di(jendela, selain=aspirasi)
    konteks = {
        "aspirasi": aspirasi,
        "form": form,
        "peta": gambar(jendela, kampung, letak=_terpilih(form), patokan=patokan),
        "naskah": False,
        "meleset": meleset,
        "kembali": "terkirim" if "terkirim" in _asal(request) else "",
    }
    return render(request, "aspirasi/kiriman_letak.html", konteks, status=status)


def _asal(request: HttpRequest) -> tuple[str | None, ...]:
    return request.GET.get("kembali"), request.POST.get("kembali")


def _terpilih(form: LetakForm) -> Letak | None:
    """Return the pin: the degrees in the form, when they are a place."""
    isi = LetakForm({n: form[n].value() or "" for n in ("lintang", "bujur")})
    if not isi.is_valid():
        return None
    lintang, bujur = isi.cleaned_data["titik"]
    return Letak(lintang, bujur, tepat=True)


def _awal(aspirasi: Aspirasi) -> Jendela:
    """Return the piece around the place, coarsely, so that no address of a map tells it; else
    around the kampung."""
    tepat = letak_tepat(aspirasi)
    if tepat:
        return Jendela(float(tepat.dibulatkan.lintang), float(tepat.dibulatkan.bujur))
    return Jendela.dekat(aspirasi.kampung) if aspirasi.kampung else KECAMATAN


def _tersimpan(aspirasi: Aspirasi) -> dict[str, Any]:
    titik = _titik(aspirasi)
    return (_sebagai_isian(titik) if titik else {}) | {"tempat_umum": aspirasi.tempat_umum}


def _titik(aspirasi: Aspirasi) -> Titik | None:
    if aspirasi.lintang is None or aspirasi.bujur is None:
        return None
    return aspirasi.lintang, aspirasi.bujur


def _sebagai_isian(titik: Titik) -> dict[str, str]:
    """Return the degrees as people write them."""
    return {n: f"{d:f}".replace(".", ",") for n, d in zip(("lintang", "bujur"), titik, strict=True)}
