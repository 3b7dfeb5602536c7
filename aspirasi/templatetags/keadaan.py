"""The sentences of `aspirasi.bacaan.keadaan` for templates."""

from typing import Any

import rules
from django import template

from aspirasi import hari
from aspirasi.bacaan import keadaan, tulisan
from aspirasi.bacaan.tanya import Tanya, tanya_untuk
from aspirasi.models import Aspirasi

register = template.Library()


@register.filter
def kalimat_umum(aspirasi: Aspirasi) -> str:
    """Where it stands, for everybody."""
    return keadaan.kalimat(aspirasi)


@register.filter
def kalimat_pengirim(aspirasi: Aspirasi) -> str:
    """Where it stands, for its sender."""
    return keadaan.kalimat(aspirasi, pengirim=True)


register.filter("tulisan", tulisan.tulisan)
register.filter("tulisan_tampil", tulisan.tulisan_tampil)
register.filter("judul_tampil", tulisan.judul)


@register.filter
def seharusnya(aspirasi: Aspirasi) -> str:
    """What should have been done by when, of one that is late."""
    return keadaan.seharusnya(aspirasi)


@register.filter
def hari_jawab(golongan: str) -> int:
    """How many working days the first answer has."""
    return hari.hari_jawab(golongan)


@register.filter
def pemeriksa(aspirasi: Aspirasi) -> str:
    """Who looks at it first."""
    return keadaan.pemeriksa(aspirasi)


@register.filter
def pembaca(aspirasi: Aspirasi) -> str:
    """Who can read it now."""
    return keadaan.pembaca(aspirasi)


@register.filter
def digabung_petugas(aspirasi: Aspirasi) -> bool:
    """True when an official merged it, False when its sender joined another."""
    return keadaan.digabung_petugas(aspirasi)


@register.filter
def ada_balasan(aspirasi: Aspirasi, orang: Any) -> bool:
    """True when the sender added something that this person is to read."""
    menunggu = aspirasi.balasan_pada is not None
    return menunggu and bool(rules.has_perm("aspirasi.baca_balasan", orang, aspirasi))


@register.filter
def tanya(aspirasi: Aspirasi) -> Tanya | None:
    """What its sender is asked about the answer, if anything."""
    return tanya_untuk(aspirasi)
