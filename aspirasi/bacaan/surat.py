"""A letter to or from another instansi, in one line."""

from aspirasi.models import SuratInstansi
from core.templatetags.bentuk import tanggal


def keterangan(surat: SuratInstansi) -> str:
    """Return with whom, of which day and its number: "kepada PUPR, 3 Juli 2026 · nomor 7"."""
    nomor = f" · nomor {surat.nomor}" if surat.nomor else ""
    return f"{surat.lawan}, {tanggal(surat.tanggal)}{nomor}"
