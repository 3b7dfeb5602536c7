"""Pages about the whole budget that give typed words out again."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from anggaran.models import ProgramMasuk
from tests.pabrik.anggaran import anggaran_terbit
from tests.pabrik.pemeran import Pemeran

Buat = Callable[[Pemeran], tuple[str, str]]


def _isi(pemeran: Pemeran) -> tuple[str, str]:
    """Return the form of a correction, which asks for its reason."""
    anggaran_terbit(kampung=pemeran.kampung)
    return (reverse("anggaran:isi", args=[pemeran.kampung.slug, 2026, "murni"]),) * 2


def _catat(pemeran: Pemeran) -> tuple[str, str]:
    return (reverse("anggaran:angka", args=[pemeran.kampung.slug, 2026, "program"]),) * 2


def _program(nama: str) -> Buat:
    def alamat(pemeran: Pemeran) -> tuple[str, str]:
        isi: dict[str, Any] = {"nama": "PKH", "pemilik": "Kemensos", "tahun": 2026}
        satu = ProgramMasuk.objects.create(
            kampung=pemeran.kampung, dibuat_oleh=pemeran.aparat, **isi
        )
        return (reverse(f"anggaran:{nama}", args=["program", satu.pk]),) * 2

    return alamat


FORMULIR_ANGGARAN = {
    "anggaran:isi": ("aparat", _isi, "alasan"),
    "anggaran:angka": ("aparat", _catat, "nama"),
    "anggaran:angka_ubah": ("aparat", _program("angka_ubah"), "alasan"),
    "anggaran:angka_cabut": ("aparat", _program("angka_cabut"), "alasan"),
}
