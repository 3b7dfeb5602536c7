"""The rights of a sender, by code and PIN: who reads it, a copy of the data, erasing."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi import jangkauan as pembaca
from aspirasi import penghapusan
from aspirasi.forms import HapusForm, JangkauanForm
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi
from aspirasi.unduhan import data_kiriman
from aspirasi.views.kiriman import untuk_pengirim
from core.galat import TidakBisa


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def jangkauan(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Let more or fewer people read it."""
    form = JangkauanForm(request.POST or None, aspirasi=aspirasi)
    if not form.is_valid():
        return _jangkauan(request, aspirasi, form)
    try:
        hasil = pembaca.atur(aspirasi=aspirasi, jangkauan=form.cleaned_data["jangkauan"])
    except TidakBisa as galat:
        form.add_error(None, galat.pesan)
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


@require_safe
@untuk_pengirim
def unduh(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Hand out a copy of everything as a JSON file."""
    isi = json.dumps(data_kiriman(aspirasi), ensure_ascii=False, indent=2)
    respons = HttpResponse(isi, content_type="application/json; charset=utf-8")
    nama = f"kiriman-{tulis_kode(aspirasi.kode)}.json"
    respons["Content-Disposition"] = f'attachment; filename="{nama}"'
    return respons


@require_http_methods(["GET", "HEAD", "POST"])
@untuk_pengirim
def hapus(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Say what goes and what stays; erase when it is confirmed."""
    form = HapusForm(request.POST or None)
    if not form.is_valid():
        return _hapus(request, aspirasi, form)
    try:
        _jalankan(aspirasi, form.cleaned_data["apa"])
    except TidakBisa as galat:
        form.add_error(None, galat.pesan)
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
