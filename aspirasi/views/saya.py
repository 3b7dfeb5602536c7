"""The kiriman of an account, in one list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aspirasi.models import Aspirasi
from core.halaman import halaman


@never_cache
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """List what this account sent itself, newest first, whoever else may read it.

    What it helped others to send is theirs, and what was sent without signing in nobody
    can connect with it.
    """
    milik = Aspirasi.objects.dengan_libur().dengan_tahap().select_related("kampung")
    milik = milik.filter(pengirim__pengguna=request.user)
    return render(request, "aspirasi/saya.html", {"halaman": halaman(milik, request)})
