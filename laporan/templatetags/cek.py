"""Checks of residents on the page of a project or of a report."""

from typing import Any

from django import template

from core.kalimat import Lencana
from laporan.bacaan.cek import bagian_cek, sebut_kartu
from laporan.bacaan.cek_saya import keadaan
from laporan.models import CekWarga, LaporanKemajuan
from laporan.models.tentang import TAHAP_DICEK, Tentang

register = template.Library()


@register.inclusion_tag("laporan/_cek_bagian.html")
def cek_warga(objek: Any) -> dict[str, Any]:
    """Show the part about checks; `objek` is a project or a report with the annotations of
    `CekQuerySet.ringkas`."""
    laporan = isinstance(objek, LaporanKemajuan)
    tentang = Tentang(objek.proyek, objek) if laporan else Tentang(objek)
    bagian = bagian_cek(tentang, objek)
    dapat = laporan or objek.tahap in TAHAP_DICEK
    return {"bagian": bagian, "laporan": laporan, "dapat": dapat}


@register.filter
def kata_cek(objek: Any) -> str:
    """Return the counts of a card in words; "" for none."""
    return sebut_kartu(getattr(objek, "hitung_cek", None) or [])


@register.filter
def keadaan_sendiri(cek: CekWarga) -> Lencana:
    """Return where a check stands, as its sender reads it."""
    return keadaan(cek)
