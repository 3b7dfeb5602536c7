"""Send for somebody else, and print the receipt for them."""

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aspirasi.bacaan.lalu import lalu
from aspirasi.forms import TitipanForm
from aspirasi.kode import pin_dari, tulis_kode
from aspirasi.models import Aspirasi
from aspirasi.services.foto_titipan import TITIPAN
from aspirasi.views.kirim import Pintu, dari_kunci, layani, paling_lambat_dijawab
from core.formulir import draf
from core.jaga.kuki import nama_kuki, simpan_kunci
from core.kertas import alamat_polos

# As for the sender's own page, but shorter and gone with one press: the helper keeps nothing.
KUKI = "titipan_kunci"
UMUR_KUKI = 15 * 60


# Only the kiriman itself says whose report it is.
@draf.menyimpan_draf_kecuali("nama", "telepon", "email")
@draf.menyimpan_foto(TITIPAN)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def titipan(request: HttpRequest) -> HttpResponse:
    """Show the form for a report on paper or by word of mouth. It stays the other person's own."""
    _pastikan_boleh(request)
    return layani(request, Pintu(TitipanForm, _ke_tanda_terima, titipan=True))


def _pastikan_boleh(request: HttpRequest) -> None:
    if not rules.has_perm("aspirasi.kirim_untuk_orang_lain", request.user):
        raise PermissionDenied


def _ke_tanda_terima(request: HttpRequest, aspirasi: Aspirasi, kunci: str) -> HttpResponse:
    """Lead to the receipt. This browser is not signed to the kiriman, which is not the helper's."""
    respons = redirect("aspirasi:tanda_terima")
    simpan_kunci(respons, KUKI, kunci, UMUR_KUKI, reverse("aspirasi:tanda_terima"))
    return respons


@never_cache
@require_safe
def tanda_terima(request: HttpRequest) -> HttpResponse:
    """Show code, PIN and the next steps, to print and hand over."""
    _pastikan_boleh(request)
    kunci, aspirasi = dari_kunci(request, KUKI, UMUR_KUKI)
    if aspirasi is None:
        return redirect("aspirasi:titipan")
    foto = aspirasi.lampiran.dari_pengirim().count() + aspirasi.foto_tertunda.menunggu().count()
    konteks = {
        "aspirasi": aspirasi,
        "kode": tulis_kode(aspirasi.kode),
        "pin": pin_dari(kunci),
        "foto": foto,
        "lalu": lalu(aspirasi, dijawab=paling_lambat_dijawab(aspirasi)),
        "alamat": alamat_polos(request),
    }
    return render(request, "aspirasi/cetak_tanda_terima.html", konteks)


@require_POST
def tanda_terima_selesai(request: HttpRequest) -> HttpResponse:
    """Forget the receipt here, because it was handed over."""
    respons = redirect("aspirasi:titipan")
    messages.success(
        request,
        "Selesai. Kode dan PIN-nya tidak tersimpan lagi di sini. Ada orang lain? Tulis di bawah.",
    )
    respons.delete_cookie(nama_kuki(KUKI), path=reverse("aspirasi:tanda_terima"), samesite="Lax")
    return respons
