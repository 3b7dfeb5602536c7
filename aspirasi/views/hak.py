"""The rights of a sender, by code and PIN: readers, contact, a copy of the data, erasing."""

import json

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.bacaan.unduhan import data_kiriman, halaman_kiriman
from aspirasi.forms import HapusForm, JangkauanForm, KontakForm
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi
from aspirasi.services import pembaca, penghapusan
from aspirasi.services.kontak import atur_kontak
from aspirasi.views.kiriman import untuk_pengirim
from core.formulir.jadi import bisa, coba
from core.kertas import alamat_portal
from warga.kontak import tulis_telepon


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def jangkauan(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Let more or fewer people read it. A kiriman about officials stays with its readers."""
    if aspirasi.dihapus_pada:
        messages.info(request, "Isi kiriman ini sudah dihapus, jadi tidak ada yang membacanya.")
        return redirect("aspirasi:kiriman", aspirasi.acuan)
    form = JangkauanForm(request.POST or None, aspirasi=aspirasi)
    if not form.is_valid():
        return _jangkauan(request, aspirasi, form)
    dipilih = form.cleaned_data["jangkauan"]
    hasil = coba(form, lambda: pembaca.atur(aspirasi=aspirasi, jangkauan=dipilih))
    if hasil is None:
        return _jangkauan(request, aspirasi, form, status=409)
    messages.success(request, _kabar(hasil))
    return redirect("aspirasi:kiriman", aspirasi.acuan)


def _jangkauan(
    request: HttpRequest, aspirasi: Aspirasi, form: JangkauanForm, status: int = 200
) -> HttpResponse:
    konteks = {"aspirasi": aspirasi, "form": form}
    return render(request, "aspirasi/kiriman_pembaca.html", konteks, status=status)


def _kabar(aspirasi: Aspirasi) -> str:
    if aspirasi.minta_umum_pada:
        return (
            "Permintaan Anda tercatat. Petugas melihat tulisan dan foto sekali lagi, baru "
            "kemudian semua orang dapat membacanya."
        )
    return f"Sekarang yang boleh membaca: {aspirasi.get_jangkauan_display()}."


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def kontak(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Correct or remove the contact that was left. A child's kiriman has none."""
    orang = aspirasi.pengirim
    tersimpan = {"telepon": tulis_telepon(orang.telepon), "email": orang.email}
    form = KontakForm(request.POST or None, initial=tersimpan)
    if not form.is_valid():
        return _kontak(request, aspirasi, form)
    berubah = coba(form, lambda: atur_kontak(aspirasi=aspirasi, **form.cleaned_data))
    if berubah is None:
        return _kontak(request, aspirasi, form, status=409)
    messages.success(request, _kabar_kontak(form.cleaned_data, berubah=berubah))
    return redirect("aspirasi:kiriman", aspirasi.acuan)


def _kontak(
    request: HttpRequest, aspirasi: Aspirasi, form: KontakForm, status: int = 200
) -> HttpResponse:
    konteks = {"aspirasi": aspirasi, "form": form, "bulan": settings.SIMPAN_KONTAK_BULAN}
    return render(request, "aspirasi/kiriman_kontak.html", konteks, status=status)


def _kabar_kontak(data: dict[str, str], *, berubah: bool) -> str:
    if not berubah:
        return "Kontak Anda tetap seperti semula."
    if any(data.values()):
        return "Kontak Anda sudah disimpan."
    return "Kontak Anda sudah dihapus. Ikuti jawabannya dengan kode dan PIN."


@require_safe
@untuk_pengirim
def data(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Show all data that is kept, to be read and printed."""
    konteks = halaman_kiriman(aspirasi, alamat_portal(request))
    return render(request, "aspirasi/kiriman_data.html", konteks)


@require_safe
@untuk_pengirim
def unduh(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Return a copy of everything as a JSON file."""
    salinan = data_kiriman(aspirasi, alamat_portal(request))
    isi = json.dumps(salinan, ensure_ascii=False, indent=2)
    respons = HttpResponse(isi, content_type="application/json; charset=utf-8")
    nama = f"kiriman-{tulis_kode(aspirasi.kode)}.json"
    respons["Content-Disposition"] = f'attachment; filename="{nama}"'
    return respons


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def hapus(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Say what goes and what stays, and erase it when that is confirmed."""
    form = HapusForm(request.POST or None)
    if not form.is_valid():
        return _hapus(request, aspirasi, form)
    if not bisa(form, lambda: _jalankan(aspirasi, form.cleaned_data["apa"])):
        return _hapus(request, aspirasi, form, status=409)
    messages.success(request, "Sudah dihapus. Kode lacak tetap dapat dipakai melihat keadaannya.")
    return redirect("aspirasi:lacak")


def _hapus(
    request: HttpRequest, aspirasi: Aspirasi, form: HapusForm, status: int = 200
) -> HttpResponse:
    konteks = {"aspirasi": aspirasi, "form": form}
    return render(request, "aspirasi/kiriman_hapus.html", konteks, status=status)


def _jalankan(aspirasi: Aspirasi, apa: str) -> None:
    if apa == HapusForm.SEMUA:
        penghapusan.hapus_semua(aspirasi=aspirasi)
    else:
        penghapusan.hapus_identitas(aspirasi=aspirasi)
