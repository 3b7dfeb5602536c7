"""Pages of kiriman that everybody may read."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
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
from core.cari.nomor import bernomor


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """List the public kiriman, newest first. It is the same page for everyone."""
    saring = AspirasiFilter(request.GET, Aspirasi.objects.terbit().untuk_kartu())
    konteks = {"filter": saring, "halaman": halaman(saring.qs, request)}
    return render(request, "aspirasi/daftar.html", konteks)


@bernomor(Aspirasi)
@login_not_required
@require_safe
def rincian(request: HttpRequest, nomor: str) -> HttpResponse:
    """Show a public kiriman: its shown text, its answers and its way.

    Its place is shown as `bacaan.letak` allows.
    """
    terbaca = Aspirasi.objects.berhalaman().untuk_umum().dengan_suara(request.user)
    aspirasi = get_object_or_404(terbaca, nomor=nomor)
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
