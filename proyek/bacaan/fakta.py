"""Place and days of a project, as its page tells them."""

from typing import NamedTuple

from core.templatetags.bentuk import tanggal
from proyek.models import Proyek


class Fakta(NamedTuple):
    """One line each; `kenyataan` is "" before the work began."""

    tempat: str
    rencana: str
    kenyataan: str


def fakta(proyek: Proyek) -> Fakta:
    """Return where it is, which days were planned, and which came true; one query."""
    rencana = "belum diketahui"
    if proyek.mulai_rencana or proyek.selesai_rencana:
        rencana = f"{tanggal(proyek.mulai_rencana)} sampai {tanggal(proyek.selesai_rencana)}"
    selesai = (
        f"selesai {tanggal(proyek.selesai_nyata)}" if proyek.selesai_nyata else "belum selesai"
    )
    mulai = f"Mulai {tanggal(proyek.mulai_nyata)}, {selesai}" if proyek.mulai_nyata else ""
    return Fakta(_tempat(proyek), rencana, mulai)


def _tempat(proyek: Proyek) -> str:
    lokasi = f", {proyek.lokasi}" if proyek.lokasi else ""
    lain = ", ".join(str(kampung) for kampung in proyek.kampung_lain.all())
    return f"Kampung {proyek.kampung}{lokasi}{f'. Juga melayani: {lain}' if lain else ''}"
