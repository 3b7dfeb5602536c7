"""The public list of projects, and the page that shows the whole trail of one."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.cari.halaman import halaman
from core.cari.nomor import bernomor
from core.jejak.catat import riwayat
from proyek.bacaan.dokumen import dokumen, pasang_bukti
from proyek.bacaan.fakta import fakta
from proyek.bacaan.fungsi import dapat_ditanya, per_tahun
from proyek.bacaan.garis_waktu import TAMPIL, butir_butir, garis_waktu
from proyek.bacaan.halaman import rincian_belanja, suara, topik
from proyek.bacaan.hasil import hasil
from proyek.bacaan.kelengkapan import kelengkapan
from proyek.bacaan.kelola import kelola
from proyek.bacaan.kemajuan import kemajuan, titik_laporan, titik_rencana
from proyek.bacaan.keputusan import keputusan_proyek
from proyek.bacaan.lestari import lestari
from proyek.bacaan.lpj import lpj_proyek
from proyek.bacaan.penerima import penerima
from proyek.bacaan.perubahan import perubahan_proyek
from proyek.bacaan.tim import tim
from proyek.bacaan.uang import uang_proyek
from proyek.enums import LANGKAH, Tahap
from proyek.filters import ProyekFilter
from proyek.models import Proyek
from proyek.views.dicabut import halaman_dicabut
from proyek.views.muat import proyek_utuh

KEPUTUSAN_TAMPIL = 5


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """/proyek/"""
    terlihat = Proyek.objects.visible_to(request.user).untuk_kartu()
    saring = ProyekFilter(request.GET, queryset=terlihat)
    konteks = {
        "filter": saring,
        "halaman": halaman(saring.qs, request, saring.kunci_urut),
        "melayani": saring.kampung_dipilih,
    }
    return render(request, "proyek/daftar.html", konteks)


@bernomor(Proyek)
@login_not_required
@require_safe
def rincian(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/PRJ-2026-0007/. Voices, reports and topics come in through reverse relations."""
    try:
        proyek = proyek_utuh(request, nomor)
    except Http404:
        if dicabut := Proyek.objects.filter(nomor=nomor, dicabut_pada__isnull=False).first():
            return halaman_dicabut(request, dicabut)
        raise
    uang, pekerjaan = uang_proyek(proyek), _pekerjaan(proyek)
    pasang_bukti(uang.pencairan, pekerjaan["dokumen"])
    konteks = {
        "proyek": proyek,
        "uang": uang,
        "fakta": fakta(proyek),
        "lestari": lestari(proyek),
        "fungsi": per_tahun(proyek) if dapat_ditanya(proyek) else None,
        "hasil": hasil(proyek),
        "evaluasi": getattr(proyek, "evaluasi", None),
        "langkah": _langkah(proyek),
        "kelola": kelola(proyek, request.user),
        "suara": suara(proyek),
        "topik": topik(proyek),
        **pekerjaan,
        **_keputusan(proyek, request.user),
        **_perjalanan(proyek),
        "perubahan": perubahan_proyek(proyek),
        "lpj": lpj_proyek(proyek.isi_lpj),
    }
    return render(request, "proyek/rincian.html", konteks)


def _pekerjaan(proyek: Any) -> dict[str, Any]:
    """Return plan and work, the team, the papers, and what is missing of them."""
    rencana = titik_rencana(proyek.isi_rencana)
    anggota = tim(proyek.isi_tim)
    surat = dokumen(proyek, anggota)
    return {
        "kemajuan": kemajuan(proyek, rencana, titik_laporan(proyek.isi_laporan)),
        "tim": anggota,
        "rincian": rincian_belanja(proyek.isi_rincian),
        "penerima": penerima(proyek),
        "dokumen": surat,
        "belum_lengkap": kelengkapan(proyek, anggota, surat, bool(rencana)),
    }


def _keputusan(proyek: Proyek, orang: Any) -> dict[str, Any]:
    """Return the newest decisions, and whether there are more."""
    baris = keputusan_proyek(proyek, orang, KEPUTUSAN_TAMPIL + 1)
    return {
        "keputusan": baris[:KEPUTUSAN_TAMPIL],
        "keputusan_lain": len(baris) > KEPUTUSAN_TAMPIL,
    }


def _perjalanan(proyek: Proyek) -> dict[str, Any]:
    """Return the newest acts, and whether there are more."""
    baris = garis_waktu(proyek, TAMPIL + 1)
    return {"garis_waktu": baris[:TAMPIL], "perjalanan_lain": len(baris) > TAMPIL}


@bernomor(Proyek)
@login_not_required
@require_safe
def perjalanan(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/perjalanan/: the whole trail, page by page."""
    proyek = get_object_or_404(Proyek.objects.visible_to(request.user), nomor=nomor)
    hasil = halaman(riwayat(proyek), request, ("-pk",))
    konteks = {"proyek": proyek, "halaman": hasil, "garis_waktu": butir_butir(hasil.objek)}
    return render(request, "proyek/perjalanan.html", konteks)


def _langkah(proyek: Proyek) -> list[tuple[str, str]]:
    """Return (word, "sudah" | "kini" | "") per step; nothing for a cancelled project."""
    if proyek.tahap == Tahap.DIBATALKAN:
        return []
    kini = next(i for i, (_, tahap) in enumerate(LANGKAH) if proyek.tahap in tahap)
    return [
        (kata, "sudah" if i < kini else "kini" if i == kini else "")
        for i, (kata, _) in enumerate(LANGKAH)
    ]
