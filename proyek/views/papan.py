"""The board that stands at the work, to print on A4 or A3."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.cari.nomor import bernomor
from core.kertas import alamat_polos, alamat_portal, qr
from core.waktu import hari_ini
from proyek.bacaan.fakta import fakta
from proyek.bacaan.penerima import penerima
from proyek.bacaan.tim import tim
from proyek.models import Proyek
from proyek.views.muat import proyek_utuh

# Beyond these the board is printed in smaller letters, so that it stays on one sheet.
BARIS_LONGGAR, JUDUL_LONGGAR = 7, 80


@bernomor(Proyek)
@login_not_required
@require_safe
def papan(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/papan/, with `?kertas=a3` for the larger sheet."""
    proyek = proyek_utuh(request, nomor)
    dana = list(proyek.pendanaan.with_uang())
    anggota = [satu for satu in tim(proyek.isi_tim) if satu.di_papan]
    jalur = proyek.get_absolute_url()
    konteks = {
        "proyek": proyek,
        "dana": dana,
        "fakta": fakta(proyek),
        "tim": anggota,
        "padat": len(dana) + len(anggota) > BARIS_LONGGAR or len(proyek.judul) > JUDUL_LONGGAR,
        "penerima": penerima(proyek),
        "kantor": [k for k in proyek.kampung.kantor.all() if k.dapat_dihubungi],
        "a3": request.GET.get("kertas") == "a3",
        "qr": qr(alamat_portal(request) + jalur),
        "alamat": alamat_polos(request) + jalur,
        "hari": hari_ini(),
    }
    return render(request, "proyek/papan.html", konteks)
