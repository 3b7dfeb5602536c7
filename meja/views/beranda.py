"""The front page of a desk, and the mails of the demonstration."""

from dataclasses import dataclass
from typing import Any

import rules
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from aspirasi.models import Aspirasi, PermintaanKeterangan
from core.models import PemeriksaanJejak
from forum.models import Balasan, Topik
from meja.antrean import alamat_antrean, belum_dikabari
from meja.berdua import menunggu_berdua
from meja.keadaan import keadaan
from meja.surel import surel_contoh
from meja.views.gerbang import buka_meja, petugas
from warga.bacaan import pemeriksa
from warga.enums import Peran
from warga.models import Pengguna
from warga.rules import adalah_camat, adalah_kecamatan

SEKILAS = 8
BAHAYA_SEKILAS = 3


@dataclass(frozen=True)
class Angka:
    """A number that leads to its list."""

    jumlah: int
    kata: str
    alamat: str
    nada: str = ""


@require_safe
@buka_meja
def beranda(request: HttpRequest) -> HttpResponse:
    """Show four numbers, danger first, then the work that waits for this person."""
    oleh = petugas(request)
    meja = Aspirasi.objects.untuk_meja(oleh).untuk_kartu().select_related("ditugaskan")
    bahaya = list(meja.bahaya().order_by("dari_ramai", "tenggat", "pk")[: BAHAYA_SEKILAS + 1])
    lain = meja.bagian(oleh).exclude(pk__in=[a.pk for a in bahaya[:BAHAYA_SEKILAS]])
    bagian = list(lain.milik_dulu(oleh).order_by("-milik", "tenggat", "pk")[: SEKILAS + 1])
    jumlah = Aspirasi.objects.hitung_meja(oleh)
    boleh_kabar = rules.has_perm("aspirasi.kabari_pengirim", oleh)
    pemeriksaan = _pemeriksaan(oleh)
    konteks: dict[str, Any] = {
        "angka": _angka(oleh, jumlah),
        "bahaya": bahaya[:BAHAYA_SEKILAS],
        "bahaya_lagi": len(bahaya) > BAHAYA_SEKILAS,
        "bagian": bagian[:SEKILAS],
        "bagian_lagi": len(bagian) > SEKILAS,
        "boleh_kabar": boleh_kabar,
        "belum_dikabari": belum_dikabari(oleh).count() if boleh_kabar else 0,
        "permintaan_menunggu": _permintaan(oleh),
        "berdua": menunggu_berdua(oleh),
        "boleh_pembaca": rules.has_perm("warga.lihat_pembaca", oleh),
        "boleh_rekap": rules.has_perm("warga.lihat_rekap_kode", oleh),
        "permintaan_ditinjau": _ditinjau(oleh),
        "jejak": pemeriksaan if pemeriksaan and not pemeriksaan.utuh else None,
        "keadaan": keadaan(pemeriksaan) if oleh.peran == Peran.ADMIN else [],
        "kurang_pemeriksa": pemeriksa.kekurangan() if _menunjuk(oleh) else "",
    }
    return render(request, "meja/beranda.html", konteks)


def _pemeriksaan(oleh: Pengguna) -> PemeriksaanJejak | None:
    """Return the last check of the trail, for the people who guard it."""
    if not rules.has_perm("warga.jaga_jejak", oleh):
        return None
    return PemeriksaanJejak.terakhir()


def _menunjuk(oleh: Pengguna) -> bool:
    """Return whether this person must see to it that somebody gives the first look."""
    return oleh.peran == Peran.ADMIN or adalah_camat(oleh)


def _permintaan(oleh: Pengguna) -> int:
    """Return how many questions of the kecamatan wait for the kampung of this person."""
    if adalah_kecamatan(oleh):
        return 0
    return PermintaanKeterangan.objects.visible_to(oleh).menunggu().count()


def _ditinjau(oleh: Pengguna) -> int:
    """Return how many questions to kampung were about erased kiriman and are unlooked at."""
    if not adalah_kecamatan(oleh):
        return 0
    return PermintaanKeterangan.objects.visible_to(oleh).perlu_ditinjau().count()


def _angka(oleh: Pengguna, jumlah: dict[str, int]) -> list[Angka]:
    ketiga = _daftar(jumlah, "jawab", "menunggu jawaban")
    if rules.has_perm("forum.moderasi", oleh):
        ketiga = Angka(_tertahan(), "tertahan di forum", reverse("meja:tertahan"))
    return [
        _daftar(jumlah, "baru", "baru"),
        _daftar(jumlah, "terlambat", "terlambat", "awas"),
        ketiga,
        _daftar(jumlah, "bahaya", "bahaya", "bahaya"),
    ]


def _daftar(jumlah: dict[str, int], keadaan: str, kata: str, nada: str = "") -> Angka:
    return Angka(jumlah[keadaan], kata, alamat_antrean(keadaan), nada if jumlah[keadaan] else "")


def _tertahan() -> int:
    """Return how many topics and replies are held, in one query."""
    topik, balasan = Topik.objects.tertahan(), Balasan.objects.tertahan()
    return topik.order_by().values("pk").union(balasan.order_by().values("pk"), all=True).count()


@require_safe
@buka_meja
def surat(request: HttpRequest) -> HttpResponse:
    """Show the mails that the demonstration would have sent."""
    if settings.PORTAL_MODE != "contoh":
        raise Http404
    if not adalah_kecamatan(request.user):
        raise PermissionDenied
    return render(request, "meja/surat.html", {"surat": surel_contoh()})
