"""Anyone offers help on one short page, and gets a code and a PIN."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.kode import pin_dari, pin_pertama_berlaku, tulis_kode
from aspirasi.views import tanda
from core.formulir import sekali
from core.jaga import pembatas
from core.jaga.kuki import nama_kuki, simpan_kunci
from mitra.forms.tawarkan import TawaranForm, kebutuhan_dari, proyek_dari
from mitra.models import Tawaran
from mitra.services import tawaran as layanan

KUKI, UMUR_KUKI = "tawaran_kunci", 60 * 60
PADAT = "Terlalu banyak yang dikirim dari tempat ini. Tunggu {lama}, lalu tekan Kirim lagi."
HABIS = "Halaman ini hanya terbuka satu jam. Masukkan kode lacak dan PIN."


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tawarkan(request: HttpRequest) -> HttpResponse:
    """/mitra/tawarkan/: for a need, a project, a kampung, or wherever it helps."""
    if request.method != "POST":
        return _halaman(request, TawaranForm(initial=_awal(request)))
    form = TawaranForm(request.POST)
    if not form.is_valid():
        return _halaman(request, form)
    kunci = form.cleaned_data["kunci"]
    if detik := _padat(request, kunci):
        messages.warning(request, PADAT.format(lama=pembatas.sebut(detik)))
        return _halaman(request, form, 429)
    hasil = layanan.tawarkan(tawaran=form.tawaran(), penawar=form.penawar(), kunci=kunci)
    if not pin_pertama_berlaku(kunci, hasil.tawaran.kode, hasil.tawaran.pin_hash):
        return redirect("mitra:lacak")
    tanda.catat(request, hasil.tawaran)
    respons = redirect("mitra:terkirim")
    simpan_kunci(respons, KUKI, kunci, UMUR_KUKI, reverse("mitra:terkirim"))
    return respons


def _awal(request: HttpRequest) -> dict[str, Any]:
    """Return what a link from a need, a project or a kampung fills in."""
    kebutuhan = request.GET.get("kebutuhan", "")
    if butuh := kebutuhan_dari(kebutuhan):
        awal = {"kebutuhan": kebutuhan, "kampung": butuh.kampung.slug, "jenis": butuh.jenis}
        return awal | {"satuan": "" if butuh.satuan == "rupiah" else butuh.satuan}
    if proyek := proyek_dari(request.GET.get("proyek", "")):
        return {"proyek": proyek.nomor, "kampung": proyek.kampung.slug}
    return {"kampung": request.GET.get("kampung", "")}


def _padat(request: HttpRequest, kunci: str) -> int:
    """Return the seconds to wait when too much came from this place; an offer that is stored
    already passes."""
    if Tawaran.objects.filter(kunci_sekali=sekali.sidik(kunci)).exists():
        return 0
    return pembatas.tunggu("kirim", pembatas.tempat(request))


def _halaman(request: HttpRequest, form: TawaranForm, status: int = 200) -> HttpResponse:
    konteks = {
        "form": form,
        "kebutuhan": kebutuhan_dari(str(form["kebutuhan"].value() or "")),
        "proyek": proyek_dari(str(form["proyek"].value() or "")),
        "bulan": settings.SIMPAN_KONTAK_BULAN,
    }
    return render(request, "mitra/tawarkan.html", konteks, status=status)


@login_not_required
@never_cache
@require_safe
def terkirim(request: HttpRequest) -> HttpResponse:
    """Show code and PIN, for an hour in this browser."""
    kunci = request.get_signed_cookie(nama_kuki(KUKI), "", salt=KUKI, max_age=UMUR_KUKI) or ""
    tawaran = Tawaran.objects.filter(kunci_sekali=sekali.sidik(kunci)).first() if kunci else None
    if tawaran is None or not tanda.tercatat(request, tawaran):
        messages.info(request, HABIS)
        return redirect("mitra:lacak")
    konteks = {"tawaran": tawaran, "kode": tulis_kode(tawaran.kode), "pin": pin_dari(kunci)}
    return render(request, "mitra/terkirim.html", konteks)
