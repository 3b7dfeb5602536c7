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
from core.galat import TidakBisa
from warga.bacaan.daftar_petugas import KEPALA, baca_petugas
from warga.forms.petugas_banyak import BarisPetugasFormSet, BerkasPetugasForm, terisi
from warga.kontak import tulis_telepon
from warga.models import Pengguna
from warga.services.tambah import PetugasBaru
from warga.services.tambah_banyak import BarisDitolak, tambah_banyak
from warga.views.bantu import pengguna_berizin

HAK = "warga.add_pengguna"
CONTOH = ("Nama lengkap", "Sido Rejo", "Operator kampung", "2027-01-04", "0812-3456-7890")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def berkas(request: HttpRequest) -> HttpResponse:
    """Read a table; its rows come back as fields that can still be mended."""
    pengguna_berizin(request, HAK)
    form = BerkasPetugasForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data["berkas"].read()
        baris = coba(form, lambda: baca_petugas(baca_tabel(isi)), "berkas")
        if baris is not None:
            return _daftar(request, terisi(baris))
    return render(request, "warga/petugas_berkas.html", {"form": form})


@never_cache
@require_http_methods(["POST"])
def banyak(request: HttpRequest) -> HttpResponse:
    """Make all accounts of the list, and show their codes once."""
    admin = pengguna_berizin(request, HAK)
    daftar: Any = BarisPetugasFormSet(request.POST)
    if daftar.is_valid():
        hasil = _buat(daftar, admin)
        if hasil is not None:
            return _lembar(request, hasil)
    return _daftar(request, daftar)


def _buat(daftar: Any, admin: Pengguna) -> list[PetugasBaru] | None:
    """Return the new accounts; None when rows were refused, with each sentence beside its row."""
    try:
        return tambah_banyak(semua=[f.cleaned_data for f in daftar], oleh=admin)
    except BarisDitolak as galat:
        for nomor, kata in galat.masalah.items():
            daftar[nomor].add_error(None, kata)
    except TidakBisa as galat:
        daftar[0].add_error(None, galat.pesan)
    return None


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
