"""A new official on one page (under /kerja/kode/)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.formulir.jadi import coba
from warga import services
from warga.forms.petugas import FormPetugas
from warga.kontak import tulis_telepon
from warga.views.bantu import pengguna_berizin


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest) -> HttpResponse:
    """Make the account of an official, and show the sheet with the code of its number once."""
    admin = pengguna_berizin(request, "warga.add_pengguna")
    form = FormPetugas(request.POST or None)
    if request.method == "POST" and form.is_valid():
        hasil = coba(form, lambda: services.tambah_petugas(**form.cleaned_data, oleh=admin))
        if hasil is not None:
            return _sesudah(request, hasil)
    return render(request, "warga/tambah_petugas.html", {"form": form})


def _sesudah(request: HttpRequest, hasil: services.PetugasBaru) -> HttpResponse:
    orang = hasil.orang
    if not hasil.baru:
        messages.info(request, f"{orang} sudah ditambahkan tadi, jadi tidak dibuat dua kali.")
    elif hasil.baris is None:
        messages.success(
            request,
            f"{orang} sudah menjadi {orang.get_peran_display().lower()}. Ia membuat kata sandinya "
            "sendiri lewat “Lupa kata sandi” dengan e-mailnya.",
        )
    if hasil.baris is None:
        return redirect("admin:warga_pengguna_change", orang.pk)
    untuk = f"{orang}, nomor {tulis_telepon(orang.telepon)}"
    isi = {"baris": hasil.baris, "kode": hasil.kode, "untuk": untuk, "petugas_baru": orang}
    return render(request, "warga/lembar_kode.html", isi)
