"""The pages of whoever writes a plan."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir import draf
from core.formulir.jadi import coba, jadi
from rencana.alamat import alamat_kantor
from rencana.bacaan.lalu import belum_kembali
from rencana.bacaan.urus import halaman_urus
from rencana.forms.susun import BarisForm, BawaForm, BuatForm, KeluarForm, PaguForm
from rencana.models import Rencana
from rencana.services import susun
from rencana.views.muat import (
    SUSUN,
    baris_diisi,
    rencana_diisi,
    rencana_untuk,
)
from warga.views.bantu import pengguna_masuk

DISIMPAN = "Perubahannya sudah disimpan."


def alamat_urus(rencana: Rencana) -> str:
    """Return the page on which an office works on a plan."""
    return alamat_kantor(rencana, "urus")


@require_safe
def urus(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """/rencana/<kampung>/2027/rkp/urus/: everything that an office does with a plan."""
    rencana = rencana_untuk(request, kampung, tahun, jenis, "rencana.lihat_draf")
    return render(request, "rencana/urus.html", halaman_urus(rencana, request.user, jenis))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def buat(request: HttpRequest) -> HttpResponse:
    """/rencana/buat/"""
    oleh = pengguna_masuk(request)
    if not oleh.has_perm(SUSUN):
        raise PermissionDenied
    form = BuatForm(request.POST or None, oleh=oleh)
    if request.method == "POST" and form.is_valid():
        data, kampung = form.cleaned_data, form.kampung_dipilih()
        isi = {"kampung": kampung, "tahun": data["tahun"], "jenis": data["jenis"]}
        if rencana := coba(form, lambda: susun.buat(**isi, oleh=oleh)):
            return redirect(alamat_urus(rencana))
    return render(request, "rencana/buat.html", {"form": form})


def halaman_isian(
    request: HttpRequest, rencana: Rencana, form: Any, judul: str, **lain: Any
) -> HttpResponse:
    """Show a form of the office about a plan."""
    konteks = {"form": form, "rencana": rencana, "judul": judul, "alamat": alamat_urus(rencana)}
    return render(request, "rencana/isian.html", konteks | lain)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../tambah/: a row; the project is opened first."""
    rencana = rencana_diisi(request, kampung, tahun, jenis)
    form = BarisForm(request.POST or draf.ambil_isian(request), rencana=rencana)

    def lakukan() -> None:
        baris = form.save(commit=False)
        oleh = pengguna_masuk(request)
        susun.tambah_baris(rencana=rencana, baris=baris, oleh=oleh, sebab=form.sebab())

    if jadi(request, form, lakukan, "Barisnya sudah ditambahkan."):
        return redirect(alamat_urus(rencana))
    petunjuk = "Belum ada proyeknya? Buka dulu proyek baru sebagai usulan, lalu kembali ke sini."
    lain = {"petunjuk": petunjuk, "tautan": reverse("proyek:buka"), "kata": "Buka proyek baru"}
    return halaman_isian(request, rencana, form, "Tambah baris", **lain)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """/rencana/baris/<pk>/ubah/"""
    baris = baris_diisi(request, pk)
    diketik = request.POST or draf.ambil_isian(request)
    form = BarisForm(diketik, instance=baris, rencana=baris.rencana)

    def lakukan() -> None:
        isi, oleh = form.isi(), pengguna_masuk(request)
        susun.ubah_baris(baris=baris, isi=isi, oleh=oleh, sebab=form.sebab())

    if jadi(request, form, lakukan, DISIMPAN):
        return redirect(alamat_urus(baris.rencana))
    judul = f"Ubah baris: {baris.proyek.judul}"
    return halaman_isian(request, baris.rencana, form, judul, baris=baris)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """/rencana/baris/<pk>/keluar/"""
    baris = baris_diisi(request, pk)
    diketik = request.POST or draf.ambil_isian(request)
    form = KeluarForm(diketik, rencana=baris.rencana)

    def lakukan() -> None:
        susun.hapus_baris(baris=baris, oleh=pengguna_masuk(request), sebab=form.sebab())

    if jadi(request, form, lakukan, "Barisnya sudah dikeluarkan dari rencana."):
        return redirect(alamat_urus(baris.rencana))
    judul = f"Keluarkan dari rencana: {baris.proyek.judul}"
    return halaman_isian(request, baris.rencana, form, judul, tombol="Ya, keluarkan")


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def uang(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../uang/: the money that is expected of each source."""
    rencana = rencana_diisi(request, kampung, tahun, jenis)
    form = PaguForm(request.POST or draf.ambil_isian(request), rencana=rencana)

    def lakukan() -> None:
        isi, oleh = form.isi(), pengguna_masuk(request)
        susun.setel_pagu(rencana=rencana, isi=isi, oleh=oleh, sebab=form.sebab())

    if jadi(request, form, lakukan, DISIMPAN):
        return redirect(alamat_urus(rencana))
    return halaman_isian(request, rencana, form, "Uang yang diperkirakan tersedia")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kembali(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../kembali/: bring back what earlier plans did not take."""
    rencana = rencana_untuk(request, kampung, tahun, jenis, SUSUN)
    pilihan = belum_kembali(rencana)
    form = BawaForm(request.POST or None, pilihan=pilihan)

    def lakukan() -> None:
        kunci = [satu.pk for satu in form.cleaned_data["baris"]]
        susun.bawa_kembali(rencana=rencana, oleh=pengguna_masuk(request), kunci=kunci)

    if jadi(request, form, lakukan, "Sudah dibawa kembali, di akhir daftar."):
        return redirect(alamat_urus(rencana))
    judul = "Bawa kembali dari tahun lalu"
    return halaman_isian(request, rencana, form, judul, tombol="Bawa kembali")
