"""Kiriman on a desk: the list, one of them, and what is done with it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi import riwayat
from aspirasi.models import Aspirasi, Lampiran, TautanProyek
from aspirasi.services import baca_pengirim
from aspirasi.waktu import beri_terlambat, terlambat
from core import draf
from core.galat import TidakBisa
from core.halaman import halaman
from meja.filters import MejaFilter
from meja.forms import TindakanForm
from meja.tindakan import TINDAKAN, Tindakan
from meja.views.gerbang import buka_meja, petugas
from warga.models import Pengguna
from warga.rules import adalah_kecamatan


@dataclass(frozen=True)
class Pilihan:
    """An act that the page offers, with its form; `buka`: the form stands open."""

    nama: str
    tindakan: Tindakan
    form: TindakanForm
    buka: bool


@require_safe
@buka_meja
def daftar(request: HttpRequest) -> HttpResponse:
    """What is on this desk, newest first."""
    meja = Aspirasi.objects.untuk_meja(request.user).untuk_kartu()
    saring = MejaFilter(request.GET, meja, user=request.user)
    hal = halaman(saring.qs, request)
    beri_terlambat(hal)
    return render(request, "meja/aspirasi_daftar.html", {"filter": saring, "halaman": hal})


@require_safe
@buka_meja
def rincian(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """One kiriman with the acts that this person may do now."""
    return _halaman(request, _muat(request, acuan))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tindakan(request: HttpRequest, acuan: UUID, nama: str) -> HttpResponse:
    """Do one act of `TINDAKAN`; what was typed stays when it cannot be done."""
    if nama not in TINDAKAN:
        raise Http404
    t, aspirasi, oleh = TINDAKAN[nama], _muat(request, acuan), petugas(request)
    if not t.boleh(aspirasi, oleh):
        raise PermissionDenied
    if request.method != "POST":
        return _dari_draf(request, aspirasi, nama)
    form = _form(nama, request.POST, aspirasi, oleh)
    if not form.is_valid():
        return _halaman(request, aspirasi, {nama: form})
    try:
        t.jalan(aspirasi, form.cleaned_data, oleh)
    except TidakBisa as galat:
        form.add_error(None, galat.pesan)
        return _halaman(request, _muat(request, acuan), {nama: form}, status=409)
    messages.success(request, t.pesan)
    return _kembali(request, aspirasi)


def _form(nama: str, data: Any, aspirasi: Aspirasi, oleh: Pengguna) -> TindakanForm:
    """Several forms stand on one page, so each has ids of its own."""
    id_sendiri = f"id_{nama}_%s"
    return TINDAKAN[nama].form(data, aspirasi=aspirasi, oleh=oleh, auto_id=id_sendiri)


def _dari_draf(request: HttpRequest, aspirasi: Aspirasi, nama: str) -> HttpResponse:
    """Back from signing in anew: the words that were sent too late stand in the form again."""
    isi = draf.ambil(request)
    if not isi:
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    form = _form(nama, isi, aspirasi, petugas(request))
    messages.info(request, "Tulisan Anda masih ada. Periksa, lalu kirim sekali lagi.")
    return _halaman(request, aspirasi, {nama: form})


def _kembali(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Back to it, or to the desk when it left this person's sight by what they did."""
    if Aspirasi.objects.untuk_meja(request.user).filter(pk=aspirasi.pk).exists():
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    return redirect("meja:beranda")


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def identitas(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show who sent it, once, on this answer only. The sender sees that it was read."""
    aspirasi = _muat(request, acuan)
    if request.method != "POST":
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    if not rules.has_perm("aspirasi.baca_pengirim", request.user, aspirasi):
        raise PermissionDenied
    pengirim = baca_pengirim(aspirasi=aspirasi, oleh=petugas(request))
    return _halaman(request, aspirasi, pengirim=pengirim)


def _muat(request: HttpRequest, acuan: UUID) -> Aspirasi:
    """Return what is on this person's desk; 404 for the rest, whether it exists or not."""
    meja = Aspirasi.objects.untuk_meja(request.user)
    kait = meja.select_related(
        "kampung__instansi", "ditangani", "proyek_disebut", "pengirim"
    ).defer("pengirim__nama", "pengirim__telepon", "pengirim__email")
    lampiran = Prefetch("lampiran", Lampiran.objects.select_related("berkas"))
    tautan = Prefetch("tautan_proyek", TautanProyek.objects.select_related("proyek"))
    return get_object_or_404(kait.prefetch_related(lampiran, tautan), acuan=acuan)


def _halaman(
    request: HttpRequest,
    aspirasi: Aspirasi,
    terisi: dict[str, TindakanForm] | None = None,
    status: int = 200,
    pengirim: Any = None,
) -> HttpResponse:
    jejak = riwayat.baca(aspirasi)
    konteks = {
        "aspirasi": aspirasi,
        "terlambat": terlambat(aspirasi),
        "peristiwa": riwayat.untuk_petugas(jejak),
        "tindak_lanjut": aspirasi.tindak_lanjut.all(),
        "tindakan": _tindakan(request, aspirasi, terisi or {}),
        "boleh_identitas": rules.has_perm("aspirasi.baca_pengirim", request.user, aspirasi),
        "pengirim": pengirim,
        # The kampung learns the name alone, and only when the sender ticked it.
        "lihat_kontak": adalah_kecamatan(request.user),
        "boleh_proyek": rules.has_perm("proyek.kelola_proyek", request.user, aspirasi)
        and TINDAKAN["hubungkan"].mungkin(aspirasi),
    }
    return render(request, "meja/aspirasi_rincian.html", konteks, status=status)


def _tindakan(
    request: HttpRequest, aspirasi: Aspirasi, terisi: dict[str, TindakanForm]
) -> list[Pilihan]:
    """Return all that may be done now, the usual next step open; what is filled in stays."""
    oleh, hasil, buka = petugas(request), [], not terisi
    for nama, t in TINDAKAN.items():
        if nama in terisi:
            hasil.append(Pilihan(nama, t, terisi[nama], buka=True))
        elif t.mungkin(aspirasi) and t.boleh(aspirasi, oleh):
            hasil.append(Pilihan(nama, t, _form(nama, None, aspirasi, oleh), buka and t.utama))
            buka = buka and not t.utama
    return hasil
