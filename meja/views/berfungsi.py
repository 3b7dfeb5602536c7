"""Works that wait for their office: to say whether they still serve, and what came of them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from meja.daftar.kantor import BERFUNGSI, EVALUASI
from meja.daftar.sajian import sajikan
from meja.views.gerbang import buka_meja


@require_safe
@buka_meja
def berfungsi(request: HttpRequest) -> HttpResponse:
    """Show those of one's kampung, or of all for the kecamatan; the longest unasked come first."""
    return sajikan(request, BERFUNGSI, "meja/berfungsi.html")


@require_safe
@buka_meja
def evaluasi(request: HttpRequest) -> HttpResponse:
    """Show finished works without an evaluation, of one's kampung, or of all for the kecamatan."""
    return sajikan(request, EVALUASI, "meja/evaluasi.html")
