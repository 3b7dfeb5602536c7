"""Send a kiriman without an account, and keep its code and PIN."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aspirasi import foto, sesi
from aspirasi import kiriman as layanan
from aspirasi.forms import FotoForm, KirimForm
from aspirasi.kode import pin_dari, sidik_kunci, tulis_kode
from aspirasi.models import Aspirasi
from core.sekali import kunci_baru
from core.waktu import sekarang
from proyek.models import Proyek

# The page of code and PIN: the key they derive from stays in a cookie of that page alone, so
# that the server keeps no PIN.
KUKI = "kiriman_kunci"
UMUR_KUKI = int(sesi.LAMA.total_seconds())
UMUR_ULANGAN = dt.timedelta(hours=24)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def kirim(request: HttpRequest) -> HttpResponse:
    """The form; what is sent is stored before any photo is looked at."""
    if request.method != "POST":
        form = KirimForm(user=request.user, initial=_awal(request))
        return _formulir(request, form)
    form = KirimForm(request.POST, request.FILES, user=request.user)
    if not form.is_valid():
        return _formulir(request, form, kunci=form["kunci"].value())
    if form.saran:
        return _formulir(request, form, kunci=form.cleaned_data["kunci"], saran=form.saran)
    return _simpan(request, form)


def _awal(request: HttpRequest) -> dict[str, Any]:
    """What a link from a kampung or a proyek fills in already."""
    nomor = request.GET.get("proyek", "").replace("\0", "")
    proyek = Proyek.objects.select_related("kampung").filter(nomor=nomor).first()
    slug = proyek.kampung.slug if proyek else request.GET.get("kampung", "")
    return {"kampung": slug, "proyek": proyek.nomor if proyek else ""}


def _formulir(
    request: HttpRequest, form: KirimForm, *, kunci: str = "", saran: dict[str, Any] | None = None
) -> HttpResponse:
    nomor = str(form["proyek"].value() or "").replace("\0", "")
    konteks = {
        "form": form,
        "kunci": kunci or kunci_baru(),
        "saran": saran,
        "proyek": Proyek.objects.filter(nomor=nomor).first() if nomor else None,
        "foto_hilang": form.is_bound and bool(request.FILES),
    }
    return render(request, "aspirasi/kirim.html", konteks)


def _simpan(request: HttpRequest, form: KirimForm) -> HttpResponse:
    kunci = form.cleaned_data["kunci"]
    hasil = layanan.kirim(
        aspirasi=form.aspirasi(),
        pengirim=form.pengirim(),
        kunci=kunci,
        oleh=request.user if request.user.is_authenticated else None,
        titipan=form.cleaned_data.get("titipan", False),
    )
    if not hasil.baru and hasil.aspirasi.isi != form.cleaned_data["isi"]:
        form.tolak_ulangan()
        return _formulir(request, form)
    if sekarang() - hasil.aspirasi.dibuat > UMUR_ULANGAN:
        return _ulangan_lama(request)
    _pesan_foto(request, foto.tambah(hasil.aspirasi, form.cleaned_data["foto"]))
    return _ke_terkirim(request, hasil.aspirasi, kunci)


def _ke_terkirim(request: HttpRequest, aspirasi: Aspirasi, kunci: str) -> HttpResponse:
    sesi.catat(request, aspirasi)
    respons = redirect("aspirasi:terkirim")
    respons.set_signed_cookie(
        KUKI,
        kunci,
        salt=KUKI,
        max_age=UMUR_KUKI,
        path=reverse("aspirasi:terkirim"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return respons


def _ulangan_lama(request: HttpRequest) -> HttpResponse:
    """A form of yesterday sent again: no second row, and its PIN is not shown any more."""
    messages.info(
        request,
        "Kiriman ini sudah kami terima sebelumnya, jadi tidak kami simpan dua kali. "
        "Masukkan kode lacak dan PIN-nya untuk membacanya.",
    )
    return redirect("aspirasi:lacak")


def _pesan_foto(request: HttpRequest, ditolak: list[str]) -> None:
    for kalimat in ditolak:
        messages.warning(request, f"{kalimat} Tulisan Anda dan foto lain tetap tersimpan.")


@login_not_required
@never_cache
@require_safe
def terkirim(request: HttpRequest) -> HttpResponse:
    """Code and PIN, what happens next, and a form for photos; for an hour in this browser."""
    kunci = request.get_signed_cookie(KUKI, "", salt=KUKI, max_age=UMUR_KUKI) or ""
    # The cookie outlives a sign-out, what this browser is signed to does not.
    terbuka = Aspirasi.objects.untuk_kartu().filter(acuan__in=sesi.acuan_tercatat(request))
    aspirasi = terbuka.filter(kunci_hash=sidik_kunci(kunci)).first()
    if not kunci or aspirasi is None:
        messages.info(request, "Halaman ini hanya terbuka satu jam. Masukkan kode lacak dan PIN.")
        return redirect("aspirasi:lacak")
    konteks = {
        "aspirasi": aspirasi,
        "kode": tulis_kode(aspirasi.kode),
        "pin": pin_dari(kunci),
        "foto": aspirasi.lampiran.select_related("berkas"),
        "form_foto": FotoForm(),
    }
    return render(request, "aspirasi/terkirim.html", konteks)


@login_not_required
@require_POST
def lupakan(request: HttpRequest) -> HttpResponse:
    """Sign this browser off: for phones that are shared."""
    sesi.lupakan(request)
    messages.success(request, "Kiriman Anda tidak lagi terbuka di HP ini.")
    respons = redirect("aspirasi:lacak")
    respons.delete_cookie(KUKI, path=reverse("aspirasi:terkirim"), samesite="Lax")
    return respons
