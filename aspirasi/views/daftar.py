"""Pages of kiriman that everybody may read."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aspirasi.bacaan import penarikan, riwayat
from aspirasi.bacaan.foto import bagikan
from aspirasi.bacaan.letak import letak_umum
from aspirasi.bacaan.peta import lukis
from aspirasi.bacaan.tanya import dapat_disanggah
from aspirasi.filters import AspirasiFilter
from aspirasi.models import Aspirasi
from aspirasi.services import keberatan
from core.cari.halaman import halaman
from core.cari.hiasan import satu_dihias
from core.cari.nomor import bernomor
from core.cari.tertulis import SESEORANG
from warga.models import Pengguna


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """List the public kiriman, newest first. It is the same page for everyone."""
    saring = AspirasiFilter(request.GET, Aspirasi.objects.terbit().untuk_kartu())
    konteks = {"filter": saring, "halaman": halaman(saring.qs, request)}
    return render(request, "aspirasi/daftar.html", konteks)


def _untuk_halaman(terbaca: Any, masuk: bool) -> QuerySet[Aspirasi]:
    """Return kiriman with what their public pages show, to somebody who has an account or none."""
    pembaca = Pengguna(pk=SESEORANG) if masuk else AnonymousUser()
    hasil: QuerySet[Aspirasi] = terbaca.untuk_umum().dengan_suara(pembaca)
    return hasil


@bernomor(Aspirasi)
@login_not_required
@require_safe
def rincian(request: HttpRequest, nomor: str) -> HttpResponse:
    """Show a public kiriman: its shown text, its answers and its way.

    Its place is shown as `bacaan.letak` allows.
    """
    berhalaman = Aspirasi.objects.berhalaman().filter(nomor=nomor)
    masuk = request.user.is_authenticated
    aspirasi: Any = satu_dihias(_untuk_halaman, berhalaman, masuk, orang=request.user.pk or 0)
    jejak = riwayat.baca(aspirasi)
    ditarik = penarikan.baca(aspirasi, jejak)
    jawaban = penarikan.jawaban(aspirasi.tindak_lanjut.untuk_halaman(), ditarik)
    konteks = {
        "aspirasi": aspirasi,
        "peristiwa": riwayat.untuk_umum(jejak),
        "jawaban": jawaban,
        "foto": bagikan(penarikan.foto(aspirasi.lampiran.di_halaman(), ditarik), jawaban),
        "isi_ditarik": penarikan.isi(aspirasi, ditarik),
        "peta": lukis(letak_umum(aspirasi)),
        "sudah_dukung": aspirasi.didukung,
        "dapat_disanggah": dapat_disanggah(aspirasi),
        "sudah_sanggah": aspirasi.disanggah,
        "alasan_tertutup": riwayat.alasan_tertutup(jejak),
        "luput": riwayat.alasan_luput(aspirasi, jejak),
        "tautan": aspirasi.tautan_proyek.untuk_kartu(),
        "pertimbangan": keberatan.pertimbangan_tentang(aspirasi),
    }
    return render(request, "aspirasi/rincian.html", konteks)
