"""One search over all that a person at a desk may see."""

import re

import rules
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from aspirasi.alamat import jalur_meja
from aspirasi.models import Aspirasi
from core.cari.tanya import PANJANG
from core.formulir.teks import sebaris
from meja.benda import bernomor, cari
from meja.filters.kiriman import kode_diketik
from meja.views.gerbang import buka_meja, petugas
from warga.models import Pengguna

# A telephone number or an e-mail address; addresses of pages are no place for them.
KONTAK = re.compile(r"\+?[\d\s().-]{9,20}|\S+@\S+")


@require_safe
@buka_meja
def cari_semua(request: HttpRequest) -> HttpResponse:
    """Show what holds the words, by kind. A number or a kode lacak leads to its thing at once."""
    oleh = petugas(request)
    kata = sebaris(request.GET.get("cari", "").replace("\0", "")[:PANJANG])
    if tujuan := _langsung(kata, oleh):
        return redirect(tujuan)
    nomor_hp = bool(KONTAK.fullmatch(kata))
    konteks = {
        "kata": kata,
        "hasil": cari(kata, oleh) if kata and not nomor_hp else [],
        "nomor_hp": nomor_hp,
        "boleh_sandi": rules.has_perm("warga.minta_sandi", oleh),
    }
    return render(request, "meja/cari.html", konteks)


def _langsung(kata: str, oleh: Pengguna) -> str:
    """Return the address of the one thing that this number or code names, "" for none."""
    if kode := kode_diketik(kata):
        satu = Aspirasi.objects.untuk_meja(oleh).filter(kode=kode).first()
        return jalur_meja(satu.acuan) if satu else ""
    return bernomor(kata, oleh)
