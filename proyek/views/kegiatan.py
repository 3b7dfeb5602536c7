"""The matches of a search for a kegiatan, while somebody types."""

import re

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proyek.forms.kegiatan import KATA, CariKegiatan

ISIAN = re.compile(r"[a-z0-9_-]{1,60}", re.ASCII)


@require_safe
def cari(request: HttpRequest) -> HttpResponse:
    """/proyek/kegiatan/?isian=kegiatan&kegiatan_kata=jalan: a fragment. `isian` names the field of
    the form; what was chosen in it stays chosen."""
    if not rules.has_perm("proyek.kelola_proyek", request.user):
        raise PermissionDenied
    isian = request.GET.get("isian", "")
    nama = isian if ISIAN.fullmatch(isian) else "kegiatan"
    pilihan = CariKegiatan()
    dipilih = pilihan.value_from_datadict(request.GET, None, nama)
    konteks = pilihan.get_context(nama, dipilih, {"id": f"id_{nama}"})
    return render(request, "proyek/_kegiatan_cocok.html", konteks | {"kata": KATA})
