"""Many new officials by a table (under /kerja/kode/petugas/): read, looked at, made together."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.berkas.baca_xlsx import baca_tabel
from core.berkas.xlsx import TIPE, xlsx
from core.formulir.jadi import coba
from warga.bacaan.daftar_petugas import KEPALA, baca_petugas
from warga.forms.petugas_banyak import BarisPetugasFormSet, BerkasPetugasForm, terisi
from warga.kontak import tulis_telepon
from warga.models import Pengguna
from warga.services.tambah import PetugasBaru
from warga.services.tambah_banyak import BarisDitolak, tambah_banyak
from warga.views.bantu import pengguna_berizin

HAK = "warga.add_pengguna"
TANDA_DAFTAR = "form-TOTAL_FORMS"
CONTOH = ("Nama lengkap", "Sido Rejo", "Operator kampung", "2027-01-04", "0812-3456-7890")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def berkas(request: HttpRequest) -> HttpResponse:
    """Read a table; its rows come back as fields that can still be mended, and are made here."""
    admin = pengguna_berizin(request, HAK)
    if TANDA_DAFTAR in request.POST:
        return _banyak(request, admin)
    form = BerkasPetugasForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data["berkas"].read()
        baris = coba(form, lambda: baca_petugas(baca_tabel(isi)), "berkas")
        if baris is not None:
            return _daftar(request, terisi(baris))
    return render(request, "warga/petugas_berkas.html", {"form": form})


def _banyak(request: HttpRequest, admin: Pengguna) -> HttpResponse:
    """Make all accounts of the list and show their codes once; or show each refusal at its row."""
    daftar: Any = BarisPetugasFormSet(request.POST)
    if daftar.is_valid():
        try:
            semua = [form.cleaned_data for form in daftar]
            return _lembar(request, tambah_banyak(semua=semua, oleh=admin))
        except BarisDitolak as galat:
            daftar.tolak(galat.masalah)
    return _daftar(request, daftar)


def _daftar(request: HttpRequest, daftar: Any) -> HttpResponse:
    daftar.is_valid()
    salah = sum(bool(form.errors) for form in daftar)
    return render(request, "warga/petugas_daftar.html", {"daftar": daftar, "salah": salah})


def _lembar(request: HttpRequest, hasil: list[PetugasBaru]) -> HttpResponse:
    berkode = [(satu, tulis_telepon(satu.orang.telepon)) for satu in hasil if satu.kode]
    lain = [satu for satu in hasil if not satu.kode]
    messages.success(request, f"{len(hasil)} petugas sudah ditambahkan.")
    return render(request, "warga/petugas_kode.html", {"berkode": berkode, "lain": lain})


@require_safe
def templat(request: HttpRequest) -> HttpResponse:
    """Hand out an empty table with its head and one row that shows how."""
    pengguna_berizin(request, HAK)
    nama = 'attachment; filename="daftar-petugas.xlsx"'
    isi = xlsx([KEPALA, CONTOH])
    return HttpResponse(isi, content_type=TIPE, headers={"Content-Disposition": nama})
