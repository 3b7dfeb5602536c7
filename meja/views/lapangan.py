"""/kerja/lapangan/: looks in the field, agreements and musyawarah that wait for one's office."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meja.urusan.bentuk import Baris, jadi_baris
from meja.urusan.lapangan import LAPANGAN, SEPAKAT_LEWAT
from warga.views.bantu import pengguna_masuk

SEKALIGUS = 50


@dataclass(frozen=True)
class Bagian:
    """One kind of what waits, with its rows."""

    nama: str
    judul: str
    baris: list[Baris]


@require_safe
@never_cache
def lapangan(request: HttpRequest) -> HttpResponse:
    """Show what waits for this person, each kind by itself; one query each."""
    oleh = pengguna_masuk(request)
    milik = [urusan for urusan in (*LAPANGAN, SEPAKAT_LEWAT) if urusan.untuk(oleh)]
    if not milik:
        raise PermissionDenied
    menurut_nama = {urusan.nama: urusan for urusan in milik}
    semua = [
        Bagian(
            urusan.nama,
            urusan.kata,
            [jadi_baris(satu, menurut_nama) for satu in urusan.baris(oleh, SEKALIGUS)],
        )
        for urusan in milik
    ]
    konteks = {"semua": semua, "ada": any(bagian.baris for bagian in semua)}
    return render(request, "meja/lapangan.html", konteks)
