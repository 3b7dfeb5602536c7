"""The calendar of the reports of one kampung: month by month, and as an address to subscribe to."""

import datetime as dt
import re

import rules
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.ics import kalender as tulis
from core.kertas import alamat_portal
from core.waktu import hari_ini
from laporan.bacaan.jeda import riwayat_jeda
from laporan.bacaan.kalender import acara, sebulan
from warga.models import Kampung

BULAN = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)


@login_not_required
@require_safe
def kalender(request: HttpRequest, slug: str) -> HttpResponse:
    """/kampung/<slug>/kalender/, with ?bulan=2026-12; this month where it cannot be read."""
    kampung = get_object_or_404(Kampung, slug=slug)
    isi = {
        "kampung": kampung,
        "bulan": sebulan(kampung, _bulan(request)),
        "jeda": riwayat_jeda(kampung),
        "urus_jeda": rules.has_perm("laporan.beri_jeda", request.user),
        "tutup_jeda": rules.has_perm("laporan.tutup_jeda", request.user),
        "alamat": alamat_portal(request),
    }
    return render(request, "laporan/kalender.html", isi)


@login_not_required
@require_safe
def ics(request: HttpRequest, slug: str) -> HttpResponse:
    """/kampung/<slug>/kalender.ics"""
    kampung = get_object_or_404(Kampung, slug=slug)
    isi = tulis(f"Laporan Kampung {kampung.nama}", acara(kampung, alamat_portal(request)))
    kepala = {"Content-Disposition": f'inline; filename="laporan-{kampung.slug}.ics"'}
    return HttpResponse(isi, content_type="text/calendar; charset=utf-8", headers=kepala)


def _bulan(request: HttpRequest) -> dt.date:
    cocok = BULAN.fullmatch(request.GET.get("bulan", ""))
    return dt.date(int(cocok[1]), int(cocok[2]), 1) if cocok else hari_ini().replace(day=1)
