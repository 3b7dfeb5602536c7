"""Notes of the BPK Kampung, and answers, for templates of pages that know nothing of them."""

from typing import Any

from django import template

from core.kalimat import Lencana
from laporan.alamat import alamat_tanggapi
from laporan.bacaan import catatan as bacaan
from laporan.bacaan import tanggapan
from laporan.models import CatatanPengawasan

register = template.Library()

register.filter("oleh_bpk", bacaan.oleh_kantor)
register.filter("jawaban_kartu", tanggapan.jawaban_kartu)
register.filter("kampung_hal", tanggapan.kampung_hal)
register.filter("tentang_hal", tanggapan.tentang)
register.filter("macam_hal", tanggapan.macam)
register.filter("alamat_tanggapi", alamat_tanggapi)


@register.simple_tag
def catatan_tentang(hal: Any) -> list[CatatanPengawasan]:
    """Return the newest notes about a project, a report or a decision."""
    return bacaan.kartu(hal)


@register.simple_tag
def percakapan_tentang(hal: Any) -> dict[str, Any]:
    """Return the answers to a check, and whether it may be called unsettled."""
    return tanggapan.isi_percakapan(hal)


@register.filter
def keadaan_tanggapan(hal: Any) -> str:
    """Return where the answer to it stands, in one sentence."""
    return tanggapan.keadaan(hal, tanggapan.kampung_hal(hal))


@register.filter
def lencana_tanggapan(hal: Any) -> Lencana | None:
    return tanggapan.lencana(hal)
