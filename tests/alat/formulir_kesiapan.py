"""Pages of the list of what is ready that give typed words out again."""

from collections.abc import Callable

from django.urls import reverse

from core.waktu import hari_ini
from tests.pabrik.pemeran import Pemeran
from warga.enums import ButirKesiapan
from warga.services.kesiapan import catat_siap


def _cabut(pemeran: Pemeran) -> tuple[str, str]:
    satu = catat_siap(
        butir=ButirKesiapan.MAKLUMAT,
        kampung=None,
        tanggal=hari_ini(),
        surat="138/1/2026",
        oleh=pemeran.camat,
    )
    return (reverse("meja:kesiapan_cabut", args=[satu.pk]),) * 2


def _tutup(pemeran: Pemeran) -> tuple[str, str]:
    return (reverse("meja:kesiapan_tutup", args=[pemeran.kampung.slug]),) * 2


FORMULIR_KESIAPAN: dict[str, tuple[str, Callable[[Pemeran], tuple[str, str]], str]] = {
    "meja:kesiapan_catat": (
        "camat",
        lambda p: (reverse("meja:kesiapan_catat", args=["portal", "maklumat"]),) * 2,
        "surat",
    ),
    "meja:kesiapan_cabut": ("camat", _cabut, "alasan"),
    "meja:kesiapan_tutup": ("camat", _tutup, "alasan"),
}
