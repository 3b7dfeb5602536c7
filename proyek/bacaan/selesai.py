"""Signs that a project is not finished yet, for a person who is about to record that it is."""

from typing import Any

from core.templatetags.bentuk import persen, rupiah
from proyek.models import Proyek

TETAP_BERALASAN = "Tulis mengapa proyek ini tetap dicatat selesai. Semua orang membacanya."


def belum_cocok(proyek: Proyek) -> list[str]:
    """Return in sentences why its reports and its money do not say that it is finished; one
    query."""
    kini: Any = Proyek.objects.with_pagu().with_kemajuan().get(pk=proyek.pk)
    return [kata for kata in (_pekerjaan(kini), _uang(kini)) if kata]


def _pekerjaan(kini: Any) -> str:
    if kini.persen is None:
        return "Belum ada laporan kemajuan yang terbit."
    return f"Laporan terakhir menyebut {persen(kini.persen)}." if kini.persen < 100 else ""


def _uang(kini: Any) -> str:
    if kini.pagu is None:
        return ""
    if kini.belanja is None:
        return "Uang yang dibelanjakan belum dilaporkan."
    sisa = kini.pagu - kini.belanja
    return f"Masih ada {rupiah(sisa)} yang belum dibelanjakan." if sisa > 0 else ""
