"""A sheet as the answer to a request: the page that prints, or the Word file."""

from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag

from core.berkas.docx import TIPE, docx
from core.berkas.lembar import Lembar, jam_dibuat, kode_periksa
from core.kertas import alamat_portal, qr

R = TypeVar("R", bound=HttpResponseBase)


def tampilkan(
    request: HttpRequest, lembar: Lembar, templat: str, konteks: dict[str, Any]
) -> HttpResponse:
    """Show a sheet as a page that prints. Sheets stay out of search engines: they name people."""
    alamat = alamat_portal(request) + lembar.jalur
    milik = {"lembar": lembar, "asal": lembar.asal(alamat, jam_dibuat()), "qr": qr(alamat)}
    return _di_luar_mesin_cari(render(request, templat, milik | konteks))


def kirim_docx(request: HttpRequest, lembar: Lembar, nama: str) -> HttpResponseBase:
    """Answer with the sheet as a Word file; 304 when the reader has it of this hour."""
    dibuat = jam_dibuat()
    etag = quote_etag(kode_periksa((lembar.kode, dibuat)))
    respons = get_conditional_response(request, etag=etag)
    if respons is None:
        contoh = settings.PORTAL_MODE == "contoh"
        alamat = alamat_portal(request) + lembar.jalur
        awalan = "DATA CONTOH" if contoh else ""
        isi = docx(lembar, alamat=alamat, dibuat=dibuat, awalan=awalan)
        respons = HttpResponse(isi, content_type=TIPE)
        nama = f"contoh-{nama}" if contoh else nama
        respons["Content-Disposition"] = content_disposition_header(True, nama) or ""
    respons["ETag"] = etag
    return _di_luar_mesin_cari(respons)


def _di_luar_mesin_cari(respons: R) -> R:
    respons["X-Robots-Tag"] = "noindex"
    return respons
