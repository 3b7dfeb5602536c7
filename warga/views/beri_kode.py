"""Give activation codes, in person (under /kerja/kode/), and see how many were given."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.galat import TidakBisa
from core.waktu import sekarang
from warga import services
from warga.enums import Peran
from warga.forms.kode import FormBeriKode
from warga.kontak import tulis_telepon
from warga.models import KodeCetak
from warga.views.bantu import pengguna_berizin

SETAHUN = dt.timedelta(days=366)


@never_cache
def beri(request: HttpRequest) -> HttpResponse:
    """Take a number, and show the sheet with its code once.

    The answer is the same whether or not anybody has an account with this number.
    """
    petugas = pengguna_berizin(request, "warga.beri_kode")
    form = FormBeriKode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        telepon = form.cleaned_data["telepon"]
        try:
            baris, teks = services.beri_kode(telepon=telepon, oleh=petugas)
        except TidakBisa as galat:
            messages.error(request, galat.pesan)
        else:
            isi = {"baris": baris, "kode": teks, "untuk": f"nomor {tulis_telepon(telepon)}"}
            return render(request, "warga/lembar_kode.html", isi)
    isi = {"form": form, "boleh_rekap": petugas.has_perm("warga.lihat_rekap_kode")}
    return render(request, "warga/beri_kode.html", isi)


@never_cache
@require_safe
def rekap(request: HttpRequest) -> HttpResponse:
    """Show how many activation codes each office and giver gave, and how many were used, by
    month."""
    pengguna_berizin(request, "warga.lihat_rekap_kode")
    rekap = KodeCetak.objects.rekap(sekarang() - SETAHUN)
    baris = [b | {"peran": Peran(b["peran_pemberi"]).label} for b in rekap]
    return render(request, "warga/rekap_kode.html", {"baris": baris})
