"""Letters between offices, in a few words: to or from another instansi, and the questions of the
kecamatan to a kampung."""

from aspirasi.models import PermintaanKeterangan, SuratInstansi
from core.kalimat import Lencana
from core.models import Berkas
from core.templatetags.bentuk import tanggal


def keterangan(surat: SuratInstansi) -> str:
    """Return with whom, of which day and its number: "kepada PUPR, 3 Juli 2026 · nomor 7"."""
    nomor = f" · nomor {surat.nomor}" if surat.nomor else ""
    return f"{surat.lawan}, {tanggal(surat.tanggal)}{nomor}"


def keadaan_pindaian(berkas: Berkas | None) -> Lencana:
    """Return in words whether a letter has a scan, and whether everyone may read it."""
    if berkas is None:
        return Lencana("Belum ada pindaian", "netral")
    if berkas.publik:
        return Lencana("Pindaian tampil untuk umum", "baik")
    return Lencana("Pindaian hanya untuk kecamatan", "netral", "◐")


def keadaan_permintaan(permintaan: PermintaanKeterangan) -> Lencana:
    """Return in words the state of a question to a kampung."""
    if permintaan.dijawab_pada:
        return Lencana("Sudah dijawab", "baik")
    if permintaan.ditutup_pada:
        return Lencana("Tidak diperlukan lagi", "netral")
    return (
        Lencana("Terlambat", "awas")
        if permintaan.terlambat
        else Lencana("Menunggu jawaban", "info")
    )
