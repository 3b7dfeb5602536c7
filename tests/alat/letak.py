"""The place of a kiriman: sets it, and reads the stored one."""

from decimal import Decimal
from typing import Any

from aspirasi.models import Aspirasi
from aspirasi.services import letak as layanan_letak
from tests.alat.pengirim import halaman

TITIK = (Decimal("-5.160080"), Decimal("105.029410"))
ISIAN = {"lintang": "-5,16008", "bujur": "105,02941"}


def letak(aspirasi: Aspirasi) -> str:
    """The page where its sender chooses the place."""
    return halaman(aspirasi, "letak")


def tersimpan(aspirasi: Aspirasi) -> tuple[Any, ...]:
    """Return the stored latitude and longitude, and whether the place is public."""
    aspirasi.refresh_from_db()
    return aspirasi.lintang, aspirasi.bujur, aspirasi.tempat_umum


def bertempat(aspirasi: Aspirasi, *, tempat_umum: bool = False) -> Aspirasi:
    return layanan_letak.atur(aspirasi=aspirasi, titik=TITIK, tempat_umum=tempat_umum)
