"""The papers of a musrenbang, handed out by the kecamatan."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from core.berkas.kirim import kirim_docx
from core.berkas.xlsx import TIPE, xlsx
from musrenbang.bacaan.keluar import baris_sipd
from musrenbang.bacaan.keluar import berita_acara as lembar_berita_acara
from musrenbang.views.muat import muat

HAK = "musrenbang.selenggarakan"


@require_safe
def berita_acara(request: HttpRequest, tahun: int) -> HttpResponseBase:
    """/musrenbang/<tahun>/berita-acara/: the Word file with its annexes."""
    satu = muat(request, tahun, HAK)
    return kirim_docx(request, lembar_berita_acara(satu), f"berita-acara-musrenbang-{tahun}.docx")


@require_safe
def sipd(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/sipd/: the rows to copy into SIPD, as a workbook."""
    satu = muat(request, tahun, HAK)
    nama = f'attachment; filename="lembar-sipd-{tahun}.xlsx"'
    return HttpResponse(
        xlsx(baris_sipd(satu)), content_type=TIPE, headers={"Content-Disposition": nama}
    )
