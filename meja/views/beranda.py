"""The front page of a desk: what waits for this person, each one press from its act; and the mails
of the demonstration."""

from collections.abc import Mapping
from typing import Any

import rules
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive
from django.views.decorators.http import require_POST, require_safe

from aspirasi.models import Aspirasi
from core.lencana import tulis
from core.models import PemeriksaanJejak
from core.waktu import sekarang
from laporan.bacaan.penerbit import atas_nama
from laporan.models import PenetapanPenerbit
from meja import bantuan, menu, urusan
from meja.keadaan import keadaan
from meja.services.dilihat import tandai_dilihat
from meja.surel import surel_contoh
from meja.views.gerbang import buka_meja, petugas, punya_meja
from warga.bacaan import pemeriksa
from warga.bacaan.masa_jabatan import hal_jabatan
from warga.enums import Peran
from warga.models import Pengguna
from warga.rules import adalah_camat, adalah_kecamatan

SEKILAS = 8


@require_safe
@punya_meja
def beranda(request: HttpRequest) -> HttpResponse:
    """Show what waits for this person, danger first, then by due day; the rest by its kind, and the
    other pages of the desk in groups."""
    oleh = petugas(request)
    jumlah, baris = urusan.hitung(oleh), urusan.pertama(oleh, SEKILAS)
    antrean = Aspirasi.objects.hitung_meja(oleh) if oleh.adalah_petugas else {}
    konteks: dict[str, Any] = {
        "baris": baris,
        "menunggu": tulis(jumlah.total()),
        "selebihnya": _selebihnya(oleh, jumlah, baris),
        "pantauan": [(satu, tulis(n)) for satu, n in urusan.pantauan(oleh)],
        "menu_meja": menu.susun(oleh, antrean),
        **_kampung(oleh, jumlah),
        **_kepala(oleh),
        **_penjaga(oleh),
    }
    return render(request, "meja/beranda.html", konteks)


def _selebihnya(
    oleh: Pengguna, jumlah: Mapping[str, int], baris: list[urusan.Baris]
) -> list[tuple[str, str, str]]:
    """Return the kinds of which not every row stands on the page: the address of their list, how
    many more wait, and their word."""
    tampak = [satu.urusan.nama for satu in baris]
    sisa = [(satu, jumlah[satu.nama] - tampak.count(satu.nama)) for satu in urusan.milik(oleh)]
    return [
        (satu.daftar_untuk(oleh), tulis(banyak), satu.kata) for satu, banyak in sisa if banyak > 0
    ]


def _kampung(oleh: Pengguna, jumlah: Mapping[str, int]) -> dict[str, Any]:
    """Return what a BPK marks as seen, up to this moment, and whom a fasilitator helped."""
    dilihat = (*(satu.nama for satu in urusan.DILIHAT), urusan.DIJAWAB)
    baru = oleh.adalah_bpk and any(jumlah[nama] for nama in dilihat)
    return {
        "dilihat_sampai": sekarang().isoformat() if baru else "",
        "dibantu": bantuan.dibantu(oleh) if oleh.adalah_fasilitator else [],
        "kode_diberi": bantuan.kode_diberi(oleh) if oleh.adalah_fasilitator else {},
    }


def _kepala(oleh: Pengguna) -> dict[str, Any]:
    """Return what others published in the name of a kakam, who is asked once who does."""
    if not rules.has_perm("laporan.tunjuk_penerbit", oleh):
        return {"tanya_penerbit": False, "atas_nama": []}
    dijawab = PenetapanPenerbit.objects.oleh_kepala(oleh).exists()
    return {"tanya_penerbit": not dijawab, "atas_nama": atas_nama(oleh)}


def _penjaga(oleh: Pengguna) -> dict[str, Any]:
    """Return the warnings for those who guard the trail, the first look, and the machinery."""
    jaga = rules.has_perm("warga.jaga_jejak", oleh)
    pemeriksaan = PemeriksaanJejak.terakhir() if jaga else None
    admin, camat = oleh.peran == Peran.ADMIN, adalah_camat(oleh)
    mesin = keadaan(pemeriksaan) if admin else []
    return {
        "jejak": pemeriksaan if pemeriksaan and not pemeriksaan.utuh else None,
        "keadaan": mesin,
        "perlu_dilihat": [satu.nama for satu in mesin if satu.nada != "baik"],
        "hal_jabatan": hal_jabatan() if admin else [],
        "kurang_pemeriksa": pemeriksa.kekurangan() if admin or camat else "",
        "camat": camat,
    }


@require_POST
@punya_meja
def dilihat(request: HttpRequest) -> HttpResponse:
    """Note that a person of a BPK has seen what was new on their front page."""
    oleh = petugas(request)
    if not oleh.adalah_bpk:
        raise PermissionDenied
    try:
        sampai = parse_datetime(request.POST.get("sampai", ""))
    except ValueError:
        sampai = None
    if sampai is None or is_naive(sampai):
        messages.error(request, "Belum tercatat. Muat ulang halaman ini, lalu tekan sekali lagi.")
    else:
        tandai_dilihat(oleh=oleh, sampai=sampai)
        messages.success(request, "Tercatat. Yang baru sesudah ini akan muncul di sini.")
    return redirect("meja:beranda")


@require_safe
@buka_meja
def surat(request: HttpRequest) -> HttpResponse:
    """Show the mails that the demonstration would have sent."""
    if settings.PORTAL_MODE != "contoh":
        raise Http404
    if not adalah_kecamatan(request.user):
        raise PermissionDenied
    return render(request, "meja/surat.html", {"surat": surel_contoh()})
