"""The desk of offers: the list, one offer, the check, words, refusal, hiding."""

from typing import Any
from uuid import UUID

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.cari.halaman import halaman
from core.formulir import draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from core.moderasi.tampil import sembunyikan, tampilkan_lagi
from mitra.bacaan.janji import kalimat_konflik, kalimat_tenggat, susun, tawaran_dalam_kata
from mitra.bacaan.penawar import riwayat_petugas
from mitra.forms.tawarkan import KataForm
from mitra.forms.urus import AlasanForm, PeriksaForm, TolakForm
from mitra.models import KataTawaran, Kontribusi, Tawaran
from mitra.services import tawaran as layanan
from mitra.services.kontak import baca_kontak
from mitra.views.muat import isian, tawaran_untuk
from warga.rules import adalah_petugas
from warga.views.bantu import pengguna_masuk

LIHAT = "mitra.lihat_tawaran"
HAK = ("baca_kontak", "periksa", "tolak", "tulis", "sepakati", "terima", "sembunyikan")


def alamat(tawaran: Tawaran) -> str:
    """Return the page of an offer on the desk."""
    return reverse("mitra:meja_tawaran", args=[tawaran.acuan])


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """/mitra/meja/: the offers that this office reads, the newest first."""
    if not adalah_petugas(request.user):
        raise PermissionDenied
    semua = Tawaran.objects.visible_to(request.user).select_related("kampung")
    satu_halaman = halaman(semua, request, ("-pk",))
    baris = [(t, tawaran_dalam_kata(t), kalimat_tenggat(t)) for t in satu_halaman]
    return render(request, "mitra/meja.html", {"halaman": satu_halaman, "baris": baris})


@require_safe
def rincian(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """/mitra/meja/<acuan>/: one offer, and what this person may do with it."""
    tawaran = tawaran_untuk(request, acuan, LIHAT)
    boleh = {
        f"boleh_{nama}": rules.has_perm(f"mitra.{nama}", request.user, tawaran) for nama in HAK
    }
    konteks = {
        "tawaran": tawaran,
        "dalam_kata": tawaran_dalam_kata(tawaran),
        "tenggat": kalimat_tenggat(tawaran),
        "konflik": kalimat_konflik(tawaran),
        "kata": tawaran.kata.select_related("oleh"),
        "riwayat": riwayat_petugas(tawaran),
        "janji": susun(Kontribusi.objects.untuk_kartu().filter(tawaran=tawaran)),
    }
    return render(request, "mitra/meja_tawaran.html", konteks | boleh)


@never_cache
@require_POST
def kontak(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show the contact of the offerer, once; the reading is logged."""
    tawaran = tawaran_untuk(request, acuan, "mitra.baca_kontak")
    penawar = baca_kontak(tawaran=tawaran, oleh=pengguna_masuk(request))
    return render(request, "mitra/kontak.html", {"tawaran": tawaran, "penawar": penawar})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../periksa/"""
    tawaran = tawaran_untuk(request, acuan, "mitra.periksa")
    form = PeriksaForm(draf.isian(request), tawaran=tawaran)

    def lakukan() -> None:
        isi: dict[str, Any] = {"kampung": None} | form.cleaned_data
        layanan.periksa(tawaran=tawaran, oleh=pengguna_masuk(request), **isi)

    if jadi(request, form, lakukan, "Dicatat. Kampungnya sekarang dapat membacanya."):
        return redirect(alamat(tawaran))
    return isian(request, form, "Periksa tawaran", alamat(tawaran))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tulis(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../tulis/: words to the offerer, who reads them behind code and PIN."""
    tawaran = tawaran_untuk(request, acuan, "mitra.tulis")
    form = KataForm(draf.isian(request))
    oleh = pengguna_masuk(request)

    def lakukan() -> None:
        isi, kunci = form.cleaned_data["isi"], form.cleaned_data["kunci"]
        satu_kali(
            KataTawaran.objects.filter(tawaran=tawaran),
            kunci,
            lambda s: layanan.tambah_kata(tawaran=tawaran, isi=isi, kunci_sekali=s, oleh=oleh),
        )

    if jadi(request, form, lakukan, "Penawar dapat membacanya dengan kode dan PIN."):
        return redirect(alamat(tawaran))
    return isian(request, form, "Tulis kepada penawar", alamat(tawaran), tombol="Kirim")


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tolak(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../tolak/"""
    tawaran = tawaran_untuk(request, acuan, "mitra.tolak")
    form = TolakForm(draf.isian(request))

    def lakukan() -> None:
        oleh, alasan = pengguna_masuk(request), form.cleaned_data["alasan"]
        layanan.tolak(tawaran=tawaran, oleh=oleh, alasan=alasan)

    if jadi(request, form, lakukan, "Dicatat. Penawar membaca alasannya."):
        return redirect(alamat(tawaran))
    return isian(request, form, "Tidak menerima tawaran", alamat(tawaran), tombol="Simpan")


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def sembunyi(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../sembunyi/: hide the words of the offerer from the public, or show them again."""
    tawaran = tawaran_untuk(request, acuan, "mitra.sembunyikan")
    lagi = tawaran.disembunyikan
    form = AlasanForm(draf.isian(request))

    def lakukan() -> None:
        laku = tampilkan_lagi if lagi else sembunyikan
        laku(tawaran, oleh=pengguna_masuk(request), alasan=form.cleaned_data["alasan"])

    if jadi(request, form, lakukan, "Sudah dicatat."):
        return redirect(alamat(tawaran))
    judul = "Tampilkan lagi tulisan penawar" if lagi else "Sembunyikan tulisan penawar"
    return isian(request, form, judul, alamat(tawaran))
