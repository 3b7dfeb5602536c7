"""/musrenbang/: what is proposed to the kabupaten, how it was ranked, and what became of it."""

from typing import Any

import rules
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.jejak.baca import Peristiwa, peristiwa, terbaca
from core.jejak.catat import riwayat
from core.laku import Pembaca
from musrenbang.bacaan.gerbang import halangan
from musrenbang.bacaan.peringkat import peringkat
from musrenbang.laku import LAKU, LAKU_USULAN
from musrenbang.models import Musrenbang, Usulan
from musrenbang.views.muat import muat
from proyek.bacaan.garis_waktu import KANTOR
from warga.rules import adalah_aparat, adalah_kecamatan

TERBANYAK = 600  # 17 kampung with 20 priorities each, and those of the kecamatan


@require_safe
@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """List the musrenbang, newest first."""
    isi = {
        "semua": Musrenbang.objects.all(),
        "selenggara": rules.has_perm("musrenbang.selenggarakan", request.user),
    }
    return render(request, "musrenbang/daftar.html", isi)


@require_safe
@login_not_required
def rincian(request: HttpRequest, tahun: int) -> HttpResponse:
    """Show one musrenbang: its weights, and its proposals; ranked from the meeting on."""
    satu = muat(request, tahun)
    usulan = list(satu.usulan.berdiri().untuk_kartu()[:TERBANYAK])
    isi: dict[str, Any] = {
        "satu": satu,
        "kriteria": satu.kriteria.all(),
        "usulan": usulan,
        "golongan": peringkat(satu, usulan) if satu.berperingkat else [],
        "tertahan": [u for u in usulan if satu.berperingkat and halangan(u)],
        "riwayat": _riwayat(satu),
        "boleh": _boleh(request, satu),
    }
    return render(request, "musrenbang/rincian.html", isi)


def _boleh(request: HttpRequest, satu: Musrenbang) -> dict[str, bool]:
    """Return what this reader may do here; a visitor nothing, without a query."""
    orang = request.user
    if not orang.is_authenticated:
        return {}
    petugas = adalah_aparat(orang) or adalah_kecamatan(orang)
    return {
        "selenggara": adalah_kecamatan(orang),
        "usul": satu.menerima and petugas,
        "siap": petugas,
        "nilai": satu.menilai and rules.has_perm("musrenbang.nilai", orang, satu),
    }


@require_safe
@login_not_required
def usulan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one proposal, also one that was withdrawn."""
    semua = Usulan.objects.untuk_kartu().select_related("proyek")
    satu = get_object_or_404(semua.prefetch_related("kampung_lain", "perubahan"), pk=pk)
    isi = {
        "satu": satu,
        "musrenbang": satu.musrenbang,
        "halangan": [] if satu.ditarik else halangan(satu),
        "riwayat": _riwayat(satu),
        "boleh": _boleh_usulan(request, satu),
    }
    return render(request, "musrenbang/usulan.html", isi)


def _boleh_usulan(request: HttpRequest, satu: Usulan) -> dict[str, bool]:
    orang, tahap = request.user, satu.musrenbang
    if not orang.is_authenticated or satu.ditarik:
        return {}
    return {
        "ubah": tahap.menerima and rules.has_perm("musrenbang.usulkan", orang, satu),
        "nilai": tahap.menilai and rules.has_perm("musrenbang.nilai", orang, tahap),
        "urutan": tahap.rapat and adalah_kecamatan(orang),
        "jawab": tahap.selesai and adalah_kecamatan(orang),
    }


def _riwayat(objek: Musrenbang | Usulan) -> list[Peristiwa]:
    laku = LAKU if isinstance(objek, Musrenbang) else LAKU_USULAN
    dibaca = terbaca(riwayat(objek), laku, Pembaca.UMUM)
    return [peristiwa(satu, baris, Pembaca.UMUM, KANTOR) for satu, baris in dibaca]
