"""Checks of residents on the page of a project or of a report."""

from typing import Any

from django import template

from core.kalimat import Lencana
from laporan.bacaan.cek import bagian_cek, sebut_kartu, tolakan_orang
from laporan.bacaan.cek_saya import keadaan
from laporan.models import CekWarga, LaporanKemajuan
from laporan.models.tentang import TAHAP_DICEK, Tentang
from proyek.models import Proyek
from warga.rules import adalah_petugas

register = template.Library()


@register.inclusion_tag("laporan/_cek_bagian.html")
def cek_warga(objek: Any, orang: Any, tolakan: str) -> dict[str, Any]:
    """Show the part about checks; `objek` is a project or a report with the annotations of
    `CekQuerySet.ringkas`, `tolakan` is why this person checks none of it (`tolakan_cek`). A desk is
    not told that it has nothing to do here."""
    laporan = isinstance(objek, LaporanKemajuan)
    tentang = Tentang(objek.proyek, objek) if laporan else Tentang(objek)
    bagian = bagian_cek(tentang, objek)
    dapat = laporan or objek.tahap in TAHAP_DICEK
    isi = {"bagian": bagian, "laporan": laporan, "dapat": dapat}
    petunjuk = "" if adalah_petugas(orang) else tolakan
    return {**isi, "boleh": dapat and not tolakan, "petunjuk": petunjuk if dapat else ""}


@register.simple_tag
def tolakan_cek(orang: Any, proyek: Proyek) -> str:
    """Return why this person checks nothing of that project; "" when they can."""
    return tolakan_orang(orang, proyek)


@register.filter
def dapat_dicek(proyek: Proyek) -> bool:
    """Return whether there is something to see of its work."""
    return proyek.tahap in TAHAP_DICEK


@register.filter
def kata_cek(objek: Any) -> str:
    """Return the counts of a card in words; "" for none."""
    return sebut_kartu(getattr(objek, "hitung_cek", None) or [])


@register.filter
def keadaan_sendiri(cek: CekWarga) -> Lencana:
    """Return where a check stands, as its sender reads it."""
    return keadaan(cek)
