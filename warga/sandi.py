"""Refuses passwords that half the kecamatan would try first: common and local words."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from warga.models import Kampung

BERKAS = Path(__file__).with_name("data_sandi.txt")
TERPENDEK = 4  # letters of a word that counts
SISA = 4  # letters beside the words that make it somebody's own
KATA_SENDIRI = 3  # three words beside each other are hard to guess, even common ones
SAMARAN = str.maketrans("013457@$", "oieastas")
_ANGKA_DI_TEPI = re.compile(r"^[\W\d_]+|[\W\d_]+$")
MUDAH = (
    "Kata sandi ini mudah ditebak: isinya kata yang dipakai banyak orang di sini, dengan atau "
    "tanpa angka. Pakai tiga kata lain yang hanya Anda yang tahu."
)


class KataUmum:
    """A validator that Django asks whenever a password is set. Older passwords stay as they are."""

    def validate(self, password: str, user: Any = None) -> None:
        if mudah_ditebak(password, kata_umum() | nama_kampung()):
            raise ValidationError(MUDAH, code="sandi_umum")

    def get_help_text(self) -> str:
        return "Jangan pakai nama kampung atau kata yang dipakai banyak orang."


def mudah_ditebak(sandi: str, kata: frozenset[str]) -> bool:
    """Return whether little is left of a password without its well-known words, digits and signs.

    That is so for "Rahasia1", "b4ngunrejo_2026" and "sayangku123", but not for three words in a
    row.
    """
    kecil = sandi.lower()
    inti = _ANGKA_DI_TEPI.sub("", kecil)
    return any(_tinggal_sedikit(huruf, kata) for huruf in (kecil, inti.translate(SAMARAN)))


def _tinggal_sedikit(teks: str, kata: frozenset[str]) -> bool:
    sisa, banyak = re.sub(r"[\W\d_]", "", teks), 0
    for satu in sorted((k for k in kata if k in sisa), key=len, reverse=True):
        sisa, kali = re.subn(satu, "", sisa)
        banyak += kali
    return 0 < banyak < KATA_SENDIRI and len(sisa) < SISA


@cache
def kata_umum() -> frozenset[str]:
    """Return the words of the list."""
    baris = BERKAS.read_text().splitlines()
    return _kata(" ".join(b for b in baris if not b.startswith("#")).split())


def nama_kampung() -> frozenset[str]:
    """Return names of kampung as people type them: "Sido Rejo" is "sidorejo", and "rejo" a word."""
    nama = [n.lower() for n in Kampung.objects.values_list("nama", flat=True)]
    return _kata([n.replace(" ", "") for n in nama] + [k for n in nama for k in n.split()])


def _kata(semua: list[str]) -> frozenset[str]:
    return frozenset(k for k in semua if len(k) >= TERPENDEK and k.isalpha())
