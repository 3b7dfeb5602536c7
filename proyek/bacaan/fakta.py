"""Place and days of a project, as its page tells them."""

from typing import Any, NamedTuple

from core.templatetags.bentuk import tanggal
from proyek.models import Proyek


class Fakta(NamedTuple):
    """One line each; `kenyataan` is "" before the work began, `lama` the planned days with the
    first and the last one."""

    tempat: str
    rencana: str
    kenyataan: str
    lama: int | None


def fakta(proyek: Proyek) -> Fakta:
    """Return where it is, which days were planned, and which came true. `proyek` was read by
    `proyek.bacaan.halaman.untuk_halaman`; no query."""
    rencana = "belum dicatat"
    if proyek.mulai_rencana or proyek.selesai_rencana:
        rencana = f"{tanggal(proyek.mulai_rencana)} sampai {tanggal(proyek.selesai_rencana)}"
    selesai = (
        f"selesai {tanggal(proyek.selesai_nyata)}" if proyek.selesai_nyata else "belum selesai"
    )
    mulai = f"Mulai {tanggal(proyek.mulai_nyata)}, {selesai}" if proyek.mulai_nyata else ""
    return Fakta(_tempat(proyek), rencana, mulai, _lama(proyek))


def _tempat(proyek: Any) -> str:
    lokasi = f", {proyek.lokasi}" if proyek.lokasi else ""
    lain = ", ".join(satu["nama"] for satu in proyek.nama_kampung_lain)
    return f"Kampung {proyek.kampung}{lokasi}{f'. Juga melayani: {lain}' if lain else ''}"


def _lama(proyek: Proyek) -> int | None:
    mulai, selesai = proyek.mulai_rencana, proyek.selesai_rencana
    return (selesai - mulai).days + 1 if mulai and selesai else None
