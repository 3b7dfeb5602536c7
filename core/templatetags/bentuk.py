"""Filters that turn values into what people read: money, numbers, days, official text.

Numbers reach text only through these, since USE_THOUSAND_SEPARATOR stays off; inside
attributes they go through `polos`.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from core import samar as masks
from core import teks_resmi
from core.tenggat import ejaan as kata
from core.waktu import akhir_bulan, hari_ini

register = template.Library()

TAK_DIKETAHUI = "belum diketahui"
NBSP = "\u00a0"
JUTA = Decimal(10) ** 6
TANDA_NADA = {"baik": "✓", "awas": "!", "bahaya": "▲", "info": "●"}
SATUAN_PENDEK = ((JUTA, "juta"), (JUTA * 1000, "miliar"), (JUTA * 1000000, "triliun"))


def _desimal(nilai: Any) -> Decimal | None:
    if nilai is None or nilai == "" or isinstance(nilai, bool):
        return None
    try:
        hasil = Decimal(str(nilai))
    except InvalidOperation:
        return None
    return hasil if hasil.is_finite() else None


def _tulis(nilai: Decimal, desimal: int) -> str:
    """Write with dots for thousands and at most `desimal` decimals, without idle zeros."""
    bulat = nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
    utuh, _, pecahan = f"{abs(bulat):,f}".partition(".")
    pecahan = pecahan.rstrip("0")
    tanda = "−" if bulat < 0 else ""
    return tanda + utuh.replace(",", ".") + ("," + pecahan if pecahan else "")


@register.filter
def rupiah(nilai: Any) -> str:
    """1250000 → "Rp 1.250.000" (no-break space)."""
    jumlah = _desimal(nilai)
    return TAK_DIKETAHUI if jumlah is None else f"Rp{NBSP}{_tulis(jumlah, 0)}"


@register.filter
def rupiah_pendek(nilai: Any) -> str:
    """1250000 → "Rp 1,25 juta"; below a million as `rupiah`."""
    jumlah = _desimal(nilai)
    if jumlah is None or abs(jumlah) < JUTA:
        return rupiah(nilai)
    # A value that rounds up to 1000 juta is 1 miliar.
    satuan = (s for s in SATUAN_PENDEK if abs(round(jumlah / s[0], 2)) < 1000)
    batas, kata = next(satuan, SATUAN_PENDEK[-1])
    return f"Rp{NBSP}{_tulis(jumlah / batas, 2)}{NBSP}{kata}"


@register.filter
def angka(nilai: Any, desimal: int = 2) -> str:
    """1234.5 → "1.234,5"."""
    jumlah = _desimal(nilai)
    return TAK_DIKETAHUI if jumlah is None else _tulis(jumlah, desimal)


@register.filter
def tanda_nada(nada: str) -> str:
    """ "awas" → "!": the sign of a badge, so that its colour says nothing alone."""
    return TANDA_NADA.get(nada, "○")


@register.filter
def ejaan(nilai: int) -> str:
    """14 → "empat belas"."""
    return kata.ejaan(nilai)


@register.filter
def persen(nilai: Any) -> str:
    """Decimal("72.50") → "72,5%"."""
    jumlah = _desimal(nilai)
    return TAK_DIKETAHUI if jumlah is None else f"{_tulis(jumlah, 2)}%"


@register.filter
def polos(nilai: Any) -> str:
    """Write a number for an attribute: "72.5", never localised; empty when unknown."""
    jumlah = _desimal(nilai)
    if jumlah is None:
        return ""
    hasil = f"{jumlah:f}"
    return hasil.rstrip("0").rstrip(".") if "." in hasil else hasil


def _hari(nilai: Any) -> date | None:
    if isinstance(nilai, datetime):
        return timezone.localtime(nilai).date() if timezone.is_aware(nilai) else nilai.date()
    return nilai if isinstance(nilai, date) else None


@register.filter
def tanggal(nilai: Any) -> str:
    """→ "24 November 2026", the day in WIB."""
    hari = _hari(nilai)
    return TAK_DIKETAHUI if hari is None else date_format(hari, "j F Y")


@register.filter
def rentang_tanggal(awal: date, akhir: date | None) -> str:
    """→ "1–14 November 2026"; "November 2026" for a whole month, "5 November 2026" for one day.
    Without an end it is the month of its first day."""
    akhir = akhir or akhir_bulan(awal)
    if awal == akhir:
        return tanggal(awal)
    if awal.day == 1 and akhir == akhir_bulan(awal):
        return date_format(awal, "F Y")
    if (awal.year, awal.month) == (akhir.year, akhir.month):
        return f"{awal.day}–{tanggal(akhir)}"
    pola = "j F" if awal.year == akhir.year else "j F Y"
    return f"{date_format(awal, pola)}–{tanggal(akhir)}"


@register.filter
def hari_tanggal(nilai: Any) -> str:
    """→ "Selasa, 24 November 2026"."""
    hari = _hari(nilai)
    return TAK_DIKETAHUI if hari is None else date_format(hari, "l, j F Y")


@register.filter
def sejak(nilai: Any) -> str:
    """Tell how far a day is from today, in days only: a cached page stays true till midnight."""
    hari = _hari(nilai)
    if hari is None:
        return TAK_DIKETAHUI
    selisih = (hari_ini() - hari).days
    dekat = {0: "hari ini", 1: "kemarin", -1: "besok"}
    jarak = f"{_tulis(Decimal(abs(selisih)), 0)} hari"
    return dekat.get(selisih) or (f"{jarak} lalu" if selisih > 0 else f"{jarak} lagi")


@register.filter
def samar(nilai: Any) -> str:
    """Mask identity numbers, telephone numbers and e-mail addresses in text of others."""
    return masks.samarkan("" if nilai is None else str(nilai))


@register.filter
def resmi(nilai: Any) -> SafeString:
    """Render the Markdown of an official text as safe HTML."""
    return teks_resmi.html(nilai or "")


@register.filter
def resmi_polos(nilai: Any) -> str:
    """Return official text as plain words, for a description in one line."""
    return teks_resmi.polos(nilai or "")
