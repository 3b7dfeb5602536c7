"""Opening and closing a plan, and taking either back."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from rencana.forms.umum import AlasanForm, SampaiForm
from rencana.models import Rencana
from rencana.services import status
from rencana.views.muat import PUTUSKAN, rencana_untuk
from rencana.views.susun import alamat_urus, halaman_isian
from warga.views.bantu import pengguna_masuk


def _lakukan(
    request: HttpRequest,
    rencana: Rencana,
    form: Any,
    layanan: Callable[..., object],
    kata: tuple[str, str, str],
) -> HttpResponse:
    """Show the form of an act, or do it; `kata` are its title, its button and what follows."""
    judul, tombol, pesan = kata

    def jalan() -> None:
        layanan(rencana=rencana, oleh=pengguna_masuk(request), **form.cleaned_data)

    if jadi(request, form, jalan, pesan):
        return redirect(alamat_urus(rencana))
    return halaman_isian(request, rencana, form, judul, tombol=tombol)


def _diketik(request: HttpRequest) -> Any:
    return request.POST or draf.ambil_isian(request)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../buka/"""
    rencana = rencana_untuk(request, kampung, tahun, jenis, PUTUSKAN)
    kata = (
        "Buka rancangan untuk warga",
        "Buka untuk warga",
        "Rancangan sudah dibuka. Pengikut kampung diberi tahu.",
    )
    return _lakukan(request, rencana, SampaiForm(request.POST or None), status.buka, kata)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def batal(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../batal/"""
    rencana = rencana_untuk(request, kampung, tahun, jenis, PUTUSKAN)
    kata = ("Batalkan pembukaan", "Ya, batalkan", "Rancangan kembali menjadi draf.")
    return _lakukan(request, rencana, AlasanForm(_diketik(request)), status.batal_buka, kata)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def masa(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../masa-tanya/"""
    rencana = rencana_untuk(request, kampung, tahun, jenis, PUTUSKAN)
    form = SampaiForm(_diketik(request), beralasan=True)
    kata = ("Ubah masa tanya", "Simpan", "Masa tanya sudah diubah.")
    return _lakukan(request, rencana, form, status.ubah_masa, kata)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tutup(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../tutup/: before its last day is over it needs a reason."""
    rencana = rencana_untuk(request, kampung, tahun, jenis, PUTUSKAN)
    form = AlasanForm(_diketik(request), wajib=rencana.dapat_ditanya)
    kata = ("Tutup masa tanya", "Ya, tutup", "Masa tanya sudah ditutup.")
    return _lakukan(request, rencana, form, status.tutup, kata)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def lagi(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../buka-lagi/"""
    rencana = rencana_untuk(request, kampung, tahun, jenis, PUTUSKAN)
    form = SampaiForm(_diketik(request), beralasan=True)
    kata = ("Buka masa tanya lagi", "Buka lagi", "Masa tanya sudah dibuka lagi.")
    return _lakukan(request, rencana, form, status.buka_lagi, kata)
