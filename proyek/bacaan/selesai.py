"""Signs that a project is not finished yet, for a person who is about to record that it is."""

from core.templatetags.bentuk import persen, rupiah
from proyek.models import JumlahProyek, Proyek

TETAP_BERALASAN = "Tulis mengapa proyek ini tetap dicatat selesai. Semua orang membacanya."


def belum_cocok(proyek: Proyek) -> list[str]:
    """Return in sentences why its reports and its money do not say that it is finished; one
    query."""
    kini = JumlahProyek.objects.get(proyek=proyek)
    return [kata for kata in (_pekerjaan(kini), _uang(kini)) if kata]


def _pekerjaan(kini: JumlahProyek) -> str:
    if kini.persen is None:
        return "Belum ada laporan kemajuan yang terbit."
    return f"Laporan terakhir menyebut {persen(kini.persen)}." if kini.persen < 100 else ""


def _uang(kini: JumlahProyek) -> str:
    if kini.anggaran is None:
        return ""
    if kini.sisa is None:
        return "Uang yang dibelanjakan belum dilaporkan."
    return f"Masih ada {rupiah(kini.sisa)} yang belum dibelanjakan." if kini.sisa > 0 else ""
