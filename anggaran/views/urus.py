"""The pages on which an office writes the budget down and publishes it."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anggaran.bacaan.baliho import UKURAN, pdf
from anggaran.bacaan.cocok import halangan_terbit
from anggaran.bacaan.halaman import angka_lain, setahun, susunan_dari
from anggaran.bacaan.isi_baliho import isi_baliho
from anggaran.enums import SEMESTER, SEMUA_BENTUK, JenisAnggaran, bentuk
from anggaran.forms.isi import IsiForm
from anggaran.models import AnggaranKampung, BarisAnggaran
from anggaran.services.susun import buang_draf, simpan_draf
from anggaran.services.terbit import terbitkan
from anggaran.views.muat import TERBITKAN, draf_dari, surat_kosong, surat_terbaru, tempat_diisi
from core.formulir.draf import isian, menyimpan_draf
from core.formulir.jadi import jadi, tekan
from core.kertas import alamat_portal
from warga.views.bantu import pengguna_masuk

DISIMPAN = "Drafnya sudah disimpan. Periksa jumlahnya, lalu terbitkan."
TERBIT = "Sudah terbit dan dapat dibaca semua orang."


@require_safe
def urus(request: HttpRequest, kampung: str, tahun: int) -> HttpResponse:
    """/anggaran/<kampung>/2026/urus/: what is there, and what may be added."""
    milik = tempat_diisi(request, kampung, tahun)
    surat = AnggaranKampung.objects.filter(kampung=milik, tahun=tahun)
    ada = {satu.bentuk: satu for satu in surat.order_by("jenis", "ke", "versi")}
    isi = {
        "kampung": milik,
        "tahun": tahun,
        "ada": ada.values(),
        "tambah": [_sebutan(tahun, satu) for satu in _dapat_ditambah(set(ada))],
        **angka_lain(milik, tahun),
    }
    return render(request, "anggaran/urus.html", isi)


def _dapat_ditambah(ada: set[str]) -> list[str]:
    """Return the papers that may come next: the murni, one change more, the two semesters."""
    ubah = [n for n, (jenis, _) in SEMUA_BENTUK.items() if jenis == JenisAnggaran.PERUBAHAN]
    nyata = [bentuk(JenisAnggaran.REALISASI, ke) for ke in SEMESTER]
    berikut = next((satu for satu in ubah if satu not in ada), "")
    return [satu for satu in ("murni", berikut, *nyata) if satu and satu not in ada]


def _sebutan(tahun: int, nama: str) -> tuple[str, str]:
    jenis, ke = SEMUA_BENTUK[nama]
    return nama, AnggaranKampung(tahun=tahun, jenis=jenis, ke=ke).sebutan


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, kampung: str, tahun: int, nama: str) -> HttpResponse:
    """.../murni/isi/: the whole paper on one page. Beside a published one it is a correction."""
    kosong = surat_kosong(tempat_diisi(request, kampung, tahun), tahun, nama)
    surat, lama = _surat(kosong)
    form = IsiForm(isian(request), surat=surat, lama=lama)

    def simpan() -> None:
        simpan_draf(
            kampung=kosong.kampung,
            tahun=tahun,
            jenis=kosong.jenis,
            ke=kosong.ke,
            kepala=form.kepala(),
            baris=form.baris(),
            oleh=pengguna_masuk(request),
        )

    if jadi(request, form, simpan, DISIMPAN):
        return redirect("anggaran:periksa", kampung, tahun, nama)
    konteks = {"form": form, "surat": surat, "kampung": kosong.kampung, "tetap": form.tetap()}
    return render(request, "anggaran/isi.html", konteks)


def _surat(kosong: AnggaranKampung) -> tuple[AnggaranKampung, list[BarisAnggaran]]:
    """Return the draft with its rows; beside a published paper the next version with those of the
    published one."""
    terbaru = surat_terbaru(kosong)
    if terbaru is None:
        return kosong, []
    baris = list(terbaru.baris.urut())
    if terbaru.terbit:
        for kolom in ("perkam_nomor", "perkam_tanggal", "sampai", "silpa"):
            setattr(kosong, kolom, getattr(terbaru, kolom))
        kosong.versi = terbaru.versi + 1
        return kosong, baris
    return terbaru, baris


@require_safe
def periksa(request: HttpRequest, kampung: str, tahun: int, nama: str) -> HttpResponse:
    """.../murni/periksa/: the totals of the draft, and the button that publishes it."""
    draf = draf_dari(surat_kosong(tempat_diisi(request, kampung, tahun), tahun, nama))
    (susunan,) = susunan_dari([draf])
    konteks = {
        "surat": draf,
        "kampung": draf.kampung,
        "susunan": susunan,
        "halangan": halangan_terbit(draf, susunan.per_kelompok),
        "boleh_terbit": rules.has_perm(TERBITKAN, request.user, draf),
    }
    return render(request, "anggaran/periksa.html", konteks)


@require_POST
def terbit(request: HttpRequest, kampung: str, tahun: int, nama: str) -> HttpResponse:
    """.../murni/terbit/"""
    kosong = surat_kosong(tempat_diisi(request, kampung, tahun), tahun, nama)
    if not rules.has_perm(TERBITKAN, request.user, kosong):
        raise PermissionDenied
    draf = draf_dari(kosong)
    if tekan(request, lambda: terbitkan(anggaran=draf, oleh=pengguna_masuk(request)), TERBIT):
        return redirect(draf)
    return redirect("anggaran:periksa", kampung, tahun, nama)


@require_POST
def buang(request: HttpRequest, kampung: str, tahun: int, nama: str) -> HttpResponse:
    """.../murni/buang/: throw the draft away."""
    draf = draf_dari(surat_kosong(tempat_diisi(request, kampung, tahun), tahun, nama))
    tekan(request, lambda: buang_draf(anggaran=draf), "Drafnya sudah dibuang.")
    return redirect(reverse("anggaran:urus", args=[kampung, tahun]))


@require_safe
def baliho(request: HttpRequest, kampung: str, tahun: int, nama: str, ukuran: str) -> HttpResponse:
    """.../murni/baliho/a3/: a published paper as a banner to print."""
    kosong = surat_kosong(tempat_diisi(request, kampung, tahun), tahun, nama)
    if ukuran not in UKURAN:
        raise Http404
    semua = setahun(kosong.kampung, tahun)
    susunan = next((s for s in semua.surat if s.anggaran.bentuk == nama), None)
    if susunan is None:
        raise Http404
    alamat = alamat_portal(request) + susunan.anggaran.get_absolute_url()
    respons = HttpResponse(
        pdf(isi_baliho(semua, susunan, alamat), ukuran), content_type="application/pdf"
    )
    berkas = f"baliho-{kampung}-{tahun}-{nama}-{ukuran}.pdf"
    respons["Content-Disposition"] = f'attachment; filename="{berkas}"'
    return respons
